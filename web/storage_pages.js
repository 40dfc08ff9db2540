// The pages of one browser that share a database. Each has a seat, a number used in keys so that no two pages append under the
// same ones. One page leads, and only it changes existing entries. All are told, in order, what the others have written.
//
// Web Locks assign the seats and the lead. The leader may hang, be frozen or be stopped in a debugger: visible pages ask it for
// a sign of life, and take the lead if there is none. The fence in the database refuses a former leader that wakes up. Without
// Web Locks (a page not served securely) every page takes a random seat and considers itself the leader: then only the fence
// decides, and a page that is refused reads again.
addToLibrary({
  $storage_pages__deps: ['$guichet', 'app_storage_heard'],
  $storage_pages: {
    SIGN_OF_LIFE_MS: 5000,   // between two questions; after two without an answer the page takes the lead
    GAP_MS: 1000,            // waiting time for a message that a later one has overtaken

    alone: () => ({
      joined: false,
      seat: 0,
      locks: null,        // the browser's LockManager, if available
      leading: true,
      waits: false,       // a request for the lead is queued
      release: [],        // functions that release this page's locks
      channel: null,
      seen: 0,            // the program knows all writes up to this one
      heard: new Map(),   // writes that arrived before an earlier one: the changes, or null for this page's own
      gap: 0,
      reading: false,
      mixed: false,       // the last read combined two states of the database
      asked: 0,
      clock: 0,
    }),
    leads: (store) => store.pages.leading,

    join: async (store) => {
      const pages = store.pages;
      if (pages.joined || store.memory) return;
      pages.joined = true;
      if (globalThis.BroadcastChannel) {
        pages.channel = new BroadcastChannel('guichet/' + store.name);
        pages.channel.onmessage = (event) => storage_pages.hear(store, event.data);
      }
      const locks = globalThis.navigator && navigator['locks'];
      try {
        await locks['query']();
      } catch {
        // Web Locks are missing or forbidden: nobody can say which seats are free.
        pages.seat = crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
        return;
      }
      if (store.pages !== pages) return;
      pages.locks = locks;
      pages.leading = false;
      while (!await storage_pages.hold(store, '/seat/' + pages.seat, { 'ifAvailable': true })) {
        if (store.pages !== pages) return;
        ++pages.seat;
      }
      if (store.pages !== pages) return;
      const led = await storage_pages.lead(store, { 'ifAvailable': true });
      if (store.pages !== pages) return;
      if (led) store.torn ||= storage_recovery.take_marks(store);
      else storage_pages.lead(store, {});
      storage_recovery.mark(store, document.visibilityState === 'visible');
      pages.clock = setInterval(() => storage_pages.ask(store), storage_pages.SIGN_OF_LIFE_MS);
      storage_pages.watch(store);
    },

    // Resolves to true if the lock was granted. The lock is held until `release`, or until another page steals it.
    hold: (store, name, how, lost) => new Promise((resolve) => {
      const pages = store.pages;
      pages.locks['request']('guichet/' + store.name + name, how, (lock) => {
        if (!lock || store.pages !== pages) return resolve(false);
        return new Promise((release) => {
          pages.release.push(release);
          resolve(true);
        });
      }).catch(() => {
        if (lost) lost();
        resolve(false);
      });
    }),

    lead: async (store, how) => {
      const pages = store.pages;
      const lost = () => {
        if (store.pages !== pages || !pages.leading) return;
        storage_pages.set_leading(store, false);
        storage_pages.lead(store, {});
      };
      const waits = !how['ifAvailable'] && !how['steal'];
      if (waits && pages.waits) return false;
      pages.waits ||= waits;
      const held = await storage_pages.hold(store, '/lead', how, lost);
      if (waits) pages.waits = false;
      // At the start the program checks leads() itself, without a notification.
      if (held && how['ifAvailable']) pages.leading = true;
      else if (held && !pages.leading) storage_pages.set_leading(store, true);
      return held;
    },

    set_leading: (store, leading) => {
      store.pages.leading = leading;
      store.pages.asked = 0;
      store.fence = 0;
      storage_pages.tell(store, 2);
    },

    // Takes the lead from the page that has it. Its writes are refused after our first one.
    claim: (store) => {
      if (storage_pages.leads(store) || !store.pages.locks) return;
      storage_pages.lead(store, { 'steal': true });
    },

    // --- signs of life -----------------------------------------------------------
    ask: (store) => {
      const pages = store.pages;
      if (pages.leading || document.visibilityState !== 'visible') {
        pages.asked = 0;
        return;
      }
      if (pages.asked >= 2) return storage_pages.claim(store);
      ++pages.asked;
      pages.channel?.postMessage({ 'ask': true });
    },

    // A page that is frozen or hidden for good gives up the lead, and catches up when it resumes.
    watch: (store) => {
      const pages = store.pages;
      const sleep = () => {
        if (store.pages !== pages) return;
        storage_pages.leave(store);
        store.pages = { ...storage_pages.alone(), leading: false };
      };
      const wake = () => {
        if (!store.pages.joined) storage_pages.tell(store, 3);
      };
      const mark = () => {
        if (store.pages === pages) storage_recovery.mark(store, document.visibilityState === 'visible');
      };
      document.addEventListener('visibilitychange', mark);
      document.addEventListener('freeze', sleep, { once: true });
      addEventListener('pagehide', sleep, { once: true });
      document.addEventListener('resume', wake, { once: true });
      addEventListener('pageshow', (event) => { if (event.persisted) wake(); }, { once: true });
    },

    leave: (store) => {
      const pages = store.pages;
      if (pages.clock) storage_recovery.mark(store, false);
      clearInterval(pages.clock);
      clearTimeout(pages.gap);
      if (pages.channel) {
        pages.channel.onmessage = null;
        pages.channel.close();
      }
      for (const release of pages.release) release();
    },

    // --- writes of other pages -------------------------------------------------------
    has_written: (store, commits, changes) => {
      store.pages.channel?.postMessage({ 'generation': store.generation, 'commits': commits, 'changes': changes });
      store.pages.heard.set(commits, null);
      storage_pages.pump(store);
    },

    // `first`: the number of writes when the read, or an earlier attempt of it, began to deliver entries.
    has_read: (store, commits, first = commits) => {
      const pages = store.pages;
      pages.seen = first;
      pages.mixed = first !== commits;
      if (!commits) pages.heard.clear();
      store.fence = 0;
    },

    tell_generation: (store) => store.pages.channel?.postMessage({ 'generation': store.generation }),

    hear: (store, message) => {
      const pages = store.pages;
      if (message['ask']) {
        if (pages.leading) pages.channel.postMessage({ 'alive': true });
      } else if (message['alive']) {
        pages.asked = 0;
      } else if (message['generation'] !== store.generation) {
        if (message['generation'] < store.generation) return;
        store.generation = message['generation'];
        storage_recovery.close(store);
        storage_pages.tell(store, 3);
      } else if (message['commits'] > pages.seen) {
        pages.heard.set(message['commits'], message['changes']);
        storage_pages.pump(store);
      }
    },

    // Delivers the writes that have arrived, in order. If one stays missing, everything is read again.
    pump: (store) => {
      const pages = store.pages;
      if (pages.reading || pages.mixed) return;
      clearTimeout(pages.gap);
      for (const commits of pages.heard.keys()) if (commits <= pages.seen) pages.heard.delete(commits);
      for (let changes; (changes = pages.heard.get(pages.seen + 1)) !== undefined;) {
        pages.heard.delete(++pages.seen);
        if (changes) storage_pages.hand_on(store, changes);
      }
      if (pages.heard.size) pages.gap = setTimeout(() => {
        if (store.pages === pages && pages.heard.size) storage_pages.tell(store, 3);
      }, storage_pages.GAP_MS);
    },

    // Sends them as entries with a prefix byte: 1 and the bytes, or 0 for an erased key.
    hand_on: (store, changes) => {
      if (guichet.ended) return;
      const request = storage_pages.tell(store, 1);
      for (const [key, bytes] of changes) {
        const marked = new Uint8Array(bytes ? bytes.length + 1 : 1);
        if (bytes) {
          marked[0] = 1;
          marked.set(bytes, 1);
        }
        guichet.entry(request, key, marked);
      }
      guichet.answer(request, true);
    },

    // Notifies the program. 1: another page has written; returns the request to answer. 2: the leader has changed. 3: read
    // everything again.
    tell: (store, what) => guichet.ended ? 0 : _app_storage_heard(storage.stores.indexOf(store), what),
  },
});
