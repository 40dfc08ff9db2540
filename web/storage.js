// IndexedDB as a key-value store of bytes: one database, one object store. A write is answered when its transaction is
// complete. Without IndexedDB the entries stay in memory, and `lasting` is false.
//
// Beside the entries is the holder, { fence, commits, entries }, which every write reads and updates:
//   commits   number of writes, so that a page knows whether it has been told of all of them;
//   fence     number of the page that may change entries: a former leader that was asleep is refused;
//   entries   number of entries there should be, so that a missing one is noticed.
// storage_pages.js handles the pages that share a database, storage_recovery.js a damaged one.
addToLibrary({
  $storage__deps: ['$guichet', '$storage_pages', '$storage_recovery', 'app_part'],
  $storage: {
    BATCH: 8,               // entries per batch of a read, at most,
    BATCH_BYTES: 1 << 18,   // and roughly bytes: each batch is processed before the page can respond again
    AHEAD: 2,               // batches requested while one is processed
    PATIENCE_MS: 20000,      // time limit for one step of IndexedDB, which may never answer
    HOLDER: '\u0000holder',  // the program's keys never begin like that
    FILLER: '\u0000filler',  // sorts before the holder; never read
    stores: [],              // by handle

    open: (name) => storage.stores.push({
      name,
      generation: 0,
      database: null,        // a promise, or null while it is closed
      memory: null,          // a Map, if the device has no database
      fence: 0,              // this page's, once it has written as the leader
      failures: 0,           // consecutive writes refused as damaged
      missing: 0,            // entries that the last read did not find
      lost: false,           // a loss that is not repaired yet
      torn: false,           // the last bytes on the disk may be an incomplete write
      read_first: null,      // number of writes when the current read first delivered entries
      turn: Promise.resolve(),  // settles after all earlier calls
      give_up: () => {},        // ends the current read
      pages: storage_pages.alone(),
    }) - 1,

    // The database; opens it, again if the browser has closed it. Rejects with the name of a StorageFault.
    database: (store) => {
      if (store.database) return store.database;
      let opening = null;
      const forget = () => {
        if (store.database === opening) store.database = null;  // unless it has been opened again since
      };
      return store.database = opening = storage.opened(store, forget);
    },
    opened: (store, forget) => new Promise((resolve, reject) => {
      const give_up = (why) => {
        forget();
        reject(why);
      };
      let factory = null;
      try {
        factory = globalThis.indexedDB;
      } catch { /* in some browsers, access to indexedDB itself throws */ }
      if (!factory) return give_up('unavailable');
      const timer = setTimeout(() => give_up('blocked'), storage.PATIENCE_MS);
      const fail = (error) => {
        clearTimeout(timer);
        const name = error && error.name;
        give_up(name === 'VersionError' ? 'closed' : name === 'QuotaExceededError' ? 'quota' :
          name === 'SecurityError' || name === 'InvalidStateError' ? 'unavailable' : 'damaged');
      };
      try {
        const request = factory.open(storage_recovery.database_name(store), 1);
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
            forget();
          };
          database.onversionchange = close;  // another page replaces or deletes it and must not wait for this one
          database['onclose'] = forget;
          resolve(database);
        };
      } catch (error) {
        fail(error);
      }
    }),

    // Runs `work` on the database; if the browser had closed it, reopens it once. Resolves to '' or the reason of the refusal.
    run: async (store, work) => {
      for (let attempt = 0; ; ++attempt) {
        let database;
        try {
          database = await storage.database(store);
        } catch (why) {
          return why;
        }
        try {
          await work(database);
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
      return ['NotFoundError', 'DataError', 'UnknownError', 'NotReadableError'].includes(name) ? 'damaged' : 'aborted';
    },

    // A transaction as a promise that settles exactly once. `begin` makes the requests and should call `alive` whenever a
    // result arrives, which restarts the time limit. Also listens for 'close', because Chromium sends no event for a
    // transaction that starts while it closes the database.
    transaction: (database, mode, durability, begin) => new Promise((resolve, reject) => {
      const transaction = database.transaction('bytes', mode, { 'durability': durability });
      let timer = 0;
      const end = (settle, value) => {
        clearTimeout(timer);
        database.removeEventListener('close', closed);
        settle(value);
      };
      const closed = () => end(reject, new DOMException('', 'InvalidStateError'));
      let committing = false;
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          try {
            transaction.abort();
          } catch {
            // It is committing and cannot be aborted: wait for its end once more, as a refused write must not succeed later.
            if (!committing) {
              committing = true;
              return alive();
            }
          }
          end(reject, null);
        }, storage.PATIENCE_MS);
      };
      alive();
      database.addEventListener('close', closed);
      transaction.oncomplete = () => end(resolve);
      transaction.onabort = () => end(reject, transaction.error);
      begin(transaction.objectStore('bytes'), alive);
    }),

    // Runs one call after the other, in the order they were made. Rethrows errors as uncaught ones.
    in_turn: (store, work) => {
      store.turn = store.turn.then(work).catch((error) => queueMicrotask(() => { throw error; }));
    },

    // --- reading ---------------------------------------------------------------
    read: async (store, request, first) => {
      store.pages.reading = true;
      store.read_first = null;
      const why = await Promise.race([storage.join_and_read(store, request, first), new Promise((done) => { store.give_up = done; })]);
      if (why === 'unavailable') storage.keep_in_memory(store);
      guichet.answer_text(request, !why || why === 'unavailable', why);
      store.pages.reading = false;
      storage_pages.pump(store);
      // Two attempts have read different states, or the page was frozen in between: the entries are inconsistent, read again.
      if (store.memory || (store.pages.joined && !store.pages.mixed)) return;
      if (why) setTimeout(() => storage_pages.tell(store, 3), storage_pages.GAP_MS);
      else storage_pages.tell(store, 3);
    },

    join_and_read: async (store, request, first) => {
      if (!store.memory) {
        store.generation = await storage_recovery.find_generation(store);
        storage.database(store).catch(() => {});  // opens while the page takes its seat
        await storage_pages.join(store);
        if (store.memory) return 'unavailable';
      }
      return storage_recovery.read(store, request, first);
    },

    // Ignores all later answers of the database.
    do_without: (store) => {
      storage.keep_in_memory(store);
      store.give_up('unavailable');
    },

    keep_in_memory: (store) => {
      store.memory ||= new Map();
      storage_pages.leave(store);
      store.pages = storage_pages.alone();
    },

    // One attempt to deliver all entries: the one under `first`, if any, then the others in the order of their keys.
    read_all: (store, request, first) => storage.run(store, (database) => {
      let holder = null, found = 0;
      const { generation } = store;
      const batches = (entries, alive) => {
        let keys = [], holes = [], asked = 0, size = storage.BATCH;
        const next = () => {
          if (asked >= keys.length) return;
          const end = Math.min(asked + size, holes.find((hole) => hole > asked));
          const some = keys.slice(asked, asked = end);
          const values = entries.getAll(IDBKeyRange.bound(some[0], some[some.length - 1]));
          values.onsuccess = () => {
            alive();
            const come = values.result;
            // Fewer values than keys: the database is damaged.
            if (come.length !== some.length) return entries.transaction.abort();
            // No copy if they are a Uint8Array already: a copy would cost as much as the read.
            const bytes = come.map((one) => one instanceof Uint8Array ? one : new Uint8Array(one));
            const mean = bytes.reduce((sum, one) => sum + one.length, 1) / bytes.length;
            size = Math.max(1, Math.min(storage.BATCH, Math.floor(storage.BATCH_BYTES / mean)));
            next();
            some.forEach((key, at) => guichet.entry(request, key, bytes[at]));
            found += some.length;
            store.read_first ??= holder ? holder['commits'] : 0;
            if (!guichet.ended) _app_part(request);
          };
        };
        entries.get(storage.HOLDER).onsuccess = (event) => { holder = storage.holder(event.target.result); };
        entries.getAllKeys(IDBKeyRange.lowerBound(storage.HOLDER, true)).onsuccess = (event) => {
          keys = event.target.result;
          holes = [keys.length];
          const at = keys.indexOf(first);
          if (at > 0) {
            keys.splice(at, 1);
            keys.unshift(first);
            // Each batch is read as a range of keys: end batches so that no range contains the key that was moved to the front.
            holes.unshift(1, at + 1);
          }
          for (let ahead = 0; ahead < storage.AHEAD; ++ahead) next();
        };
      };
      return storage.transaction(database, 'readonly', 'default', batches).then(() => {
        if (store.memory) return;
        storage_recovery.compare(store, holder, found);
        const commits = holder ? holder['commits'] : 0;
        storage_pages.has_read(store, commits, store.read_first ?? commits);
        // Another page has moved on to a new generation meanwhile.
        store.pages.mixed ||= store.generation !== generation;
      });
    }),

    // Other values, such as the token of earlier versions, count as no holder.
    holder: (value) => ['fence', 'commits', 'entries'].every((name) => value && Number.isSafeInteger(value[name])) ? value : null,

    // --- writing ---------------------------------------------------------------
    // `changes`: pairs of key and bytes (already copied); null erases. `lead`: a write that only the leader may make.
    write: async (store, request, changes, strict, lead) => {
      if (store.memory) {
        for (const [key, bytes] of changes) {
          if (bytes) store.memory.set(key, bytes);
          else store.memory.delete(key);
        }
        return guichet.answer(request, true);
      }
      if (store.torn) await storage_recovery.fill(store);
      const done = { refusal: '', commits: 0, fence: 0 };
      let why = await storage.run(store, (database) => storage.transaction(database, 'readwrite', strict ? 'strict' : 'relaxed',
        (entries, alive) => storage.put(store, entries, alive, changes, lead, done)));
      if (done.refusal) why = done.refusal;
      if (why === 'damaged' && await storage_recovery.is_beyond_writing(store)) why = 'gone';
      if (!why) {
        store.failures = 0;
        if (lead) {
          store.fence = done.fence;
          store.missing = 0;
        }
        if (strict) storage_recovery.note(store, done.commits, lead);
        storage_pages.has_written(store, done.commits, changes);
      } else if (why === 'gone') {
        storage_recovery.forget(store);
        storage_pages.has_read(store, 0);
      }
      guichet.answer_text(request, !why, why);
    },

    put: (store, entries, alive, changes, lead, done) => {
      done.refusal = '';  // of an earlier attempt
      let left = changes.length + 1, there = 0, holder = null;
      const refuse = (why) => {
        done.refusal = why;
        entries.transaction.abort();
      };
      const begin = () => {
        if (--left) return;
        const seen = store.pages.seen;
        if (!holder && seen) return refuse('gone');
        holder ||= { 'fence': 0, 'commits': 0, 'entries': 0 };
        if (lead) {
          // A leader's first write requires that it knows all earlier writes.
          if (store.fence ? holder['fence'] !== store.fence : holder['commits'] !== seen) return refuse('behind');
          if (!storage_pages.leads(store)) return refuse('behind');
          done.fence = holder['fence'] = store.fence || holder['fence'] + 1;
          holder['entries'] -= store.missing;
        }
        done.commits = ++holder['commits'];
        holder['entries'] -= there;
        try {
          for (const [key, bytes] of changes) {
            if (bytes) {
              entries.put(bytes, key).onsuccess = alive;
              ++holder['entries'];
            } else {
              entries.delete(key);
            }
          }
          entries.put(holder, storage.HOLDER);
          // Commit explicitly: the page may be frozen before it would happen by itself, while others wait for the lock.
          entries.transaction['commit']?.();
        } catch {
          // All or nothing. If the browser has already aborted the transaction, onabort has the reason.
          try {
            entries.transaction.abort();
          } catch { /* already aborted */ }
        }
      };
      entries.get(storage.HOLDER).onsuccess = (event) => {
        holder = storage.holder(event.target.result);
        begin();
      };
      for (const [key] of changes) entries.count(key).onsuccess = (event) => {
        there += event.target.result;
        begin();
      };
    },

    // Decodes a copy of what C++ packed: u32 count; for each change u32 length and key, u32 length (0xffffffff erases) and
    // bytes.
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
  js_storage_read: (handle, request, first, length) => {
    const store = storage.stores[handle];
    const key = guichet.text(first, length);
    storage.in_turn(store, () => storage.read(store, request, key));
  },
  js_storage_write__deps: ['$storage'],
  js_storage_write: (handle, request, at, length, strict, lead) => {
    const store = storage.stores[handle];
    const changes = storage.unpack(HEAPU8.subarray(at, at + length));
    storage.in_turn(store, () => storage.write(store, request, changes, strict, lead));
  },
  js_storage_lasting__deps: ['$storage'],
  js_storage_lasting: (handle) => storage.stores[handle].memory ? 0 : 1,
  js_storage_do_without__deps: ['$storage'],
  js_storage_do_without: (handle) => storage.do_without(storage.stores[handle]),
  js_storage_used__deps: ['$storage', '$storage_recovery'],
  js_storage_used: (handle) => storage_recovery.recall(storage.stores[handle]) ? 1 : 0,
  js_storage_lost__deps: ['$storage'],
  js_storage_lost: (handle) => storage.stores[handle].lost ? 1 : 0,
  js_storage_seat__deps: ['$storage'],
  js_storage_seat: (handle) => storage.stores[handle].pages.seat,
  js_storage_leads__deps: ['$storage'],
  js_storage_leads: (handle) => storage_pages.leads(storage.stores[handle]) ? 1 : 0,
  js_storage_claim__deps: ['$storage'],
  js_storage_claim: (handle) => storage_pages.claim(storage.stores[handle]),
});
