// IndexedDB as a store of bytes by key: one database, one object store. A write is done when its transaction
// is complete. Without IndexedDB the entries stay in memory, and `lasting` says so.
//
// Two pages that wrote would overwrite each other's edits: the page that read everything last is the one that writes. It
// leaves a token before that read, and each write looks for it; a page whose token is not there any more is refused with
// "elsewhere", and loads anew when the customer comes back to it.
addToLibrary({
  $storage__deps: ['$guichet', 'app_entry'],
  $storage: {
    BATCH: 64,               // entries a read takes at a time
    PATIENCE_MS: 20000,      // for one step of IndexedDB, which may never answer
    HOLDER: '\u0000holder',  // the key of the token; no key of the program begins like that
    stores: [],              // by handle: { name, database (a promise or null), memory (a Map or null), token, channel }

    open: (name) => storage.stores.push({ name, database: null, memory: null, token: '', channel: null }) - 1,

    // The database, opened once and again after the browser closed it; rejects with a reason word.
    database: (store) => store.database ||= new Promise((resolve, reject) => {
      const give_up = (why) => {
        store.database = null;
        reject(why);
      };
      let factory = null;
      try {
        factory = globalThis.indexedDB;
      } catch { /* some browsers forbid even the look */ }
      if (!factory) return give_up('unavailable');
      const timer = setTimeout(() => give_up('blocked'), storage.PATIENCE_MS);
      const fail = (error) => {
        clearTimeout(timer);
        const name = error && error.name;
        give_up(name === 'VersionError' ? 'closed' : name === 'QuotaExceededError' ? 'quota' : 'unavailable');
      };
      try {
        const request = factory.open(store.name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore('bytes');
        request.onerror = (event) => {
          event.preventDefault();
          fail(request.error);
        };
        request.onsuccess = () => {
          clearTimeout(timer);
          const database = request.result;
          const close = () => {
            database.close();
            store.database = null;
          };
          database.onversionchange = close;  // another tab replaces the database: it must not wait for us
          database['onclose'] = () => { store.database = null; };
          resolve(database);
        };
      } catch (error) {
        fail(error);
      }
    }),

    // From now on this page is the one that writes, and the others hear of it. A disk that is full has no room for the
    // token, and can still be read.
    take_over: (store, database) => {
      // Not randomUUID, which pages without a certificate lack.
      const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
      const claim = (entries) => entries.put(token, storage.HOLDER);
      return storage.transaction(database, 'readwrite', 'relaxed', claim).then(() => {
        store.token = token;
        if (!globalThis.BroadcastChannel) return;
        store.channel ||= new BroadcastChannel('guichet/' + store.name);
        store.channel.onmessage = () => storage.loads_anew_when_back();
        store.channel.postMessage(token);
      }, () => {});
    },

    loads_anew_when_back: () => {
      const back = () => {
        if (document.visibilityState === 'visible' && document.hasFocus()) location.reload();
      };
      addEventListener('focus', back);
      document.addEventListener('visibilitychange', back);
    },

    // Runs `work` on the database, or on memory when the device has none. A database that the browser closed
    // behind our back is opened once more. Resolves to '' or to the reason of the refusal.
    run: async (store, on_database, on_memory) => {
      for (let attempt = 0; ; ++attempt) {
        if (store.memory) return on_memory(store.memory), '';
        let database;
        try {
          database = await storage.database(store);
        } catch (why) {
          if (why !== 'unavailable') return why;
          store.memory ||= new Map();
          continue;
        }
        try {
          await on_database(database);
          return '';
        } catch (error) {
          const name = error && error.name;
          if (name === 'InvalidStateError' && !attempt) {
            store.database = null;
            continue;
          }
          return storage.reason(name);
        }
      }
    },

    reason: (name) => {
      if (name === 'QuotaExceededError') return 'quota';
      if (name === 'InvalidStateError') return 'closed';
      return ['NotFoundError', 'DataError', 'UnknownError', 'NotReadableError'].includes(name) ? 'damaged' : 'aborted';
    },

    // A transaction as a promise that settles once, whatever the browser does; `begin` makes the requests and
    // may call `alive` whenever something came back.
    transaction: (database, mode, durability, begin) => new Promise((resolve, reject) => {
      const transaction = database.transaction('bytes', mode, { 'durability': durability });
      let timer = 0;
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          try {
            transaction.abort();
          } catch { /* it was over */ }
          reject(null);
        }, storage.PATIENCE_MS);
      };
      alive();
      transaction.oncomplete = () => {
        clearTimeout(timer);
        resolve();
      };
      transaction.onabort = () => {
        clearTimeout(timer);
        reject(transaction.error);
      };
      begin(transaction.objectStore('bytes'), alive);
    }),

    entry: (request, key, bytes) => {
      if (guichet.ended || key === storage.HOLDER) return;
      const name = guichet.encode(key);
      const view = new Uint8Array(bytes);
      _app_entry(request, guichet.give(name), name.length, guichet.give(view), view.length);
    },

    read: async (store, request, prefix) => {
      const last = prefix + '\uffff';
      const batches = (entries, alive) => {
        const next = (range) => {
          const keys = entries.getAllKeys(range, storage.BATCH);
          const values = entries.getAll(range, storage.BATCH);
          values.onsuccess = () => {
            alive();
            // A batch without its values is not read as an empty one.
            if (keys.result.length !== values.result.length) return entries.transaction.abort();
            keys.result.forEach((key, at) => storage.entry(request, key, values.result[at]));
            if (keys.result.length === storage.BATCH)
              next(IDBKeyRange.bound(keys.result[storage.BATCH - 1], last, true));
          };
        };
        next(IDBKeyRange.bound(prefix, last));
      };
      const why = await storage.run(store,
        (database) => Promise.all([prefix || storage.take_over(store, database),
          storage.transaction(database, 'readonly', 'default', batches)]),
        (memory) => {
          const keys = [...memory.keys()].filter((key) => key.startsWith(prefix)).sort();
          for (const key of keys) storage.entry(request, key, memory.get(key));
        });
      guichet.answer_text(request, !why, why);
    },

    // `changes`: pairs of key and bytes; null erases. They are copies already.
    write: async (store, request, changes, strict) => {
      let elsewhere = false;
      const put_all = (entries) => {
        for (const [key, bytes] of changes) {
          if (bytes) entries.put(bytes, key);
          else entries.delete(key);
        }
      };
      const put_if_ours = (entries) => {
        if (!store.token) return put_all(entries);
        const holder = entries.get(storage.HOLDER);
        holder.onsuccess = () => {
          // No token at all: the database was emptied or replaced, and nobody else is there.
          elsewhere = holder.result !== undefined && holder.result !== store.token;
          if (elsewhere) entries.transaction.abort();
          else put_all(entries);
        };
      };
      let why = await storage.run(store,
        (database) => storage.transaction(database, 'readwrite', strict ? 'strict' : 'relaxed', put_if_ours),
        (memory) => {
          for (const [key, bytes] of changes) {
            if (bytes) memory.set(key, bytes);
            else memory.delete(key);
          }
        });
      if (elsewhere) why = 'elsewhere';
      guichet.answer_text(request, !why, why);
    },

    clear: async (store, request) => {
      const why = await storage.run(store,
        (database) => storage.transaction(database, 'readwrite', 'strict', (entries) => {
          entries.clear();
          if (store.token) entries.put(store.token, storage.HOLDER);
        }),
        (memory) => memory.clear());
      guichet.answer_text(request, !why, why);
    },

    // What C++ packed, copied: u32 number of changes; each u32 length and key, u32 length (0xffffffff erases), bytes.
    unpack: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const changes = [];
      let at = 4;
      const take = (length) => (at += length, bytes.slice(at - length, at));
      for (let left = view.getUint32(0, true); left > 0; --left) {
        const key_length = view.getUint32(at, true);
        at += 4;
        const key = new TextDecoder().decode(take(key_length));
        const length = view.getUint32(at, true);
        at += 4;
        changes.push([key, length === 0xffffffff ? null : take(length)]);
      }
      return changes;
    },
  },

  js_storage_open__deps: ['$storage'],
  js_storage_open: (at, length) => storage.open(guichet.text(at, length)),
  js_storage_read__deps: ['$storage'],
  js_storage_read: (handle, request, at, length) => {
    storage.read(storage.stores[handle], request, guichet.text(at, length));
  },
  js_storage_write__deps: ['$storage'],
  js_storage_write: (handle, request, at, length, strict) => {
    storage.write(storage.stores[handle], request, storage.unpack(HEAPU8.subarray(at, at + length)), strict);
  },
  js_storage_clear__deps: ['$storage'],
  js_storage_clear: (handle, request) => { storage.clear(storage.stores[handle], request); },
  js_storage_lasting__deps: ['$storage'],
  js_storage_lasting: (handle) => storage.stores[handle].memory ? 0 : 1,
});
