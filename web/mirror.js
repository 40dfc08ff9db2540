// The mirror of the screen in the page: native elements, identified by node id and patched only where the screen changed. Mouse
// and touch pass through it to the canvas; the keyboard and assistive technology use it.
addToLibrary({
  $mirror__deps: ['$guichet', '$frames', '$mirror_reader', '$mirror_elements', '$mirror_focus', '$mirror_keys',
    '$mirror_pointer', '$text_input', '$paper', '$back', 'app_mirror_event'],
  $mirror: {
    PRESS: 0, FOCUS: 1, BLUR: 2, VALUE: 3, COMMIT: 4, KEY: 5, SHOW: 6,   // base::ScreenEvent::Kind
    PACE_MS: 300,        // minimum time between two patches during consecutive frames
    root: null,
    shown: null,         // Map of id to { element, node }
    nodes: [],           // in reading order
    waiting: null,       // a screen that is not shown yet: address and length of its bytes
    edits_then: 0,       // the value of text_input.edits when those bytes were made
    timer: 0,
    shown_at: -Infinity, // time of the last patch
    urgent_until: 0,     // until then screens are shown at once, because the customer did something

    start: () => {
      mirror.root = document.getElementById('mirror');
      mirror.shown = new Map();
      frames.at_rest = mirror.at_rest;
      mirror.root.addEventListener('click', mirror.click);
      mirror_focus.listen(mirror.root);
      mirror_keys.listen();
      mirror_pointer.listen(mirror.root);
      text_input.listen(mirror.root);
      paper.listen();
      back.listen();
    },

    event: (kind, id, { text, owner, caret, selection, composing, ring, keys } = {}) => {
      if (guichet.ended) return;
      mirror.hurry();
      const bytes = guichet.encode(text || '');
      const held = keys ? (keys.shiftKey ? 1 : 0) | (keys.ctrlKey || keys.metaKey ? 2 : 0) | (keys.altKey ? 4 : 0) : 0;
      const bits = held | (composing ? 8 : 0) | (ring ? 16 : 0);
      _app_mirror_event(kind, id, owner || 0, guichet.give(bytes), bytes.length, caret || 0, selection || 0, bits);
    },

    node_of: (element) => {
      const found = element && element.id && mirror.shown.get(+element.id.slice(1));
      return found && found.element === element ? found.node : null;
    },

    // A click without a pointer: Enter, Space, or assistive technology. Pointers reach the canvas instead.
    click: (event) => {
      let element = event.target;
      const pressed = 'a,button,[tabindex],[role=option]';
      while (element !== mirror.root && !element.matches(pressed)) element = element.parentNode;
      const node = mirror.node_of(element);
      if (!node || mirror_elements.is_field(node)) return;
      if (element.localName === 'a') {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // let the browser open it in another tab or window
        event.preventDefault();
      }
      if (event.detail > 0 || node.state & mirror_elements.DISABLED) return;
      mirror.event(mirror.PRESS, node.id, { keys: event });
    },

    // Receives a screen. During consecutive frames (e.g. scrolling) the page is patched only a few times a second, and once
    // after the last frame, because each patch costs layout and painting of invisible elements. Screens are shown at once after
    // a key or press, and while a text field has the focus.
    take: (at, length) => {
      mirror.waiting = { at, length };
      mirror.edits_then = text_input.edits;
      const now = performance.now();
      const due = mirror.shown_at + mirror.PACE_MS;
      if (now >= due || now < mirror.urgent_until || mirror_focus.in_field()) return mirror.show();
      guichet.rest(8, true);
      mirror.timer ||= setTimeout(mirror.show, due - now);
    },

    hurry: () => { mirror.urgent_until = performance.now() + 500; },

    // No frame follows: show the waiting screen now.
    at_rest: () => {
      if (!mirror.waiting) return;
      clearTimeout(mirror.timer);
      mirror.timer = setTimeout(mirror.show);
    },

    show: () => {
      clearTimeout(mirror.timer);
      mirror.timer = 0;
      const waiting = mirror.waiting;
      mirror.waiting = null;
      const nodes = waiting && mirror_reader.read(HEAPU8.subarray(waiting.at, waiting.at + waiting.length));
      if (nodes) mirror.patch(nodes, mirror.edits_then);
      mirror.shown_at = performance.now();
      guichet.rest(8, false);
    },

    patch: (nodes, edits) => {
      const before = mirror_focus.before();

      // 1. Remove what is no longer on screen, children with their parents.
      const now = new Map();
      for (const node of nodes) now.set(node.id, node);
      for (const [id, { element }] of mirror.shown) {
        const node = now.get(id);
        if (node && element.localName === mirror_elements.tag(node)) continue;
        if (element.isConnected) element.remove();
        const reason = document.getElementById('d' + id);
        if (reason) reason.remove();
        text_input.forget(id);
        mirror.shown.delete(id);
      }

      // 2. Put elements in reading order; only those out of order are moved.
      const next = new Map();  // maps a parent element to its next expected child
      for (const node of nodes) {
        let found = mirror.shown.get(node.id);
        const was = found ? found.node : null;
        if (!found) mirror.shown.set(node.id, found = { element: mirror_elements.create(node), node });
        const element = found.element;
        const parent = node.parent ? mirror.shown.get(node.parent.id).element : mirror.root;
        let due = next.has(parent) ? next.get(parent) : parent.firstElementChild;
        mirror_elements.update(element, node, was);
        if (mirror_elements.is_field(node)) text_input.update(element, node, was, edits);
        found.node = node;
        if (element !== due) mirror.insert(parent, element, due);
        else due = due.nextElementSibling;
        next.set(parent, due);
      }
      mirror.nodes = nodes;

      // 3. Hide fields under floating elements; then set the focus, and what Back does.
      mirror_pointer.cover(nodes);
      mirror_focus.after(before, nodes);
      back.settle();
    },

    // Moving an element makes it lose the focus, unless the browser supports moveBefore().
    insert: (parent, element, due) => {
      if (element.isConnected && parent.isConnected && parent['moveBefore']) parent['moveBefore'](element, due);
      else parent.insertBefore(element, due);
    },
  },

  js_start_mirror__deps: ['$mirror'],
  js_start_mirror: () => mirror.start(),
  js_mirror__deps: ['$mirror'],
  // The bytes stay valid until the next call; copying them each frame would cause garbage collection.
  js_mirror: (at, length) => mirror.take(at, length),
  js_set_shortcuts__deps: ['$mirror_keys', '$guichet'],
  js_set_shortcuts: (at, length) => { mirror_keys.shortcuts = guichet.text(at, length).split(' '); },
});
