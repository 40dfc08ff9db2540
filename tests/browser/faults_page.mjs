// A fast customer inside the page: presses the mirror's native buttons and fields as the keyboard does, and reads the
// texts, without a message to the browser for each step. It is added to every page of the fault tests. It uses roles,
// names and two attributes of the root element only, nothing internal to the program.

// Runs in the page, before anything else there.
export function in_page() {
  if (window.faults || window !== window.top) return;
  const root = () => document.documentElement;
  const plain = (text) => (text || '').replace(/[\u00a0\u202f]/g, ' ').trim();
  const name_of = (element) => plain(element.getAttribute('aria-label') || element.textContent);
  const native = { button: 'button:not([role])', textbox: 'input, textarea', heading: 'h1, h2, h3' };

  const all = (role) => [...document.querySelectorAll(`#mirror :is([role="${role}"]${native[role] ? ', ' + native[role] : ''})`)];
  const find = (role, name) => all(role).find((one) => name instanceof RegExp ? name.test(name_of(one)) : name_of(one) === name);

  // Waits until `question` returns something; asks again whenever the page changes.
  const when = (question, ms, what) => new Promise((done, fail) => {
    const first = question();
    if (first) return done(first);
    const ask = () => {
      const answer = question();
      if (!answer) return;
      finish();
      done(answer);
    };
    const watch = new MutationObserver(ask);
    const late = setTimeout(() => {
      finish();
      fail(new Error(`${typeof what === 'function' ? what() : what}: not in ${ms} ms`));
    }, ms);
    const finish = () => { watch.disconnect(); clearTimeout(late); };
    watch.observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const patience = 15_000;
  const appears = (role, name) => when(() => find(role, name), patience, `the ${role} ${name}`);
  const goes = (role, name) => when(() => !find(role, name), patience, `the end of the ${role} ${name}`);
  const types = (field, text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  // --- the page's sync state

  const idle = () => root().getAttribute('data-idle') === 'true';
  const sync_words = /^(À jour|Hors ligne|Non enregistré|\d+ en attente)/;
  const sync = () => all('status').map(name_of).find((one) => sync_words.test(one)) || '';

  // An edit counts as acknowledged if the page is at rest after it was accepted, or if its sync state has changed from
  // "waiting" to "À jour" since. A state shown before the edit does not count.
  const told = { begun: 0, accepted: 0, acknowledged: 0 };
  let has_waited = false;
  const tell = (kind, number) => {
    if (told[kind] >= number) return;
    told[kind] = number;
    window.faults_said?.(JSON.stringify([kind, number]));
  };
  const watch_acknowledgements = () => {
    if (told.accepted === told.acknowledged) return;
    const now = sync();
    if (now === 'Non enregistré') return;
    if (now && now !== 'À jour') has_waited = true;
    if (idle() || (now === 'À jour' && has_waited)) tell('acknowledged', told.accepted);
  };

  // --- edits

  const opens = async (identifier, action) => {
    (await appears('button', `Actions pour ${identifier}`)).click();
    const item = await appears('menuitem', action);
    if (item.getAttribute('aria-disabled') !== 'true') return item.click(), true;
    item.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await goes('menuitem', action);
    return false;
  };

  // Sets label and notes to the same text. Resolves when the popup has closed.
  const edits = async (identifier, text, number = 0) => {
    if (number) tell('begun', number);
    await opens(identifier, 'Étiquette et notes');
    types(await appears('textbox', 'Étiquette'), text);
    types(find('textbox', 'Notes'), text);
    find('button', 'Enregistrer').click();
    has_waited = false;
    await goes('textbox', 'Notes');
    if (number) tell('accepted', number);
    watch_acknowledgements();
  };

  // Renews for a year and pays. Resolves to false if that was not possible.
  const renews = async (identifier, number = 0) => {
    if (!await opens(identifier, /^(Renouveler|Réactiver|Restaurer)$/)) return false;
    const pays = await appears('button', /^Payer et (renouveler|réactiver|restaurer)$/);
    if (number) tell('begun', number);
    pays.click();
    has_waited = false;
    await goes('button', /^Payer et (renouveler|réactiver|restaurer)$/);
    if (number) tell('accepted', number);
    watch_acknowledgements();
    return true;
  };

  // --- what the page shows

  // Exports the whole account from the account menu; the file is intercepted before it becomes a download.
  let caught = null;
  const make_address = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { caught?.(blob); return make_address(blob); };
  const follow = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () { if (!this.download) follow.call(this); };
  const account = async () => {
    if (!find('menuitem', 'Exporter le compte')) (await appears('button', 'Mon compte')).click();
    const item = await appears('menuitem', 'Exporter le compte');
    const file = new Promise((done) => { caught = done; });
    item.click();
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error(`the export did not come in ${patience} ms`)), patience));
    const text = await (await Promise.race([file, late])).text();
    caught = null;
    await goes('menuitem', 'Exporter le compte');
    return text;
  };

  let without = false;
  const goes_on_without = () => find('button', 'Continuer sans elles');
  const shows_something = (impatient) => {
    if (!root().hasAttribute('data-started')) return false;
    if (impatient && goes_on_without()) {
      without = true;
      goes_on_without().click();
    }
    return find('button', /^Actions pour /) || (all('alert').length > 0 && !goes_on_without());
  };
  // Resolves to the milliseconds from the start of the navigation until the account, or words about why there is none,
  // is on screen. With `impatient` it continues without a storage that does not answer, as soon as that is offered.
  const shown = (ms, impatient) => when(() => shows_something(impatient), ms, 'the account on screen').then(() => performance.now());

  const words = () => [...document.querySelectorAll('#mirror, #mirror *')].flatMap((one) =>
    [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => plain(child.data))).join('\n');

  const acknowledges = (number, ms = patience) => when(() => told.acknowledged >= number, ms,
    () => `the acknowledgement (the page says « ${sync()} », at rest: ${idle()})`);

  // --- the state at a freeze

  // Which freeze of which page, and how many transactions were open: stored where other pages can read it.
  const page = Math.random();
  let open = 0, freezes = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const one = transaction.apply(this, args);
    ++open;
    for (const end of ['complete', 'abort']) one.addEventListener(end, () => { --open; });
    return one;
  };
  document.addEventListener('freeze', () => localStorage.setItem('faults.frozen', JSON.stringify([page, ++freezes, open])));
  const next_freeze = () => JSON.stringify([page, freezes + 1]).slice(0, -1);
  const frozen = (which) => {
    const told_then = localStorage.getItem('faults.frozen');
    return told_then?.startsWith(which) ? JSON.parse(told_then)[2] : -1;
  };

  window.faults = { went_without: () => without, next_freeze, frozen, edits, acknowledges, renews, account, shown, sync, words, when, find, told,
    rests: (ms = patience) => when(idle, ms, 'the page at rest'),
    says: (wanted, ms = patience) => when(() => sync() === wanted, ms, () => `the sync state « ${wanted} » (it says « ${sync()} »)`),
    // Services on screen without the last ones, which a notice above the list may push out of view.
    may_edit: () => all('button').map(name_of).filter((one) => one.startsWith('Actions pour ')).map((one) => one.slice(13)).filter((_, at, { length }) => at < Math.max(1, length - 5)) };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(watch_acknowledgements).observe(root(),
      { subtree: true, childList: true, attributes: true, attributeFilter: ['data-idle', 'role'], characterData: true });
  });
}
