// The pages of one browser that share a database. Each has a seat, so that no two append under the same keys; one leads,
// and it alone changes what is there; all hear what the others have written, in order.
//
// Web Locks say who sits where and who leads. The one that leads may hang, be frozen or be stopped in a debugger: a page
// that is being looked at asks it for a sign of life, and takes the lead when there is none. A page that led before and
// wakes up is refused by the fence in the database. Without Web Locks (a page that is not served securely) every page
// takes a seat by chance and leads: the fence alone decides, and whoever is refused reads again.
addToLibrary({
  $storage_pages__deps: ['$guichet', 'app_storage_heard'],
  $storage_pages: {
    SIGN_OF_LIFE_MS: 5000,   // between two questions; two without an answer, and the lead changes
    GAP_MS: 1000,            // for a message that another one has overtaken

    alone: () => ({
      joined: false,
      seat: 0,
      locks: null,        // the browser's, where there are any
      leading: true,
      waits: false,       // to lead, when the one that does goes away
      release: [],        // lets go of the locks that this page holds
      channel: null,
      seen: 0,            // writes up to here are known to the program
      heard: new Map(),   // those that came before an earlier one: the changes, or null for our own
      gap: 0,
      reading: false,
      mixed: false,       // what was last read is of two times
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
        // There are none, or this page may not have them. Nobody says which seats are free.
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

    // Resolves to whether the lock was given; it is held until `release`, or until somebody takes it away.
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
      // At the start the program asks by itself.
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

    // Takes the lead from the page that has it. That one's writes are refused from our first write on.
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

    // A page that is put to sleep lets others lead, and catches up when it wakes.
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

    // --- what others have written ----------------------------------------------------
    has_written: (store, commits, changes) => {
      store.pages.channel?.postMessage({ 'generation': store.generation, 'commits': commits, 'changes': changes });
      store.pages.heard.set(commits, null);
      storage_pages.pump(store);
    },

    // `first`: the writes there were when the reading began to hand something over, in an earlier attempt perhaps.
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

    // Hands on what has come, in order. What never comes is read from the database.
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

    // As entries with a byte in front: 1 and the bytes, or 0 for one that was erased.
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

    // 1: another page has written; 2: who leads has changed; 3: read everything anew. For 1 the request to answer.
    tell: (store, what) => guichet.ended ? 0 : _app_storage_heard(storage.stores.indexOf(store), what),
  },
});
