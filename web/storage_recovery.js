// Detects losses of a database and replaces a damaged one: what can be read of it is saved into a new one, the next generation,
// because a damaged database may refuse even to be deleted.
//
// The sentinel in localStorage contains the generation in use, the number of writes at the last durable one, and a flag for a
// loss that the program has not repaired yet: until it has stored everything again, every page that reads is told of the loss.
addToLibrary({
  $storage_recovery__deps: ['$guichet'],
  $storage_recovery: {
    ATTEMPTS: [0, 30, 100],    // pauses in ms before each attempt to open and read
    SLOW_MS: 2000,             // if opening fails after more than this, the browser has retried by itself: do not repeat
    SALVAGE_MS: 1000,          // time limit for reading a damaged database entry by entry

    database_name: (store) => store.generation ? store.name + '.' + store.generation : store.name,

    // --- the sentinel -----------------------------------------------------------
    recall: (store) => {
      try {
        const words = JSON.parse(window.localStorage.getItem(store.name + '.storage'));
        const [generation, commits] = [words['generation'], words['commits']];
        const sound = [generation, commits].every((number) => Number.isSafeInteger(number) && number >= 0);
        return sound ? { generation, commits, lost: words['lost'] === true } : null;
      } catch {
        return null;
      }
    },
    // The sentinel, if it is of this generation; otherwise null.
    recall_this: (store) => {
      const sentinel = storage_recovery.recall(store);
      return sentinel && sentinel.generation === store.generation ? sentinel : null;
    },
    remember: (store, commits, lost) => {
      const words = { 'generation': store.generation, 'commits': commits };
      if (lost) words['lost'] = true;
      try {
        window.localStorage.setItem(store.name + '.storage', JSON.stringify(words));
      } catch { /* then only the holder can reveal losses */ }
    },
    // After a write. `whole`: by the leader; it knew of any loss when it wrote this, so the loss counts as repaired.
    note: (store, commits, whole) => {
      if (whole) store.lost = false;
      const before = storage_recovery.recall(store);
      if (before && before.generation > store.generation) return;
      const here = before && before.generation === store.generation ? before : { commits: 0, lost: false };
      storage_recovery.remember(store, Math.max(commits, here.commits), here.lost && !whole);
    },
    // Restarts the count of writes, with the loss flag set.
    forget: (store) => storage_recovery.remember(store, 0, true),

    // The generation in use: from the sentinel, or else the latest database that exists.
    find_generation: async (store) => {
      const sentinel = storage_recovery.recall(store);
      if (sentinel) return Math.max(sentinel.generation, store.generation);
      try {
        const numbers = (await indexedDB['databases']()).map(({ name }) => name.startsWith(store.name + '.') ?
          +name.slice(store.name.length + 1) : 0);
        return Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
      } catch {
        return 0;
      }
    },

    // After a read: checks whether it found everything.
    compare: (store, holder, found) => {
      const sentinel = storage_recovery.recall_this(store);
      const back = sentinel !== null && sentinel.commits > (holder ? holder['commits'] : 0);
      store.missing = holder ? holder['entries'] - found : 0;
      const loss = store.missing > 0 || back || (sentinel !== null && sentinel.lost);
      store.torn ||= loss;
      store.lost ||= loss;
      if (back) storage_recovery.forget(store);
    },

    // --- incomplete writes ----------------------------------------------------------
    // A power cut can leave an incomplete record at the end of LevelDB's log. LevelDB then appends after it, takes it for
    // damage the next time it opens, and Chromium erases the whole database. LevelDB starts a new log when the current one is
    // full: therefore write more than a log holds (4 MiB, Options::write_buffer_size), in values that are incompressible and
    // too small for files of their own (64 KiB).
    //
    // The same happens to LevelDB's list of files (MANIFEST), which is only replaced when the database is erased. So after a
    // loss close the database for as long as Chromium needs to close its files (2 s after the last page): if it must be erased,
    // that happens when it is opened again, now, while the program still has all data.
    FILL: { values: 80, bytes: 60 << 10 },
    REOPEN_MS: 3000,
    fill: async (store) => {
      store.torn = false;  // if there is no space for this, nothing else can be done
      const { values, bytes } = storage_recovery.FILL;
      const write = (begin) => storage.run(store, (database) => storage.transaction(database, 'readwrite', 'relaxed', begin));
      await write((entries) => {
        for (let at = 0; at < values; ++at) entries.put(crypto.getRandomValues(new Uint8Array(bytes)), storage.FILLER + at);
      });
      await write((entries) => { entries.delete(IDBKeyRange.bound(storage.FILLER, storage.HOLDER, false, true)); });
      if (!store.lost) return;
      storage_recovery.close(store);
      await new Promise((done) => setTimeout(done, storage_recovery.REOPEN_MS));
    },

    // A visible page stores a mark under its seat, and removes it when it is hidden or left. A page that leads from the start
    // and finds a mark, although no other page is open, comes after a power cut or a crash.
    mark: (store, visible) => {
      const name = store.name + '.open.' + store.pages.seat;
      try {
        if (visible) window.localStorage.setItem(name, '');
        else window.localStorage.removeItem(name);
      } catch { /* then only missing entries reveal an incomplete write */ }
    },
    take_marks: (store) => {
      try {
        const names = Object.keys(window.localStorage).filter((name) => name.startsWith(store.name + '.open.'));
        for (const name of names) window.localStorage.removeItem(name);
        return names.length > 0;
      } catch {
        return false;
      }
    },

    // --- reading a possibly damaged database --------------------------------------
    // Delivers all that can be read. Resolves to '' or the reason of a refusal.
    read: async (store, request, first) => {
      if (storage_recovery.recall_this(store)) store.lost = false;  // the sentinel knows if a loss is still not repaired
      if (store.memory) {
        for (const key of [...store.memory.keys()].sort()) guichet.entry(request, key, store.memory.get(key));
        return '';
      }
      let why = '';
      for (const pause of storage_recovery.ATTEMPTS) {
        if (pause) await new Promise((done) => setTimeout(done, pause));
        const begin = performance.now();
        const refusal = await storage.database(store).then(() => '', (reason) => reason);
        const slow = refusal && performance.now() - begin > storage_recovery.SLOW_MS;
        why = refusal || await storage.read_all(store, request, first);
        if (store.memory) return 'unavailable';  // do_without() was called meanwhile
        if (why !== 'damaged' && why !== 'aborted') return why;
        storage_recovery.close(store);
        if (slow) break;
      }
      return storage_recovery.begin_anew(store, request);
    },

    // Closes it at once, or as soon as it has opened.
    close: (store) => {
      store.database?.then((database) => database.close(), () => {});
      store.database = null;
    },

    begin_anew: async (store, request) => {
      const saved = await storage_recovery.salvage(store);
      if (store.memory) return 'unavailable';
      const old = storage_recovery.database_name(store);
      storage_recovery.close(store);
      storage_pages.claim(store);
      ++store.generation;
      store.lost = store.torn = true;
      storage_recovery.forget(store);
      try {
        indexedDB.deleteDatabase(old);  // no need to wait for the result
      } catch { /* the old database stays */ }
      for (const [key, bytes] of saved) guichet.entry(request, key, new Uint8Array(bytes));
      if (!guichet.ended) _app_part(request);
      storage_pages.has_read(store, 0);
      storage_pages.tell_generation(store);
      // Fails if the new database cannot be opened either: then nothing can be stored.
      return storage.run(store, () => {});
    },

    // Also replaces a database that can be read but not written: the program still has everything, and stores it again when it
    // is told that nothing is there.
    is_beyond_writing: async (store) => {
      if (++store.failures < storage_recovery.ATTEMPTS.length) return false;
      store.failures = 0;
      storage_recovery.close(store);
      ++store.generation;
      storage_recovery.forget(store);
      storage_pages.has_read(store, 0);
      storage_pages.tell_generation(store);
      return true;
    },

    // Reads entry by entry, up to a time limit.
    salvage: async (store) => {
      const saved = [];
      const end = performance.now() + storage_recovery.SALVAGE_MS;
      const late = new Promise((_, reject) => setTimeout(reject, storage_recovery.SALVAGE_MS));
      try {
        await Promise.race([storage.database(store), late]);
      } catch {
        return saved;
      }
      const ask = (make) => storage.run(store, (database) => new Promise((resolve, reject) => {
        const timer = setTimeout(reject, Math.max(0, end - performance.now()), null);
        const done = (settle, value) => {
          clearTimeout(timer);
          settle(value);
        };
        const request = make(database.transaction('bytes', 'readonly').objectStore('bytes'));
        request.onerror = (event) => {
          event.preventDefault();
          done(reject, request.error);
        };
        request.onsuccess = () => done(resolve, request.result);
      }).then((result) => { answer = result; }));
      let answer = null;
      if (await ask((entries) => entries.getAllKeys())) return saved;
      for (const key of answer) {
        if (key <= storage.HOLDER || performance.now() > end) continue;
        if (!await ask((entries) => entries.get(key)) && answer) saved.push([key, answer]);
      }
      return saved;
    },
  },
});
