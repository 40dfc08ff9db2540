// What a database lost is noticed, and a damaged one is left behind: what can be read of it goes into a new one, the next
// generation, because a damaged one may refuse even to be deleted.
//
// The sentinel in localStorage says which generation is in use, how many writes it had when one was last on the disk, and
// whether something is lost that the program has not made up for yet: until it has stored everything anew, every page that
// reads hears of it.
addToLibrary({
  $storage_recovery__deps: ['$guichet'],
  $storage_recovery: {
    ATTEMPTS: [0, 30, 100],    // milliseconds before each attempt to open and read
    SLOW_MS: 2000,             // a refusal to open that takes longer: the browser itself has tried again and again
    SALVAGE_MS: 1000,          // for reading a damaged database entry by entry: then the customer waits long enough

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
    // Of this generation; null where the sentinel speaks of another one.
    recall_this: (store) => {
      const sentinel = storage_recovery.recall(store);
      return sentinel && sentinel.generation === store.generation ? sentinel : null;
    },
    remember: (store, commits, lost) => {
      const words = { 'generation': store.generation, 'commits': commits };
      if (lost) words['lost'] = true;
      try {
        window.localStorage.setItem(store.name + '.storage', JSON.stringify(words));
      } catch { /* then losses are noticed by the holder alone */ }
    },
    // After a write. `whole`: by the page that leads, which has told what was missing before it writes like that.
    note: (store, commits, whole) => {
      if (whole) store.lost = false;
      const before = storage_recovery.recall(store);
      if (before && before.generation > store.generation) return;
      const here = before && before.generation === store.generation ? before : { commits: 0, lost: false };
      storage_recovery.remember(store, Math.max(commits, here.commits), here.lost && !whole);
    },
    // What is there now counts from here on.
    forget: (store) => storage_recovery.remember(store, 0, true),

    // Which generation is in use: as the sentinel says, or the latest there is.
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

    // After a reading: is that all there was?
    compare: (store, holder, found) => {
      const sentinel = storage_recovery.recall_this(store);
      const back = sentinel !== null && sentinel.commits > (holder ? holder['commits'] : 0);
      store.missing = holder ? holder['entries'] - found : 0;
      const loss = store.missing > 0 || back || (sentinel !== null && sentinel.lost);
      store.torn ||= loss;
      store.lost ||= loss;
      if (back) storage_recovery.forget(store);
    },

    // --- half a write ---------------------------------------------------------------
    // LevelDB goes on writing behind half a record that a power cut left at the end of its log, takes that record for damage
    // when it opens the next time, and Chromium then erases everything. A log that has become full is replaced: so more is
    // written first than a log holds (4 MiB, Options::write_buffer_size), by values that cannot be compressed and are too
    // small to become files of their own (64 KiB).
    //
    // The list of its files (MANIFEST) is gone on with in the same way, and nothing makes that a new one but to be erased. So
    // after a loss the database is closed for as long as Chromium needs to close its files (2 s after the last page): when it
    // is opened again, what would have been erased the next time is erased now, while the program still has everything.
    FILL: { values: 80, bytes: 60 << 10 },
    REOPEN_MS: 3000,
    fill: async (store) => {
      store.torn = false;  // where there is no room for it, nothing can be done
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

    // A page that is being looked at leaves a mark, each under its seat, and takes it away when it is hidden or left: who
    // leads from the start, when nobody else is there, and finds one, comes after a power cut or a crash.
    mark: (store, visible) => {
      const name = store.name + '.open.' + store.pages.seat;
      try {
        if (visible) window.localStorage.setItem(name, '');
        else window.localStorage.removeItem(name);
      } catch { /* then only what is missing tells of half a write */ }
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

    // --- reading what may be damaged ----------------------------------------------
    // Hands over all that can be read. Resolves to '' or to the reason of a refusal.
    read: async (store, request, first) => {
      if (storage_recovery.recall_this(store)) store.lost = false;  // it says what is still not made up for
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
        if (store.memory) return 'unavailable';  // nobody waits for it any more
        if (why !== 'damaged' && why !== 'aborted') return why;
        storage_recovery.close(store);
        if (slow) break;
      }
      return storage_recovery.begin_anew(store, request);
    },

    // At once, or when it has opened.
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
        indexedDB.deleteDatabase(old);  // whether it can be or not: nobody waits for it
      } catch { /* it stays */ }
      for (const [key, bytes] of saved) guichet.entry(request, key, new Uint8Array(bytes));
      if (!guichet.ended) _app_part(request);
      storage_pages.has_read(store, 0);
      storage_pages.tell_generation(store);
      // Into what cannot be opened either, nothing will be stored.
      return storage.run(store, () => {});
    },

    // A database that can be read and takes nothing more is left behind too: the program still has everything, and stores
    // it anew when it hears that nothing is there.
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

    // Entry by entry, for as long as a customer may wait.
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
