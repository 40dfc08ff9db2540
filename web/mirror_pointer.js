// Pointers: a press on the canvas moves the keyboard focus to the element drawn there. Text fields, which receive the pointer
// themselves, pass on moves and wheels that do not concern their text.
addToLibrary({
  $mirror_pointer__deps: ['$frames', '$mirror_elements', 'app_held'],
  $mirror_pointer: {
    touch: null,   // a touch on a text field: { id, x, y, moved }
    down: null,    // position of the last pointerdown on the canvas

    listen: (root) => {
      const canvas = document.getElementById('canvas');
      canvas.addEventListener('pointerdown', mirror_pointer.press);
      canvas.addEventListener('pointerup', mirror_pointer.press);
      canvas.addEventListener('mousedown', (event) => event.preventDefault());  // keeps the browser from moving the focus
      canvas.addEventListener('auxclick', mirror_pointer.auxiliary);
      root.addEventListener('wheel', frames.wheel, { passive: false });
      root.addEventListener('pointermove', mirror_pointer.move);
      root.addEventListener('pointerdown', (event) => {
        mirror_pointer.touch = event.pointerType !== 'touch' ? null :
          { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false };
      });
      root.addEventListener('pointerup', mirror_pointer.lift);
      root.addEventListener('pointercancel', mirror_pointer.lift);
    },

    // The topmost node at a point: inside the topmost popup, if any; the one that floats highest; among those, the last drawn.
    at: (x, y) => {
      y -= frames.top;
      const open = mirror_focus.modals[mirror_focus.modals.length - 1];
      const modal = open && mirror.shown.get(open.id).node;
      let found = null;
      for (let i = mirror.nodes.length; i-- > 0;) {
        const node = mirror.nodes[i];
        if (found && node.floats <= found.floats) continue;
        if (modal && !mirror_focus.inside(node, modal)) continue;
        if (x >= node.clip_x && y >= node.clip_y && x < node.clip_x + node.clip_w && y < node.clip_y + node.clip_h &&
            x >= node.x && y >= node.y && x < node.x + node.w && y < node.y + node.h) found = node;
      }
      return found;
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
        // The canvas gets no key events: tell it the modifiers that are held.
        _app_held(event.shiftKey ? 1 : 0, event.ctrlKey || event.metaKey ? 1 : 0);
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

    // The middle button opens a link in a new tab.
    auxiliary: (event) => {
      if (event.button !== 1) return;
      let node = mirror_pointer.at(event.clientX, event.clientY);
      while (node && node.role !== mirror_elements.LINK) node = node.parent;
      if (node && node.href) window.open(node.href, '_blank', 'noopener');
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

    // Marks fields that are under a menu, list of choices or toast, so that they do not take its clicks. The reading order does
    // not tell what is on top.
    cover: (nodes) => {
      const roles = mirror_elements;
      const floating = [roles.LISTBOX, roles.MENU, roles.DIALOG, roles.ALERTDIALOG, roles.ALERT];
      const floats_above = (node) => floating.includes(node.role) || (node.role === roles.STATUS && !node.parent);
      const fields = [], floats = [];
      for (const node of nodes) {
        const above = floats_above(node);
        node.floats = (node.parent ? node.parent.floats : 0) + (above ? 1 : 0);  // a list of choices above its popup
        if (roles.is_field(node)) fields.push(node);
        else if (above && node.clip_w > 0 && node.clip_h > 0) floats.push(node);
      }
      for (const node of fields) {
        const covered = floats.some((float) => !mirror_focus.inside(node, float) &&
          float.x < node.x + node.w && node.x < float.x + float.w &&
          float.y < node.y + node.h && node.y < float.y + float.h);
        mirror.shown.get(node.id).element.classList.toggle('covered', covered);
      }
    },
  },
});
