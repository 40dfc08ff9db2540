// Pointers: a press on the canvas moves the keyboard focus to the element drawn there; links open in new tabs, and what has a
// menu of its own gets it by a right click or a long press. Text fields, which receive the pointer themselves, pass on moves and
// wheels that do not concern their text.
addToLibrary({
  $mirror_pointer__deps: ['$frames', '$mirror_elements', 'app_held'],
  $mirror_pointer: {
    touch: null,   // a touch on a text field: { id, x, y, moved }
    down: null,    // position of the last pointerdown on the canvas
    resting: 0,    // timer of a finger that rests
    was_long: false,  // the finger that is down has opened a menu
    LONG_MS: 500,
    HANDED_MS: 400,   // for how long a link is handed to the browser, for its own menu

    listen: (root) => {
      const canvas = document.getElementById('canvas');
      canvas.addEventListener('pointerdown', mirror_pointer.press);
      canvas.addEventListener('pointerup', mirror_pointer.press);
      canvas.addEventListener('pointermove', mirror_pointer.drag);
      canvas.addEventListener('pointercancel', mirror_pointer.no_rest);
      canvas.addEventListener('mousedown', (event) => event.preventDefault());  // keeps the browser from moving the focus
      canvas.addEventListener('click', mirror_pointer.click);
      canvas.addEventListener('auxclick', mirror_pointer.click);
      document.addEventListener('mousedown', mirror_pointer.spare, { capture: true });
      document.addEventListener('contextmenu', mirror_pointer.menu);
      root.addEventListener('wheel', frames.wheel, { passive: false });
      root.addEventListener('pointermove', mirror_pointer.move);
      root.addEventListener('pointerdown', (event) => {
        mirror_pointer.catch_up();
        mirror_pointer.touch = event.pointerType !== 'touch' ? null :
          { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false };
      });
      root.addEventListener('dblclick', mirror_pointer.keep_to_one);
      root.addEventListener('pointerup', mirror_pointer.lift);
      root.addEventListener('pointercancel', mirror_pointer.lift);
    },

    // The topmost node at a point: inside the topmost popup, if any; the one that floats highest; among those, the last drawn.
    at: (x, y, fits) => {
      y -= frames.top;
      const open = mirror_focus.modals[mirror_focus.modals.length - 1];
      const modal = open && mirror.shown.get(open.id).node;
      let found = null;
      for (let i = mirror.nodes.length; i-- > 0;) {
        const node = mirror.nodes[i];
        if (found && node.floats <= found.floats || fits && !fits(node)) continue;
        if (modal && !mirror_focus.inside(node, modal)) continue;
        if (x >= node.clip_x && y >= node.clip_y && x < node.clip_x + node.clip_w && y < node.clip_y + node.clip_h &&
            x >= node.x && y >= node.y && x < node.x + node.w && y < node.y + node.h) found = node;
      }
      return found;
    },

    // What a press at a point would press, which may lie below texts that take no presses.
    pressed_at: (x, y) => {
      const top = mirror_pointer.at(x, y);
      const node = top && mirror_pointer.at(x, y, (one) => one.floats >= top.floats && (one.href || mirror_focus.can_focus(one)));
      return node || null;
    },

    link_at: (event) => {
      const node = mirror_pointer.pressed_at(event.clientX, event.clientY);
      return node && node.href ? node : null;
    },

    // The nearest node at a point that has a menu of its own.
    with_menu: (node) => {
      while (node && !(node.keys & mirror_keys.MENU)) node = node.state & mirror_elements.MODAL ? null : node.parent;
      return node;
    },

    open_menu: (owner, x, y) => mirror.event(mirror.KEY, mirror_focus.current,
      { owner: owner.id, text: 'ContextMenu', caret: Math.max(1, Math.round(x)), selection: Math.max(1, Math.round(y)) }),

    // A right click, the menu key or Shift+F10. Links, fields and selected text keep the browser's menu, and so does everything
    // with Shift; the canvas as a picture has none.
    menu: (event) => {
      const on_canvas = event.target === frames.canvas;
      const element = event.target.closest('#mirror *');
      if (event.shiftKey && event.button === 2 || !on_canvas && !element) return;
      const focused = element && mirror.node_of(element);
      if (focused && mirror_elements.is_field(focused)) return;
      const owner = mirror_pointer.with_menu(focused || mirror_pointer.at(event.clientX, event.clientY));
      // Fingers are timed here, because not every browser tells a long press.
      const finger = event.pointerType === 'touch' || mirror_pointer.resting || mirror_pointer.was_long;
      if (owner && !finger) {
        if (on_canvas) mirror_pointer.open_menu(owner, event.clientX, event.clientY);
        else mirror.event(mirror.KEY, focused.id, { owner: owner.id, text: 'ContextMenu' });
      }
      if (owner || on_canvas && (finger || document.getSelection().isCollapsed)) event.preventDefault();
    },

    // Before a right click: the browser shows a link's menu only if the link itself is under the pointer.
    hand_over: (event) => {
      const link = event.button === 2 && mirror_pointer.link_at(event);
      if (!link || mirror_pointer.with_menu(link)) return;
      const { style } = mirror.shown.get(link.id).element;
      style.pointerEvents = 'auto';
      setTimeout(() => { style.pointerEvents = ''; }, mirror_pointer.HANDED_MS);
    },

    // Ctrl, on a Mac Cmd, and the middle button open a link in a new tab. On a Mac, Ctrl makes a right click.
    is_mac: () => /^(Mac|iP)/.test(navigator.platform),
    apart: (event) => event.button === 1 || event.button === 0 && (mirror_pointer.is_mac() ? event.metaKey : event.ctrlKey),

    click: (event) => {
      const link = mirror_pointer.apart(event) && mirror_pointer.link_at(event);
      if (link) window.open(link.href, '_blank', 'noopener');
    },

    // The program does not hear of such presses.
    spare: (event) => {
      if (event.target !== frames.canvas || event.button !== 0) return;
      const right = mirror_pointer.is_mac() && event.ctrlKey;
      if (!right && !(mirror_pointer.apart(event) && mirror_pointer.link_at(event))) return;
      event.preventDefault();
      event.stopPropagation();
    },

    // A finger that rests on something with a menu opens it, and presses nothing when it is lifted.
    rest: (event) => {
      const { clientX, clientY, pointerId } = event;
      const owner = mirror_pointer.with_menu(mirror_pointer.at(clientX, clientY));
      mirror_pointer.no_rest();
      if (!owner) return;
      mirror_pointer.resting = setTimeout(() => {
        mirror_pointer.resting = 0;
        mirror_pointer.was_long = true;
        frames.finger(3, pointerId, clientX, clientY);
        mirror_pointer.open_menu(owner, clientX, clientY);
      }, mirror_pointer.LONG_MS);
    },
    no_rest: () => {
      clearTimeout(mirror_pointer.resting);
      mirror_pointer.resting = 0;
    },
    drag: (event) => {
      const from = mirror_pointer.down;
      if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) >= 8) mirror_pointer.no_rest();
    },

    // Shows the waiting screen, since a press refers to what the canvas shows, and shows the next ones without delay.
    catch_up: () => {
      if (mirror.waiting) mirror.show();
      mirror.hurry();
    },

    // A touch presses on release near its start: a scroll must not close the phone's keyboard.
    press: (event) => {
      const finger = event.pointerType === 'touch';
      mirror_pointer.catch_up();
      if (event.type === 'pointerdown') {
        mirror_pointer.down = { x: event.clientX, y: event.clientY };
        if (event.button === 0 && !mirror_focus.in_field()) document.getSelection().removeAllRanges();
        // The canvas gets no key events: tell it the modifiers that are held.
        _app_held(event.shiftKey ? 1 : 0, event.ctrlKey || event.metaKey ? 1 : 0);
        mirror_pointer.was_long = false;
        mirror_pointer.hand_over(event);
        if (finger) mirror_pointer.rest(event);
      } else {
        mirror_pointer.no_rest();
        if (mirror_pointer.was_long) return;
      }
      if (finger !== (event.type === 'pointerup')) return;
      const from = mirror_pointer.down;
      if (finger && from && Math.hypot(event.clientX - from.x, event.clientY - from.y) >= 8) return;
      let node = mirror_pointer.at(event.clientX, event.clientY);
      while (node && !mirror_focus.can_focus(node)) node = node.parent;
      const element = node && mirror.shown.get(node.id).element;
      mirror_focus.by_pointer = true;
      const takes = element && !element.closest('[inert]') && !mirror_elements.is_field(node);
      if (takes) element.focus({ preventScroll: true });
      else if (!mirror_focus.modals.length && document.activeElement) document.activeElement.blur();
      mirror_focus.by_pointer = false;
    },

    // Safari takes the end of one text and the beginning of the next for one word, however far apart they are drawn.
    keep_to_one: ({ target }) => {
      const chosen = document.getSelection();
      if (!chosen.rangeCount || mirror_focus.in_field()) return;
      const { startContainer, startOffset, endContainer, endOffset } = chosen.getRangeAt(0);
      const [from, to] = [target.contains(startContainer), target.contains(endContainer)];
      if (from === to) return;
      chosen.setBaseAndExtent(from ? startContainer : target, from ? startOffset : 0, to ? endContainer : target, to ? endOffset : target.childNodes.length);
    },

    // Over a field: passes mouse moves on, so that the canvas knows the pointer has left its last position. A moving finger
    // scrolls the area that contains the field.
    move: (event) => {
      const touch = mirror_pointer.touch;
      if (event.pointerType === 'touch' && touch && touch.id === event.pointerId) {
        if (!touch.moved) {
          if (Math.hypot(event.clientX - touch.x, event.clientY - touch.y) < 8) return;
          touch.moved = true;
          frames.finger(0, touch.id, touch.x, touch.y);
        }
        frames.finger(1, touch.id, event.clientX, event.clientY);
      } else if (!event.buttons) {
        const { clientX, clientY, screenX, screenY } = event;
        frames.canvas.dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, screenX, screenY }));
      }
    },

    lift: (event) => {
      const touch = mirror_pointer.touch;
      mirror_pointer.touch = null;
      if (touch && touch.moved && touch.id === event.pointerId)
        frames.finger(event.type === 'pointerup' ? 2 : 3, touch.id, event.clientX, event.clientY);
    },

    // Marks fields and words that are under a menu, list of choices or toast, so that they do not take its clicks. The reading
    // order does not tell what is on top. Words that nothing to be pressed lies over or under take the pointer themselves: they
    // are selected like those of any page.
    cover: (nodes) => {
      const roles = mirror_elements;
      const floating = [roles.LISTBOX, roles.MENU, roles.DIALOG, roles.ALERTDIALOG, roles.ALERT];
      const floats_above = (node) => floating.includes(node.role) || (node.role === roles.STATUS && !node.parent);
      const fields = [], floats = [], pressed = [];
      for (const node of nodes) {
        const above = floats_above(node);
        node.floats = (node.parent ? node.parent.floats : 0) + (above ? 1 : 0);  // a list of choices above its popup
        if (roles.is_field(node) || roles.is_words(node)) fields.push(node);
        if (mirror_pointer.takes_presses(node)) pressed.push(node);
        else if (above && node.clip_w > 0 && node.clip_h > 0) floats.push(node);
      }
      for (const node of fields) {
        const { classList } = mirror.shown.get(node.id).element;
        const words = !roles.is_field(node);
        classList.toggle('covered', floats.some((float) => !mirror_focus.inside(node, float) && mirror_pointer.overlap(node, float)));
        if (words) classList.toggle('words', !pressed.some((other) => mirror_pointer.overlap(node, other)));
      }
    },
    overlap: (one, other) => one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h,
    takes_presses: (node) => !!node.href || mirror_elements.is_field(node) || node.role === mirror_elements.OPTION ||
      mirror.shown.get(node.id).element.localName === 'button',
  },
});
