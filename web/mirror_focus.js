// The keyboard focus: reports it to the program, keeps it inside modal elements, and returns it to the opener.
addToLibrary({
  $mirror_focus__deps: ['$guichet', '$mirror_elements'],
  $mirror_focus: {
    current: 0,        // id of the node that has the focus
    ring: false,       // whether the focus ring is shown
    by_pointer: false, // a pointer on the canvas is moving the focus
    patching: false,
    appeared_at: -Infinity, // when a modal element appeared last
    modals: [],        // { id, opener }, the outermost first
    inert: [],         // elements made inert

    listen: (root) => {
      root.addEventListener('focusin', (event) => {
        const node = mirror.node_of(event.target);
        if (!node || mirror_focus.patching) return;
        mirror_focus.tell(node, event.target);
      });
      root.addEventListener('focusout', (event) => {
        // A window in the background keeps its focus for later.
        if (mirror_focus.patching || event.relatedTarget || !document.hasFocus()) return;
        mirror_focus.tell(null, null);
      });
    },

    // The program scrolls to the field that is typed in: a phone's keyboard has just taken half of the window.
    show_field: () => {
      if (mirror_focus.in_field()) mirror.event(mirror.SHOW, mirror_focus.current);
    },

    tell: (node, element) => {
      const id = node ? node.id : 0;
      const ring = !!element && !mirror_focus.by_pointer && element.matches(':focus-visible');
      if (id === mirror_focus.current && ring === mirror_focus.ring) return;
      mirror_focus.current = id;
      mirror_focus.ring = ring;
      if (!node) return mirror.event(mirror.BLUR, 0);
      mirror.event(mirror.FOCUS, id, { ring });
      // Not for pointers: if the element moved under the pointer, it would miss the release.
      const hidden = node.clip_w < node.w - 1 || node.clip_h < node.h - 1;
      if (hidden && !mirror_focus.by_pointer) mirror.event(mirror.SHOW, id);
    },

    // The page draws a focused field's text, so a field must not lag behind when it moves.
    in_field: () => {
      const found = mirror_focus.current && mirror.shown.get(mirror_focus.current);
      return !!found && mirror_elements.is_field(found.node);
    },

    before: () => {
      mirror_focus.patching = true;
      const id = mirror_focus.current;
      const found = id && mirror.shown.get(id);
      const lineage = [];
      for (let node = found && found.node; node; node = node.parent) lineage.push(node.id);
      const wanted = new Set();
      for (const node of mirror.nodes) if (node.state & mirror_elements.FOCUS_WANTED) wanted.add(node.id);
      return { id, lineage, wanted, field: found && document.activeElement === found.element };
    },

    after: (before, nodes) => {
      const roles = mirror_elements, focus = mirror_focus;
      const there = (id) => mirror.shown.has(id);
      const reachable = (id) => there(id) && !mirror.shown.get(id).element.closest('[inert]');

      // 1. Which modal elements have closed and opened.
      let back = 0;
      const open = nodes.filter((node) => node.state & roles.MODAL);
      const ids = open.map((node) => node.id);
      const kept = focus.modals.filter((modal) => ids.includes(modal.id));
      for (const modal of focus.modals) if (!kept.includes(modal) && !back) back = modal.opener;
      const fresh = open.filter((node) => !kept.some((modal) => modal.id === node.id));
      for (const node of fresh) kept.push({ id: node.id, opener: back || before.id });
      if (fresh.length) focus.appeared_at = performance.now();
      // A modal opened from a menu that is gone returns the focus to that menu's opener.
      for (const modal of kept) if (back && !there(modal.opener)) modal.opener = back;
      kept.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      focus.modals = kept;
      focus.confine(open[open.length - 1]);

      // 2. Where the focus goes: to the node that newly asks for it, the new popup, the opener of the closed one, the node that
      // had it, or the nearest ancestor of that.
      const asks = nodes.filter((node) => node.state & roles.FOCUS_WANTED && !before.wanted.has(node.id));
      let target = null;
      if (asks.length) target = asks[asks.length - 1];
      else if (fresh.length) target = focus.first_in(nodes, fresh[fresh.length - 1]);
      else if (back && reachable(back)) target = mirror.shown.get(back).node;
      else if (before.id && !there(before.id)) target = focus.nearest(before.lineage);
      if (!target && before.id && there(before.id)) target = mirror.shown.get(before.id).node;
      if (!target && before.id)
        target = focus.nearest(before.lineage) || nodes.find((node) => node.role === roles.MAIN);

      const element = target && mirror.shown.get(target.id).element;
      if (element && document.activeElement !== element) element.focus({ preventScroll: true });
      // Also in the field that has the focus already: what was typed before is to be replaced.
      if (element && asks.includes(target) && target.state & roles.SELECT_ALL && element.select) element.select();
      focus.patching = false;
      const active = mirror.node_of(document.activeElement);
      if (active) focus.tell(active, document.activeElement);
      else if (focus.current) focus.tell(null, null);
    },

    // The nearest ancestor that still exists and is focusable.
    nearest: (lineage) => {
      for (const id of lineage) {
        const found = mirror.shown.get(id);
        if (found && found.element.hasAttribute('tabindex') && !found.element.closest('[inert]')) return found.node;
      }
      return null;
    },

    can_focus: (node) => mirror_elements.is_field(node) || node.role === mirror_elements.LINK ||
      mirror.shown.get(node.id).element.localName === 'button' || !!(node.state & mirror_elements.FOCUSABLE),

    inside: (node, root) => {
      for (; node; node = node.parent) if (node.id === root.id) return true;
      return false;
    },

    // In a popup: its first field, else its first focusable element, else the popup itself.
    first_in: (nodes, root) => {
      const inside = nodes.filter((node) =>
        node !== root && mirror_focus.inside(node, root) && mirror_focus.can_focus(node));
      return inside.find((node) => mirror_elements.is_field(node)) ||
        inside.find((node) => !(node.state & mirror_elements.DISABLED)) || inside[0] || root;
    },

    // Makes everything outside `modal` inert, except live regions.
    confine: (modal) => {
      const inert = [];
      let element = modal && mirror.shown.get(modal.id).element;
      for (; element && element !== mirror.root; element = element.parentNode)
        for (const other of element.parentNode.children)
          if (other !== element && !other.matches('[role=status],[role=alert]')) inert.push(other);
      for (const other of mirror_focus.inert) if (!inert.includes(other)) other['inert'] = false;
      for (const other of inert) other['inert'] = true;
      mirror_focus.inert = inert;
    },
  },
});
