// Files that the customer picks, drops or saves. Their bytes are transferred in pieces; a file that is too large is refused
// without being read.
addToLibrary({
  $files__deps: ['$guichet', '$page'],
  $files: {
    limit: 500e6,
    given: null,   // files that the program may read, by number
    last: 0,
    depth: 0,      // dragenter events without a dragleave so far
    hovers: false,

    start: () => {
      const carries_file = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
      const hover = (over) => {
        if (files.hovers === over) return;
        files.hovers = over;
        guichet.event(page.DRAG, '', over ? 1 : 0);
      };
      window.addEventListener('dragenter', (event) => {
        if (!carries_file(event)) return;
        event.preventDefault();
        ++files.depth;
        hover(true);
      });
      window.addEventListener('dragover', (event) => {
        if (!carries_file(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      });
      window.addEventListener('dragleave', (event) => {
        if (carries_file(event) && --files.depth <= 0) {
          files.depth = 0;
          hover(false);
        }
      });
      window.addEventListener('drop', (event) => {
        if (!carries_file(event)) return;
        event.preventDefault();
        files.depth = 0;
        hover(false);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        guichet.event(page.DROP, files.hand_over(0, file));
      });
    },

    // Passes name, number and size to C++; returns why the file cannot be read, or ''.
    hand_over: (request, file) => {
      const why = file.size > files.limit ? 'too_large' : '';
      files.given ||= new Map();
      if (!why) files.given.set(++files.last, file);
      guichet.entry(request, file.name, guichet.encode((why ? 0 : files.last) + ' ' + file.size));
      return why;
    },

    read: async (request, number, from, to) => {
      let bytes = null;
      try {
        bytes = new Uint8Array(await files.given.get(number).slice(from, to).arrayBuffer());
      } catch { /* moved, changed or released: answered with ok = false */ }
      guichet.answer(request, !!bytes, bytes);
    },

    // The field stays in the page: Safari on phones may forget one that is not there before its file is chosen.
    field: null,

    pick: (request, accept) => {
      if (files.field) files.field.remove();
      const input = files.field = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.hidden = true;
      document.body.append(input);
      input.addEventListener('change', () => {
        const file = input.files[0];
        const why = file ? files.hand_over(request, file) : 'cancelled';
        guichet.answer_text(request, !why, why);
      });
      input.addEventListener('cancel', () => guichet.answer_text(request, false, 'cancelled'));
      try {
        input.click();
      } catch {
        queueMicrotask(() => guichet.answer_text(request, false, 'unavailable'));
      }
    },

    // Files being built for the customer: a map of name, type and pieces. Pieces are merged into a Blob from time to time, so
    // that the browser can keep a large file outside the page's memory.
    drafts: null,
    drafted: 0,
    PIECE: 4e6,

    begin: (name, mime) => {
      files.drafts ||= new Map();
      files.drafts.set(++files.drafted, { name, mime, pieces: [], loose: [], size: 0 });
      return files.drafted;
    },

    append: (number, bytes) => {
      const draft = files.drafts.get(number);
      draft.loose.push(bytes);
      draft.size += bytes.length;
      if (draft.size >= files.PIECE) files.put_together(draft);
    },

    put_together: (draft) => {
      draft.pieces.push(new Blob(draft.loose));
      draft.loose = [];
      draft.size = 0;
    },

    ready: null,  // the last finished file: name and blob

    finish: (number) => {
      const draft = files.drafts.get(number);
      files.drafts.delete(number);
      files.put_together(draft);
      files.ready = { name: draft.name, blob: new Blob(draft.pieces, { type: draft.mime }) };
      files.offer();
    },

    // No browser tells whether the customer got it.
    offer: () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(files.ready.blob);
      link.download = files.ready.name;
      link.click();
      // Some browsers take a while to start the download; then it keeps the blob.
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },

    cancel: (number) => {
      if (files.drafts) files.drafts.delete(number);
    },
  },

  js_start_files__deps: ['$files'],
  js_start_files: () => files.start(),
  js_set_file_limit__deps: ['$files'],
  js_set_file_limit: (bytes) => { files.limit = bytes; },
  js_pick_file__deps: ['$files'],
  js_pick_file: (request, at, length) => files.pick(request, guichet.text(at, length)),
  js_read_file__deps: ['$files'],
  js_read_file: (request, number, from, to) => { files.read(request, number, from, to); },
  js_forget_file__deps: ['$files'],
  js_forget_file: (number) => { if (files.given) files.given.delete(number); },
  js_begin_file__deps: ['$files'],
  js_begin_file: (name, name_length, mime, mime_length) =>
    files.begin(guichet.text(name, name_length), guichet.text(mime, mime_length)),
  js_append_file__deps: ['$files'],
  js_append_file: (number, at, length) => files.append(number, guichet.bytes(at, length)),
  js_finish_file__deps: ['$files'],
  js_finish_file: (number) => files.finish(number),
  js_offer_file_again__deps: ['$files'],
  js_offer_file_again: () => files.offer(),
  js_cancel_file__deps: ['$files'],
  js_cancel_file: (number) => files.cancel(number),
});
