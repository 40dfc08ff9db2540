// Calls from JavaScript into C++: answers to requests, events, and whether the page is idle. Every request is answered exactly
// once, and never before its js_ function has returned.
addToLibrary({
  $guichet__deps: ['app_answer', 'app_entry', 'app_event', 'malloc'],
  $guichet: {
    encoder: null,
    decoder: null,
    restless: 32,  // bits: 1 a frame, 2 requests, 4 the program, 8 the mirror, 32 the start, 64 and 128 live regions, 256 the history
    ended: false,

    // A copy of the C++ memory that was passed to a js_ function, because that memory may move or change later.
    bytes: (at, length) => HEAPU8.slice(at, at + length),
    text: (at, length) => {
      guichet.decoder ||= new TextDecoder();
      return guichet.decoder.decode(HEAPU8.slice(at, at + length));
    },
    encode: (text) => {
      guichet.encoder ||= new TextEncoder();
      return guichet.encoder.encode(text);
    },

    // Bytes for C++, which frees them.
    give: (bytes) => {
      const at = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, at);
      return at;
    },

    // Adds an entry to an answer that is still to come; request 0: the dropped file.
    entry: (request, key, bytes) => {
      if (guichet.ended) return;
      const name = guichet.encode(key);
      const at = _app_entry(request, guichet.give(name), name.length, bytes.length);
      if (at) HEAPU8.set(bytes, at);
    },

    answer: (request, ok, bytes) => {
      if (guichet.ended) return;
      bytes ||= new Uint8Array(0);
      _app_answer(request, ok ? 1 : 0, guichet.give(bytes), bytes.length);
    },
    answer_text: (request, ok, text) => guichet.answer(request, ok, guichet.encode(text)),

    // Sends an event of the page; the kinds are listed in src/platform/web/bridge.hpp.
    event: (kind, text, number) => {
      if (guichet.ended) return;
      const bytes = guichet.encode(text || '');
      _app_event(kind, guichet.give(bytes), bytes.length, number || 0);
    },

    // Sets an attribute of the root element that says whether the page is idle, so that tests can wait for it.
    rest: (bit, busy) => {
      const before = guichet.restless;
      guichet.restless = busy ? before | bit : before & ~bit;
      if (!before !== !guichet.restless)
        document.documentElement.setAttribute('data-idle', guichet.restless ? 'false' : 'true');
    },
  },

  js_rest__deps: ['$guichet'],
  js_rest: (bit, busy) => guichet.rest(bit, busy),
});
