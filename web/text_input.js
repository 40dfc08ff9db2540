// Text fields are native <input>s, placed over the drawn fields, so that dead keys, input methods, paste, undo, phone keyboards
// and password managers work. While a field has the focus the page shows its text; otherwise the canvas draws the text and the
// native one is transparent.
addToLibrary({
  $text_input__deps: ['$guichet', '$mirror_elements'],
  $text_input: {
    edited_at: -Infinity,  // time of the last edit
    edits: 0,            // counts edits, so that a screen made before the last one does not undo it
    composing: 0,        // id of the field in which an input method is composing
    committed: {},       // the text at the last commit, by id

    listen: (root) => {
      const on = (kind, handle) => root.addEventListener(kind, (event) => {
        const node = mirror.node_of(event.target);
        if (node && mirror_elements.is_field(node)) handle(node, event.target, event);
      });
      on('input', (node, field, event) => text_input.tell(node, field, !!event.isComposing));
      on('compositionstart', (node) => { text_input.composing = node.id; });
      on('compositionend', (node, field) => {
        text_input.composing = 0;
        text_input.tell(node, field, false);
      });
      on('paste', text_input.paste);
      on('change', (node, field) => text_input.commit(node, field));
      on('blur', () => { text_input.composing = 0; });
    },

    // For how long nothing should be said, because the customer is typing.
    QUIET_MS: 1000,
    quiet_ms: () => text_input.edited_at + text_input.QUIET_MS - performance.now(),

    tell: (node, field, composing) => {
      ++text_input.edits;
      text_input.edited_at = performance.now();
      // Some types of fields (email, number) do not expose the caret.
      const known = typeof field.selectionStart === 'number';
      const start = known ? field.selectionStart : field.value.length, end = known ? field.selectionEnd : start;
      const backward = field.selectionDirection === 'backward';
      mirror.event(mirror.VALUE, node.id, {
        text: field.value,
        caret: backward ? start : end,
        selection: backward ? end : start,
        composing,
      });
    },

    // A field of one line would leave out the line ends of what is pasted, and two names would become one: they become blanks.
    // `insertText` keeps the browser's own undo.
    paste: (node, field, event) => {
      const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
      const line = text.replace(/[\r\n\u2028\u2029]+$/, '');
      if (field.localName !== 'input' || node.state & mirror_elements.SECRET || !/[\r\n\t\u2028\u2029]/.test(line)) return;
      if (document.execCommand('insertText', false, line.replace(/[\r\n\t\u2028\u2029]+/g, ' '))) event.preventDefault();
    },

    commit: (node, field) => {
      if (text_input.committed[node.id] === field.value) return;
      text_input.committed[node.id] = field.value;
      mirror.event(mirror.COMMIT, node.id, { text: field.value });
    },

    // A hint is a list of words "name=value"; a placeholder comes last and takes the rest.
    hint: (node) => {
      const found = {};
      let words = node.hint;
      const rest = words.indexOf('placeholder=');
      if (rest >= 0) {
        found['placeholder'] = words.slice(rest + 12);
        words = words.slice(0, rest);
      }
      for (const word of words.split(' ')) {
        const equals = word.indexOf('=');
        if (equals > 0) found[word.slice(0, equals)] = word.slice(equals + 1);
      }
      return found;
    },

    // Updates the field to the program's state. `edits`: the value of text_input.edits when the screen was made.
    update: (field, node, was, edits) => {
      const roles = mirror_elements;
      const fixed = roles.SECRET | roles.READ_ONLY | roles.DISABLED;
      if (!was || was.hint !== node.hint || (was.state & fixed) !== (node.state & fixed)) {
        const hint = text_input.hint(node);
        const set = (name, value) => roles.set(field, name, value === undefined ? null : value);
        if (field.localName === 'input')
          set('type', node.state & roles.SECRET ? 'password' :
            node.role === roles.SEARCHBOX ? 'search' : hint['type'] || 'text');
        set('inputmode', hint['inputmode'] || (node.role === roles.SPINBUTTON ? 'numeric' : undefined));
        set('autocomplete', hint['autocomplete'] || 'off');
        set('name', hint['autocomplete']);
        set('autocapitalize', hint['autocapitalize'] || (hint['spellcheck'] === 'true' ? 'sentences' : 'none'));
        set('autocorrect', hint['spellcheck'] === 'true' ? 'on' : 'off');
        set('spellcheck', hint['spellcheck'] || 'false');
        set('enterkeyhint', hint['enterkeyhint'] || (node.role === roles.SEARCHBOX ? 'search' : undefined));
        if (hint['username']) text_input.give_form(field, node, hint['username']);
        set('placeholder', hint['placeholder']);
        field.readOnly = !!(node.state & (roles.READ_ONLY | roles.DISABLED));
      }
      if (!was) text_input.committed[node.id] = node.value;
      text_input.show_value(field, node, edits);
    },

    // A password stands in a form of its own with the account's name: else browsers and password managers take the search field
    // for the name.
    give_form: (field, node, name) => {
      const form = document.createElement('form');
      form.id = 'f' + node.id;
      form.addEventListener('submit', (event) => event.preventDefault());
      const account = document.createElement('input');
      account.name = account.autocomplete = 'username';
      account.value = name;
      form.append(account);
      document.getElementById('reasons').append(form);
      field.setAttribute('form', form.id);
    },

    show_value: (field, node, edits) => {
      if (field.value === node.value) return;
      if (document.activeElement === field) {
        if (text_input.composing === node.id || edits !== text_input.edits) return;
        const from = field.selectionStart, to = field.selectionEnd, at_end = from === field.value.length;
        field.value = node.value;
        const length = node.value.length;
        if (typeof from === 'number' && !at_end)
          field.setSelectionRange(Math.min(from, length), Math.min(to, length));
      } else {
        field.value = node.value;
      }
      text_input.committed[node.id] = node.value;
    },

    forget: (id) => {
      const form = document.getElementById('f' + id);
      if (form) form.remove();
      delete text_input.committed[id];
      if (text_input.composing === id) text_input.composing = 0;
    },
  },
});
