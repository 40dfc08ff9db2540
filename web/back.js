// The history of the tab: the addresses that the program goes to, and Back, which closes what is open over the page before it
// leaves the page. While something is open, the history has one entry more, with the same address; when it is closed otherwise,
// the entry is taken out again, so that the next Back leads to the page before.
addToLibrary({
  $back__deps: ['$guichet', '$mirror_elements', '$mirror_focus'],
  $back: {
    returning: false,  // the browser is on its way back from an entry that is taken out
    guarded: false,    // the current entry stands for what is open
    below: '',         // address of the entry below that one, or of the one that is gone back to
    overtaken: '',     // the address that somebody else went to meanwhile
    address: '',       // the program's address
    waiting: [],       // [address, replace], to be gone to after the return

    listen: () => {
      back.address = location.hash;
      window.addEventListener('popstate', back.popped);
    },

    is_guard: () => !!(history.state && history.state['open']),

    // The topmost of what is open: a list of choices, a menu, a popup, the menu of a phone.
    topmost: () => {
      const roles = mirror_elements;
      const list = mirror.nodes.filter((node) => node.role === roles.COMBOBOX && node.state & roles.EXPANDED).pop();
      const modal = mirror_focus.modals[mirror_focus.modals.length - 1];
      return list || (modal && mirror.shown.get(modal.id).node) || null;
    },

    // After each screen.
    settle: () => {
      if (back.returning) return;
      const open = !!back.topmost();
      if (open && !back.is_guard()) {
        back.guarded = true;
        back.below = location.hash;
        history.pushState({ 'open': true, 'below': location.hash }, '');
      } else if (!open && back.is_guard()) back.leave(history.state['below']);
    },

    // Goes back by one entry, to the address `below`.
    leave: (below) => {
      if (history.length < 2) return history.replaceState(null, '');
      back.below = below;
      back.returning = true;
      guichet.rest(256, true);
      history.back();
    },

    returned: () => {
      back.returning = back.guarded = false;
      back.overtaken = '';
      guichet.rest(256, false);
    },

    // A link or the address bar led elsewhere before the browser had gone back. Chromium goes there first, and back from there:
    // the address is gone to again. Another browser may have given up the way back.
    overtake: () => {
      back.overtaken = back.address = location.hash;
      setTimeout(() => {
        if (!back.overtaken) return;
        back.returned();
        back.go_on();
      }, 1000);
    },

    go_on: () => { for (const [address, replace] of back.waiting.splice(0)) back.go(address, replace); },

    popped: () => {
      if (back.returning && !back.overtaken && location.hash !== back.below) return back.overtake();
      const by_program = back.returning, own = by_program || back.guarded && location.hash === back.below;
      // The address may have changed while something was open.
      if (back.overtaken) back.waiting.unshift([back.overtaken, 0]);
      else if (own && !back.is_guard() && location.hash !== back.address) history.replaceState(history.state, '', back.address);
      back.returned();
      back.address = location.hash;
      const top = back.topmost();
      if (own && !by_program && top) mirror.event(mirror.KEY, mirror_focus.current, { owner: top.id, text: 'Escape' });
      back.go_on();
      if (!(own && top)) back.settle();
    },

    go: (address, replace) => {
      if (back.returning) return back.waiting.push([address, replace]);
      if (address === location.hash) return;
      const state = history.state;
      const guard = back.is_guard();
      const wanted = new URL(address, location.href).hash;
      back.address = wanted;
      // Where the address goes back to what it was before, so does the history.
      if (replace && !guard && state && state['from'] === wanted) back.leave(wanted);
      else if (replace) history.replaceState(state, '', address);
      // A new page takes the place of what was open.
      else if (guard) {
        history.replaceState({ 'from': back.below }, '', address);
        back.guarded = false;
      } else history.pushState({ 'from': location.hash }, '', address);
    },
  },

  js_go__deps: ['$guichet', '$back'],
  js_go: (at, length, replace) => back.go('#' + guichet.text(at, length), replace),
});
