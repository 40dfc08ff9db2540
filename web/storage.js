// IndexedDB as a store of bytes by key: one database, one object store. A write is done when its transaction
// is complete. Without IndexedDB the entries stay in memory, and `lasting` says so.
//
// Beside the entries lies the holder, { fence, commits, entries }, which every transaction reads and writes:
//   commits   how many writes there were, so that a page knows whether it has heard of all of them;
//   fence     the number of the page that may change what is there: one that led before, and slept, is refused;
//   entries   how many there should be, so that a missing one is noticed.
// The pages that share a database are in storage_pages.js, what to do with a damaged one in storage_recovery.js.
addToLibrary({
  $storage__deps: ['$guichet', '$storage_pages', '$storage_recovery', 'app_part'],
  $storage: {
    BATCH: 8,               // entries that a read takes at a time, at most,
    BATCH_BYTES: 1 << 18,   // and about so many bytes: each batch is taken in before the page answers again
    AHEAD: 2,               // batches on their way while one is taken in
    PATIENCE_MS: 20000,      // for one step of IndexedDB, which may never answer
    HOLDER: '\u0000holder',  // no key of the program begins like that
    FILLER: '\u0000filler',  // before the holder: nobody reads it
    stores: [],              // by handle

    open: (name) => storage.stores.push({
      name,
      generation: 0,
      database: null,        // a promise, or null while it is closed
      memory: null,          // a Map, where the device has no database
      fence: 0,              // ours, once we have written as the page that leads
      failures: 0,           // writes in a row that damage has refused
      missing: 0,            // entries that the last reading did not find
      lost: false,           // and not made up for
      torn: false,           // the last bytes on the disk may be half a write
      read_first: null,      // of the reading under way: the writes there were when it first handed something over
      turn: Promise.resolve(),  // the calls before
      give_up: () => {},        // ends the reading under way
      pages: storage_pages.alone(),
    }) - 1,

    // The database, opened once and again after the browser closed it; rejects with a reason word.
    database: (store) => {
      if (store.database) return store.database;
      let opening = null;
      const forget = () => {
        if (store.database === opening) store.database = null;  // and not the one that was opened since
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
      } catch { /* some browsers forbid even the look */ }
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
          database.onversionchange = close;  // somebody replaces or deletes it, and must not wait for us
          database['onclose'] = forget;
          resolve(database);
        };
      } catch (error) {
        fail(error);
      }
    }),

    // Runs `work` on the database. One that the browser closed behind our back is opened once more.
    // Resolves to '' or to the reason of the refusal.
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

    // A transaction as a promise that settles once, whatever the browser does; `begin` makes the requests and
    // may call `alive` whenever something came back. Of one that begins while it closes the database, Chromium says
    // nothing any more.
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
            // It cannot be undone any more, and its end is on its way: what was refused must not come true later.
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

    // One call after the other, in the order they were made. A fault of the program in one of them is not kept quiet.
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
      // Two attempts have read at different times, or the page was put to sleep in between: what came is no whole.
      if (store.memory || (store.pages.joined && !store.pages.mixed)) return;
      if (why) setTimeout(() => storage_pages.tell(store, 3), storage_pages.GAP_MS);
      else storage_pages.tell(store, 3);
    },

    join_and_read: async (store, request, first) => {
      if (!store.memory) {
        store.generation = await storage_recovery.find_generation(store);
        storage.database(store).catch(() => {});  // opens while the page looks for its seat
        await storage_pages.join(store);
        if (store.memory) return 'unavailable';
      }
      return storage_recovery.read(store, request, first);
    },

    // What the database says from now on comes too late.
    do_without: (store) => {
      storage.keep_in_memory(store);
      store.give_up('unavailable');
    },

    keep_in_memory: (store) => {
      store.memory ||= new Map();
      storage_pages.leave(store);
      store.pages = storage_pages.alone();
    },

    // One attempt to hand over every entry: `first`, if it is there, and the others in the order of the keys.
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
            // A batch without its values is not read as an empty one.
            if (come.length !== some.length) return entries.transaction.abort();
            // Bytes that are ours already are not copied: that would cost as much as to read them.
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
            // A batch is a range of keys, and the first one is not to come again.
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
        // Left behind by another page meanwhile.
        store.pages.mixed ||= store.generation !== generation;
      });
    }),

    // What is not ours, such as the token that earlier versions left there, counts as none.
    holder: (value) => ['fence', 'commits', 'entries'].every((name) => value && Number.isSafeInteger(value[name])) ? value : null,

    // --- writing ---------------------------------------------------------------
    // `changes`: pairs of key and bytes; null erases. They are copies already. `lead`: only for the page that leads.
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
      done.refusal = '';  // of an attempt that the browser closed the database under
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
          // The first write of a page that leads: it must have heard of everything that was written before.
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
          // Not left to the page, which may be put to sleep with the others waiting behind it.
          entries.transaction['commit']?.();
        } catch {
          // The whole or nothing. Where the browser has aborted it under our hands it says why there.
          try {
            entries.transaction.abort();
          } catch { /* it did */ }
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
  js_storage_lost__deps: ['$storage'],
  js_storage_lost: (handle) => storage.stores[handle].lost ? 1 : 0,
  js_storage_seat__deps: ['$storage'],
  js_storage_seat: (handle) => storage.stores[handle].pages.seat,
  js_storage_leads__deps: ['$storage'],
  js_storage_leads: (handle) => storage_pages.leads(storage.stores[handle]) ? 1 : 0,
  js_storage_claim__deps: ['$storage'],
  js_storage_claim: (handle) => storage_pages.claim(storage.stores[handle]),
});
