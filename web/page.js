// The page around the canvas: address, title, appearance, preferences, clipboard, host names. Files are in files.js.
addToLibrary({
  $page__deps: ['$guichet'],
  $page: {
    // Kinds of app_event; must match platform::web::Event.
    LOCATION: 0, APPEARANCE: 1, ONLINE: 2, VISIBILITY: 3, DRAG: 4, DROP: 5, PRINT: 6, RENEWED: 7,
    COLORS: ['Canvas', 'CanvasText', 'LinkText', 'ButtonFace', 'Highlight', 'HighlightText'],  // of platform::SystemColors
    queries: null,
    sorts: null,  // collators for the language: by letters only, also by accents, by everything

    start: () => {
      window.addEventListener('hashchange', () => guichet.event(page.LOCATION, page.location()));
      window.addEventListener('online', () => guichet.event(page.ONLINE, '', 1));
      window.addEventListener('offline', () => guichet.event(page.ONLINE, '', 0));
      document.addEventListener('visibilitychange', () =>
        guichet.event(page.VISIBILITY, '', document.visibilityState === 'visible' ? 1 : 0));
      window.addEventListener('guichet-renewed', () => guichet.event(page.RENEWED));
      page.appearance();
      for (const query of page.queries) query.addEventListener('change', () => guichet.event(page.APPEARANCE, ''));
      // A page restored from the back/forward cache keeps its state, but the address may have changed.
      window.addEventListener('pageshow', (event) => {
        if (event.persisted) guichet.event(page.LOCATION, page.location());
      });
    },

    location: () => location.hash.slice(1),

    // Bits: 1 dark, 2 reduced motion, 4 more contrast, 8 a coarse pointer, 16 forced colours.
    appearance: () => {
      page.queries ||= ['prefers-color-scheme: dark', 'prefers-reduced-motion: reduce', 'prefers-contrast: more',
        'pointer: coarse', 'forced-colors: active'].map((query) => window.matchMedia('(' + query + ')'));
      return page.queries.reduce((bits, query, at) => bits | query.matches << at, 0);
    },

    // As 0xRRGGBB.
    system_color: (number) => {
      const probe = document.createElement('i');
      probe.style.color = page.COLORS[number];
      mirror.root.append(probe);  // where colours are not forced, but ours
      const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g);
      probe.remove();
      return red << 16 | green << 8 | blue;
    },

    // Text for C++, which frees it; 0 means none.
    give_text: (text) => {
      if (text === null || text === undefined) return 0;
      const bytes = guichet.encode(text);
      const at = _malloc(bytes.length + 1);
      HEAPU8.set(bytes, at);
      HEAPU8[at + bytes.length] = 0;
      return at;
    },

    // The name in DNS form, by the browser's own IDNA tables; null if it is not a host name.
    to_ascii: (name) => {
      if (!name || /[\s/\\@:?#%[\]<>^|]/u.test(name)) return null;
      try {
        const host = new URL('http://' + name + '/').hostname;
        return /^[\d.]+$/.test(host) ? null : host;
      } catch {
        return null;
      }
    },

    // The sort order of characters in the language, in the format of query/collation.hpp.
    collate: (text) => {
      const characters = text.split('\x1e').slice(0, -1).map((pair) => pair.split('\x1f'));
      const { letters, accents, all } = page.collators();
      const answer = [];
      let before = '', letter = 0, accent = 0, capital = 0;
      for (const at of [...characters.keys()].sort((a, b) => all(characters[a][0], characters[b][0]))) {
        const [character, folded] = characters[at];
        if (letters(before, character)) [letter, accent, capital] = [letter + 1, 0, 0];
        else if (accents(before, character)) [accent, capital] = [accent + 1, 0];
        else if (all(before, character)) ++capital;
        before = character;
        const ligature = folded.length > 1 && /^[a-z]+$/.test(folded) && !letters(character, folded);
        answer[at] = [letter, accent, capital, !ligature ? 0 : accents(character, folded) ? 2 : 1].join(' ');
      }
      return answer.join(' ');
    },

    // Creating them takes some 10 ms, so it is done before the customer first sorts.
    collators: () => {
      const language = document.documentElement.lang || undefined;
      if (page.sorts && page.sorts.language === language) return page.sorts;
      const [letters, accents, all] = ['base', 'accent', 'variant'].map((sensitivity) =>
        new Intl.Collator(language, { 'sensitivity': sensitivity }).compare);
      return page.sorts = { language, letters, accents, all };
    },

    theme: (dark, colors) => {
      const root = document.documentElement;
      root.setAttribute('data-scheme', dark ? 'dark' : 'light');
      const hex = (color) => '#' + color.toString(16).padStart(6, '0');
      ['--background', '--field-text', '--field-hint', '--field-selection', '--field-caret'].forEach((name, at) =>
        root.style.setProperty(name, hex(colors[at])));
      for (const meta of document.querySelectorAll('meta[name=theme-color]')) {
        meta.removeAttribute('media');
        meta.setAttribute('content', hex(colors[0]));
      }
    },

    copy: async (request, text) => {
      try {
        await navigator.clipboard.writeText(text);
        guichet.answer(request, true);
      } catch {
        guichet.answer(request, page.copy_by_hand(text));
      }
    },

    // Where the clipboard API is refused (plain http), execCommand still works.
    copy_by_hand: (text) => {
      const had = document.activeElement;
      const area = document.createElement('textarea');
      area.value = text;
      area.setAttribute('aria-hidden', 'true');
      document.body.append(area);
      area.select();
      let copied = false;
      try {
        copied = document.execCommand('copy');
      } catch { /* refused: the answer says so */ }
      area.remove();
      if (had && had.focus) had.focus({ preventScroll: true });
      return copied;
    },

    keep_storage: async (request) => {
      const { storage } = navigator;
      let promised = true;
      try {
        if (storage && storage.persist) promised = await storage.persisted() || await storage.persist();
      } catch { /* it cannot be asked */ }
      guichet.answer(request, promised);
    },

    // What time it is for the server that the page comes from. One on this very device has the same clock: that both agree
    // proves nothing.
    servers_time: async (request) => {
      let time = NaN;
      try {
        const { headers } = await fetch('./', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) });
        time = Date.parse(headers.get('Date')) + 1000 * (+headers.get('Age') || 0);
      } catch { /* it cannot be reached */ }
      const own = /^(localhost|127\..*|\[::1\])$/.test(location.hostname);
      if (own && Math.abs(time - Date.now()) < 86_400_000) time = NaN;
      guichet.answer_text(request, time > 0, String(time));
    },

    // In private windows, access to localStorage may throw.
    preference: (key) => {
      try {
        return window.localStorage.getItem('guichet.' + key);
      } catch {
        return null;
      }
    },
    set_preference: (key, value) => {
      try {
        if (value === null) window.localStorage.removeItem('guichet.' + key);
        else window.localStorage.setItem('guichet.' + key, value);
      } catch { /* the choice is just not remembered */ }
    },
  },

  js_start_page__deps: ['$page'],
  js_start_page: () => page.start(),

  js_location__deps: ['$page'],
  js_location: () => page.give_text(page.location()),
  js_open_apart__deps: ['$guichet'],
  js_open_apart: (at, length) => { window.open(guichet.text(at, length), '_blank', 'noopener'); },
  js_reload: () => location.reload(),
  js_keep_storage__deps: ['$page'],
  js_keep_storage: (request) => { page.keep_storage(request); },
  js_servers_time__deps: ['$page'],
  js_servers_time: (request) => { page.servers_time(request); },
  js_set_title__deps: ['$guichet'],
  js_set_title: (at, length) => { document.title = guichet.text(at, length); },
  js_set_language__deps: ['$guichet'],
  js_set_language: (at, length) => { document.documentElement.lang = guichet.text(at, length); },
  js_preferred_language__deps: ['$page'],
  js_preferred_language: () => page.give_text(navigator.language || ''),
  js_online: () => navigator.onLine === false ? 0 : 1,
  js_appearance__deps: ['$page'],
  js_appearance: () => page.appearance(),
  js_system_color__deps: ['$page', '$mirror'],
  js_system_color: (number) => page.system_color(number),
  js_set_theme__deps: ['$page'],
  js_set_theme: (dark, background, text, hint, selection, caret) =>
    page.theme(dark, [background, text, hint, selection, caret]),

  js_preference__deps: ['$page'],
  js_preference: (at, length) => page.give_text(page.preference(guichet.text(at, length))),
  js_set_preference__deps: ['$page'],
  js_set_preference: (key, key_length, value, value_length) =>
    page.set_preference(guichet.text(key, key_length), value ? guichet.text(value, value_length) : null),

  js_copy_text__deps: ['$page'],
  js_copy_text: (request, at, length) => { page.copy(request, guichet.text(at, length)); },
  js_collate__deps: ['$page'],
  js_collate: (at, length) => page.give_text(page.collate(guichet.text(at, length))),
  js_to_ascii__deps: ['$page'],
  js_to_ascii: (at, length) => page.give_text(page.to_ascii(guichet.text(at, length))),

  // Files loaded with the page; boot.js fetched them before the program started.
  js_asset_size__deps: ['$guichet'],
  js_asset_size: (at, length) => {
    const bytes = Module['assets'] && Module['assets'][guichet.text(at, length)];
    return bytes ? bytes.length : -1;
  },
  js_fetch_asset__deps: ['$guichet'],
  js_fetch_asset: (request, at, length) => {
    Module['fetchAsset'](guichet.text(at, length)).then((bytes) => guichet.answer(request, true, bytes),
      () => guichet.answer(request, false));
  },
  js_take_asset__deps: ['$guichet'],
  js_take_asset: (at, length, to) => { HEAPU8.set(Module['assets'][guichet.text(at, length)], to); },
});
