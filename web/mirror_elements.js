// Creates and updates single elements of the mirror: tag, attributes, text and position. Attributes are only set if the node
// differs from the one last shown.
addToLibrary({
  $mirror_elements__deps: ['$guichet', '$text_input'],
  $mirror_elements: {
    // Indexed by base::Role: the tag, and the ARIA role if the tag does not imply it.
    ROLES: [
      ['div', 'group'], ['main', ''], ['nav', ''], ['header', 'banner'], ['section', 'region'],
      ['h2', ''], ['div', ''], ['a', ''], ['button', ''], ['div', 'tablist'],
      ['button', 'tab'], ['div', 'tabpanel'], ['input', ''], ['input', ''], ['input', 'spinbutton'],
      ['button', 'combobox'], ['div', 'listbox'], ['div', 'option'], ['button', 'checkbox'], ['div', 'radiogroup'],
      ['button', 'radio'], ['button', 'switch'], ['div', 'table'], ['div', 'rowgroup'], ['div', 'row'],
      ['div', 'columnheader'], ['div', 'cell'], ['div', 'menu'], ['button', 'menuitem'], ['div', 'dialog'],
      ['div', 'alertdialog'], ['div', 'list'], ['div', 'listitem'], ['div', 'status'], ['div', 'alert'],
      ['div', 'img'], ['div', 'progressbar'], ['div', 'separator'], ['div', 'rowheader'], ['div', 'grid'],
    ],
    GROUP: 0, MAIN: 1, HEADING: 5, TEXT: 6, LINK: 7, TAB: 10, SEARCHBOX: 12, TEXTBOX: 13, SPINBUTTON: 14, COMBOBOX: 15,
    LISTBOX: 16, OPTION: 17, CHECKBOX: 18, RADIO: 20, SWITCH: 21, TABLE: 22, ROW: 24, COLUMNHEADER: 25, CELL: 26,
    MENU: 27, MENUITEM: 28, DIALOG: 29, ALERTDIALOG: 30, LISTITEM: 32, STATUS: 33, ALERT: 34, IMAGE: 35,
    PROGRESSBAR: 36, ROWHEADER: 38, GRID: 39,
    // Bits of base::state.
    DISABLED: 1, SELECTED: 2, CHECKED: 4, MIXED: 8, EXPANDABLE: 16, EXPANDED: 32, INVALID: 64, CURRENT: 128, MODAL: 256,
    MULTILINE: 512, SECRET: 1024, BUSY: 2048, REQUIRED: 4096, READ_ONLY: 8192, EDITABLE: 16384, OPENS_MENU: 32768,
    OPENS_DIALOG: 65536, FOCUSABLE: 131072, SKIP_TAB: 262144, FOCUS_WANTED: 524288, SELECT_ALL: 1048576,
    SELECTABLE: 2097152,
    SORTS: ['', 'ascending', 'descending', 'none'],

    is_field: (node) => (node.role >= 12 && node.role <= 14) || (node.role === 15 && !!(node.state & 16384)),

    // Words that can be selected, where nothing else takes the pointer.
    is_words: (node) => node.leaf && (node.role === mirror_elements.CELL || mirror_elements.SENTENCES.includes(node.role)),

    tag: (node) => {
      const roles = mirror_elements;
      if (node.role === roles.HEADING) return 'h' + Math.min(Math.max(node.level, 1), 6);
      if (roles.is_field(node)) return node.state & roles.MULTILINE ? 'textarea' : 'input';
      return (roles.ROLES[node.role] || roles.ROLES[0])[0];
    },

    create: (node) => {
      const tag = mirror_elements.tag(node);
      const element = document.createElement(tag);
      element.id = 'n' + node.id;
      if (tag === 'button') element.type = 'button';
      return element;
    },

    // Roles whose name is shown as text content, if they have no children: heading, text, link, button, tab, combobox (its
    // value), option, columnheader, cell, menuitem, listitem, status, alert, rowheader. All others get an aria-label.
    SAYING: [5, 6, 7, 8, 10, 15, 17, 25, 26, 28, 32, 33, 34, 38],
    SENTENCES: [5, 6, 32, 33, 34],  // heading, text, listitem, status, alert
    says_its_name: (node) => node.leaf && mirror_elements.SAYING.includes(node.role) && !mirror_elements.is_field(node),

    // Updates `element` from the node `was` (null: new element) to `node`.
    update: (element, node, was) => {
      const roles = mirror_elements;
      const field = roles.is_field(node);
      if (!was || roles.speaks_otherwise(was, node)) roles.attributes(element, node, field);
      roles.place(element, node, was, field);
      if (field || roles.is_words(node)) roles.clip(element, node, was);
    },

    speaks_otherwise: (was, node) => was.role !== node.role || was.state !== node.state || was.name !== node.name ||
      was.value !== node.value || was.description !== node.description || was.href !== node.href ||
      was.leaf !== node.leaf || was.sort !== node.sort || was.row !== node.row || was.column !== node.column ||
      was.row_count !== node.row_count || was.column_count !== node.column_count ||
      was.controls !== node.controls || was.active !== node.active,

    set: (element, name, value) => {
      if (value === null || value === '') element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    },

    attributes: (element, node, field) => {
      const roles = mirror_elements, state = node.state;
      const set = (name, value) => roles.set(element, name, value);
      const when = (name, bit, value) => set(name, state & bit ? value || 'true' : null);

      // 1. Role and name.
      let role = (roles.ROLES[node.role] || roles.ROLES[0])[1];
      if (node.role === roles.GROUP && !node.name) role = '';
      if (node.role === roles.TEXTBOX && state & roles.SECRET) role = '';
      const chosen_from = node.role === roles.MENUITEM && state & roles.SELECTABLE;
      if (chosen_from) role = 'menuitemcheckbox';
      set('role', role);
      const says = roles.says_its_name(node);
      const combobox = node.role === roles.COMBOBOX && !field;
      if (says) roles.say(element, combobox ? node.value : node.name, node.role);
      else if (element.firstChild && element.firstChild.nodeType === 3) element.firstChild.remove();
      const own_label = !says || combobox;
      const labelled = own_label && node.role !== roles.TEXT && !(node.role === roles.LISTITEM && !node.name);
      set('aria-label', labelled ? node.name : null);

      // 2. State.
      const selectable = node.role === roles.TAB || node.role === roles.OPTION ||
        (node.role === roles.ROW && state & (roles.SELECTED | roles.SELECTABLE));
      set('aria-selected', selectable ? String(!!(state & roles.SELECTED)) : null);
      const checkable = chosen_from || node.role === roles.CHECKBOX || node.role === roles.RADIO || node.role === roles.SWITCH;
      set('aria-checked', checkable ? state & roles.MIXED ? 'mixed' : String(!!(state & roles.CHECKED)) : null);
      const expandable = state & roles.EXPANDABLE || node.role === roles.COMBOBOX;
      set('aria-expanded', expandable ? String(!!(state & roles.EXPANDED)) : null);
      when('aria-disabled', roles.DISABLED);
      when('aria-invalid', roles.INVALID);
      when('aria-current', roles.CURRENT, 'page');
      when('aria-busy', roles.BUSY);
      when('aria-required', roles.REQUIRED);
      when('aria-readonly', roles.READ_ONLY);
      if (node.role === roles.DIALOG || node.role === roles.ALERTDIALOG) when('aria-modal', roles.MODAL);
      set('aria-haspopup', state & roles.OPENS_MENU ? 'menu' : state & roles.OPENS_DIALOG ? 'dialog' :
        node.role === roles.COMBOBOX ? 'listbox' : null);
      set('aria-controls', node.controls ? 'n' + node.controls : null);
      set('aria-activedescendant', node.active ? 'n' + node.active : null);
      if (field && node.role === roles.COMBOBOX) set('aria-autocomplete', 'list');

      // 3. Numbers: of rows and columns, in a set, of a value range.
      const ranged = node.role === roles.PROGRESSBAR || node.role === roles.SPINBUTTON;
      const table = node.role === roles.TABLE || node.role === roles.GRID;
      const cell = node.role === roles.CELL || node.role === roles.ROWHEADER || node.role === roles.COLUMNHEADER;
      const member = node.role === roles.LISTITEM || node.role === roles.OPTION || node.role === roles.MENUITEM ||
        node.role === roles.TAB;
      const number = (name, applies, value) => set(name, applies ? String(value) : null);
      number('aria-valuenow', ranged && (node.role !== roles.SPINBUTTON || node.value !== ''), node.row);
      number('aria-valuemin', ranged && node.row_count > node.column, node.column);
      number('aria-valuemax', ranged && node.row_count > node.column, node.row_count);
      number('aria-rowcount', table && node.row_count, node.row_count);
      number('aria-colcount', table && node.column_count, node.column_count);
      number('aria-rowindex', node.role === roles.ROW && node.row, node.row);
      number('aria-colindex', cell && node.column, node.column);
      number('aria-posinset', member && node.row_count, node.row_count);
      number('aria-setsize', member && node.column_count, node.column_count);
      set('aria-sort', node.role === roles.COLUMNHEADER ? roles.SORTS[node.sort] : null);

      // 4. Description and link target.
      roles.describe(element, node);
      if (node.role === roles.LINK) set('href', node.href || '#');
      const by_itself = field || element.localName === 'a' || element.localName === 'button';
      const never_by_tab = node.role === roles.MENUITEM || state & roles.SKIP_TAB;
      set('tabindex', by_itself ? never_by_tab ? '-1' : null : state & roles.FOCUSABLE ? never_by_tab ? '-1' : '0' :
        node.role === roles.MAIN || state & roles.MODAL || node.role === roles.OPTION ? '-1' : null);
    },

    // A live region must be in the page before its text is set. While the customer types, what it says is said once, after the
    // last key.
    unsaid: null,  // Map of element to its text
    say: (element, text, role) => {
      const unsaid = mirror_elements.unsaid ||= new Map();
      unsaid.delete(element);
      if (element.textContent === text) return;
      if (role === mirror_elements.STATUS && element.textContent && text_input.quiet_ms() > 0) {
        if (!unsaid.size) mirror_elements.say_later();
        unsaid.set(element, text);
        return;
      }
      if ((role === mirror_elements.STATUS || role === mirror_elements.ALERT) && !element.isConnected && text) {
        guichet.rest(64, true);
        setTimeout(() => {
          if (!element.textContent) element.textContent = text;
          guichet.rest(64, false);
        }, 60);
        return;
      }
      element.textContent = text;
    },

    say_later: () => {
      guichet.rest(128, true);
      setTimeout(() => {
        if (mirror_elements.unsaid.size && text_input.quiet_ms() > 0) return mirror_elements.say_later();
        for (const [element, text] of mirror_elements.unsaid) element.textContent = text;
        mirror_elements.unsaid.clear();
        guichet.rest(128, false);
      }, text_input.quiet_ms());
    },

    // The description is in a hidden element: aria-describedby is widely supported, aria-description is not.
    describe: (element, node) => {
      const name = 'd' + node.id;
      let reason = document.getElementById(name);
      if (!node.description) {
        if (reason) reason.remove();
        element.removeAttribute('aria-describedby');
        return;
      }
      if (!reason) {
        reason = document.createElement('span');
        reason.id = name;
        document.getElementById('reasons').append(reason);
      }
      if (reason.textContent !== node.description) reason.textContent = node.description;
      mirror_elements.set(element, 'aria-describedby', name);
    },

    // Clips what takes the pointer like what is drawn.
    clip: (element, node, was) => {
      const same = was && was.clip_x === node.clip_x && was.clip_y === node.clip_y && was.clip_w === node.clip_w &&
        was.clip_h === node.clip_h && was.x === node.x && was.y === node.y && was.w === node.w && was.h === node.h;
      if (same) return;
      const top = Math.max(0, node.clip_y - node.y), left = Math.max(0, node.clip_x - node.x);
      const bottom = Math.max(0, node.y + node.h - node.clip_y - node.clip_h);
      const right = Math.max(0, node.x + node.w - node.clip_x - node.clip_w);
      element.style.clipPath = top || left || bottom || right ?
        'inset(' + top + 'px ' + right + 'px ' + bottom + 'px ' + left + 'px)' : '';
    },

    // Positions are relative to the parent, so that scrolling the parent does not change them.
    place: (element, node, was, field) => {
      const style = element.style, parent = node.parent, old = was && was.parent;
      const x = node.x - (parent ? parent.x : 0), y = node.y - (parent ? parent.y : 0);
      if (!was || was.x - (old ? old.x : 0) !== x) style.left = x + 'px';
      if (!was || was.y - (old ? old.y : 0) !== y) style.top = y + 'px';
      if (!was || was.w !== node.w) style.width = node.w + 'px';
      if (!was || was.h !== node.h) style.height = node.h + 'px';
      if (!node.leaf && !field) return;
      if (!was || was.text_px !== node.text_px)
        style.fontSize = 'calc(' + (node.text_px || 14) + 'px * var(--em, 0.826))';
      if (!was || was.strong !== node.strong) style.fontWeight = node.strong ? 600 : 400;
      if (!was || was.text_x !== node.text_x) style.paddingLeft = node.text_x + 'px';
      if (was && was.text_y === node.text_y && was.text_px === node.text_px && was.h === node.h &&
          was.state === node.state) return;
      const line = node.text_px || 14;
      // Sentences may have several lines; controls and cells have one, vertically centred.
      const sentence = mirror_elements.SENTENCES.includes(node.role) && node.h >= 1.9 * line;
      const several = sentence || !!(node.state & mirror_elements.MULTILINE);
      style.paddingTop = (node.text_y > 0 ? node.text_y : 0) + 'px';
      style.lineHeight = (node.text_y < 0 && !several ? node.h : line) + 'px';
      if (!field) style.whiteSpace = sentence ? 'pre-wrap' : 'pre';
    },
  },
});
