// The keyboard: keys that the program has asked for go to it, all others to the browser.
addToLibrary({
  $mirror_keys__deps: ['$guichet', '$mirror_elements'],
  $mirror_keys: {
    shortcuts: [],
    // Bits of base::keys. The browser's key names are quoted and inside a function, because the minifier would rename them in a
    // table.
    named: (key) => ({
      'ArrowUp': 1, 'ArrowDown': 1, 'ArrowLeft': 2, 'ArrowRight': 2, 'Home': 4, 'End': 4, 'PageUp': 8, 'PageDown': 8,
      'Escape': 16, 'Enter': 32, ' ': 64, 'Delete': 128, 'Backspace': 128, 'Tab': 1024,
    })[key] || 0,
    LETTERS: 256, SELECT_ALL: 512, COPY: 2048, MENU: 4096,
    OVERHEARD: ['f'],  // shortcuts that stay the browser's, too
    // The keys that a text field leaves to its ancestors: those that do not edit text.
    FROM_FIELD: 1 | 8 | 16 | 32 | 1024,

    listen: () => document.addEventListener('keydown', mirror_keys.down),

    down: (event) => {
      // Never take keys from an input method.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const focused = mirror.node_of(document.activeElement);
      const typing = !!focused && mirror_elements.is_field(focused);
      if (mirror_keys.is_stray(event, focused, typing)) return event.preventDefault();
      const take = (owner, key) => {
        if (owner || !mirror_keys.OVERHEARD.includes(key)) event.preventDefault();
        mirror.event(mirror.KEY, focused ? focused.id : 0, { owner, text: key, keys: event });
      };
      if (mirror_keys.is_shortcut(event, typing)) return take(0, mirror_keys.letter(event));
      const owner = mirror_keys.owner(event, focused, typing);
      if (owner) take(owner.id, event.ctrlKey || event.metaKey ? mirror_keys.letter(event) : event.key);
    },

    // A key that would press something that the customer did not mean: it is still held from a press before, or the popup that
    // it would reach has only just appeared. In a text, keys repeat.
    is_stray: (event, focused, typing) => {
      const several_lines = typing && focused.state & mirror_elements.MULTILINE;
      const presses = event.key === 'Enter' ? !several_lines : event.key === ' ' && !typing;
      return presses && (event.repeat || performance.now() - mirror_focus.appeared_at < mirror_keys.READY_MS);
    },
    READY_MS: 300,

    // The key by the name that shortcuts use: independent of Caps Lock, and on a layout whose letters are not Latin (Cyrillic,
    // Greek, Arabic, Thai) the Latin letter at the same place. A Latin letter counts wherever its layout has it.
    letter: ({ key, code }) => {
      const foreign = /^[\p{L}\p{M}]/u.test(key) && !/^\p{Script=Latin}/u.test(key);
      const place = foreign && /^Key([A-Z])$/.exec(code);
      return place ? place[1].toLowerCase() : key.length === 1 ? key.toLowerCase() : key;
    },
    // Whether the key writes something; the names of all other keys are longer words in ASCII.
    writes: (key) => key.length === 1 || key > '\x7f',

    is_shortcut: (event, typing) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && typing && mirror_keys.writes(event.key)) return false;
      const key = mirror_keys.letter(event);
      const chord = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '') +
        (event.shiftKey && (key.length > 1 || !plain) ? 'Shift+' : '') + key;
      return mirror_keys.shortcuts.includes(chord);
    },

    bit: (event) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && !event.altKey) {
        const letter = mirror_keys.letter(event);
        if (letter === 'a') return mirror_keys.SELECT_ALL;
        // Selected text of the page is copied by the browser.
        if (letter === 'c' && !event.shiftKey && document.getSelection().isCollapsed) return mirror_keys.COPY;
      }
      const named = mirror_keys.named(event.key);
      if (named) return event.altKey || event.metaKey ? 0 : named;
      return mirror_keys.writes(event.key) && !command && !event.altKey ? mirror_keys.LETTERS : 0;
    },

    // The nearest ancestor of the focus that asks for the key; without a focus, the topmost popup or the main part.
    owner: (event, focused, typing) => {
      const bit = mirror_keys.bit(event);
      if (!bit) return null;
      let node = focused;
      if (!node) {
        const open = mirror_focus.modals[mirror_focus.modals.length - 1];
        node = open ? mirror.shown.get(open.id).node : mirror.nodes.find((each) => each.role === mirror_elements.MAIN);
      }
      const left = (each) => each === focused || !focused ||
        (typing ? mirror_keys.leaves(focused, bit) : !mirror_keys.presses(focused, bit));
      for (; node; node = node.parent) {
        if (node.keys & bit && left(node)) return node;
        if (node.state & mirror_elements.MODAL) return null;
      }
      return null;
    },

    // Enter and Space press the focused element before its ancestors can handle them.
    presses: (node, bit) => {
      const tag = mirror.shown.get(node.id).element.localName;
      return (bit === 32 && tag === 'a') || ((bit === 32 || bit === 64) && tag === 'button');
    },

    leaves: (field, bit) => {
      const several_lines = !!(field.state & mirror_elements.MULTILINE);
      return !!(bit & mirror_keys.FROM_FIELD) && !(several_lines && bit & (1 | 8 | 32));
    },
  },
});
