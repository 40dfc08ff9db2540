// The mirror shows each node as a native element or with an ARIA role, changes only what differs, and lets the mouse
// through.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { ROLES, screen } from './screen.mjs';
import { open, with_browser } from './stand.mjs';

with_browser();

const services = (over = {}) => [
  { id: 1, role: 'banner', rect: [0, 0, 800, 40], children: [
    { id: 2, role: 'combobox', name: 'Recherche globale', state: 'editable expandable', rect: [300, 5, 200, 30], controls: 0 },
    { id: 3, role: 'status', name: 'À jour', rect: [700, 5, 80, 30] }] },
  { id: 4, role: 'navigation', name: 'Menu principal', rect: [0, 40, 200, 560], children: [
    { id: 5, role: 'link', name: 'Accueil', href: '#/', rect: [10, 50, 180, 30] },
    { id: 6, role: 'link', name: 'Gérer mes services', href: '#/services', state: 'current', rect: [10, 90, 180, 30] }] },
  { id: 7, role: 'main', rect: [200, 40, 600, 560], children: [
    { id: 8, role: 'heading', level: 1, name: 'Gérer mes services', rect: [220, 50, 300, 30] },
    { id: 9, role: 'tablist', name: 'Services', rect: [220, 90, 400, 30], children: [
      { id: 10, role: 'tab', name: 'Services actifs', state: 'selected', rect: [220, 90, 120, 30], row_count: 1, column_count: 2 },
      { id: 11, role: 'tab', name: 'Services expirés', state: 'skip_tab', rect: [350, 90, 120, 30], row_count: 2, column_count: 2 }] },
    { id: 12, role: 'searchbox', name: 'Rechercher', rect: [220, 130, 300, 30] },
    { id: 13, role: 'table', name: 'Services actifs', rect: [220, 200, 560, 300], row_count: 43, children: [
      { id: 14, role: 'row', row: 1, rect: [220, 200, 560, 30], children: [
        { id: 15, role: 'columnheader', name: 'Identifiant', sort: 'ascending', column: 1, rect: [220, 200, 200, 30] },
        { id: 16, role: 'columnheader', name: 'Échéance', sort: 'sortable', column: 2, rect: [420, 200, 200, 30] }] },
      ...(over.rows || [2, 3]).map((row) => ({ id: 100 * row, role: 'row', row, state: row === 2 ? 'selected selectable' : 'selectable', rect: [220, 170 + 30 * row, 560, 30], children: [
        { id: 100 * row + 1, role: 'cell', name: `exemple-${row}.fr`, column: 1, rect: [220, 170 + 30 * row, 200, 30] },
        { id: 100 * row + 2, role: 'cell', column: 2, rect: [420, 170 + 30 * row, 200, 30], children: [
          { id: 100 * row + 3, role: 'button', name: `Actions pour exemple-${row}.fr`, state: 'opens_menu expandable', rect: [590, 173 + 30 * row, 24, 24] }] }] }))] },
    { id: 17, role: 'list', name: 'Alertes', rect: [220, 510, 400, 40], children: [
      { id: 18, role: 'listitem', rect: [220, 510, 400, 40], children: [{ id: 19, role: 'text', name: 'exemple.fr expire dans 5 jours', rect: [220, 510, 300, 20] }] }] },
    { id: 20, role: 'checkbox', name: 'Tout', state: 'mixed', rect: [640, 130, 24, 24] },
    { id: 21, role: 'progressbar', name: 'Import', row: 40, column: 0, row_count: 100, rect: [640, 160, 100, 24] },
    { id: 22, role: 'radiogroup', name: 'Durée', rect: [640, 50, 120, 60], children: [
      { id: 23, role: 'radio', name: '1 an', state: 'checked', rect: [640, 50, 60, 24] }, { id: 24, role: 'radio', name: '2 ans', rect: [700, 50, 60, 24] }] },
    { id: 25, role: 'combobox', name: 'Hébergement', value: 'mutualisé-1', rect: [500, 130, 120, 30] },
  ] },
];

test('every role of the screen becomes an element that assistive technology knows by that role', async (t) => {
  const page = await open(t);
  for (const role of ROLES) {
    const parent = { tab: 'tablist', option: 'listbox', row: 'table', columnheader: 'row', cell: 'row', rowheader: 'row', menuitem: 'menu', listitem: 'list', rowgroup: 'table', radio: 'radiogroup' }[role];
    const node = { id: 2, role, name: 'Nom', level: role === 'heading' ? 2 : 0, href: '#/', rect: [10, 10, 100, 30], children: ['menu', 'list', 'table', 'listbox', 'tablist'].includes(role) ? [{ id: 3, role: 'group', rect: [0, 0, 0, 0] }] : [] };
    await page.show(parent ? { id: 1, role: parent, name: 'Parent', rect: [0, 0, 200, 60], children: [node] } : node);
    const wanted = { image: 'img', text: null }[role];
    if (wanted === null) assert.equal(await page.locator('#n2').textContent(), 'Nom');
    else if (['listitem', 'status', 'alert'].includes(role)) assert.equal(await page.getByRole(role).filter({ hasText: 'Nom' }).count(), 1, role);
    else assert.equal(await page.getByRole(wanted || role, { name: 'Nom' }).count(), 1, role);
    await page.show();
    assert.equal(await page.locator('#mirror > *').count(), 0);
  }
});

test('an entry of a menu that is on or off says which, and one that is neither says nothing', async (t) => {
  const page = await open(t);
  await page.show({ id: 1, role: 'menu', name: 'Langue', rect: [0, 0, 200, 90], children: [
    { id: 2, role: 'menuitem', name: 'Français', state: 'selectable checked', rect: [0, 0, 200, 30] },
    { id: 3, role: 'menuitem', name: 'English', state: 'selectable', rect: [0, 30, 200, 30] },
    { id: 4, role: 'menuitem', name: 'Aide', rect: [0, 60, 200, 30] }] });
  assert.equal(await page.getByRole('menuitemcheckbox', { name: 'Français', checked: true }).count(), 1);
  assert.equal(await page.getByRole('menuitemcheckbox', { name: 'English', checked: false }).count(), 1);
  assert.equal(await page.getByRole('menuitem', { name: 'Aide' }).getAttribute('aria-checked'), null);
});

test('a link leads to a page of this program, whatever address it is given, by press and in a new tab', async (t) => {
  const page = await open(t);
  const links = ['#/services', 'https://bank.example/', 'javascript:alert(1)', '//bank.example', 'data:text/html,x', ''];
  await page.show({ id: 1, role: 'main', rect: [0, 0, 400, 400], children: links.map((href, index) => (
    { id: 2 + index, role: 'link', name: `Lien ${index}`, href, rect: [10, 10 + 40 * index, 100, 30] })) });
  const found = [];
  for (let index = 0; index < links.length; ++index) found.push(await page.locator(`#n${2 + index}`).getAttribute('href'));
  assert.deepEqual(found, ['#/services', '#', '#', '#', '#', '#']);
  const opened = await page.evaluate((count) => {
    const opened = [];
    const before = window.open;
    window.open = (address) => { opened.push(address); };
    const canvas = document.querySelector('canvas');
    for (let index = 0; index < count; ++index)
      canvas.dispatchEvent(new MouseEvent('auxclick', { button: 1, clientX: 20, clientY: 20 + 40 * index, bubbles: true }));
    window.open = before;
    return opened;
  }, links.length);
  assert.ok(opened.length > 0);
  for (const address of opened) assert.match(address, /^#/);
});

test('states and numbers are told: current page, selected tab, sorting, places in the table, mixed and checked', async (t) => {
  const page = await open(t);
  await page.show(...services());
  const attribute = (id, name) => page.locator(`#n${id}`).getAttribute(name);
  assert.equal(await attribute(6, 'aria-current'), 'page');
  assert.equal(await attribute(5, 'aria-current'), null);
  assert.equal(await attribute(10, 'aria-selected'), 'true');
  assert.equal(await attribute(11, 'aria-selected'), 'false');
  assert.equal(await attribute(11, 'tabindex'), '-1');
  assert.equal(await attribute(13, 'aria-rowcount'), '43');
  assert.equal(await attribute(15, 'aria-sort'), 'ascending');
  assert.equal(await attribute(16, 'aria-sort'), 'none');
  assert.equal(await attribute(300, 'aria-rowindex'), '3');
  assert.equal(await attribute(200, 'aria-selected'), 'true');
  assert.equal(await attribute(300, 'aria-selected'), 'false');
  assert.equal(await attribute(14, 'aria-selected'), null);
  assert.equal(await attribute(20, 'aria-checked'), 'mixed');
  assert.equal(await attribute(23, 'aria-checked'), 'true');
  assert.equal(await attribute(21, 'aria-valuenow'), '40');
  assert.equal(await attribute(203, 'aria-haspopup'), 'menu');
  assert.equal(await attribute(203, 'aria-expanded'), 'false');
  assert.equal(await page.getByRole('combobox', { name: 'Hébergement' }).textContent(), 'mutualisé-1');
  assert.equal(await page.getByRole('row', { name: /exemple-2/ }).getByRole('button').count(), 1);
});

test('a state that goes away is no longer told', async (t) => {
  const page = await open(t);
  const field = (over) => ({ id: 2, role: 'textbox', name: 'Nom', rect: [10, 10, 100, 30], ...over });
  await page.show(field({ state: 'invalid required', description: 'Ce nom est trop long.' }));
  const box = page.getByRole('textbox');
  assert.equal(await box.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('#reasons').textContent(), 'Ce nom est trop long.');
  await page.show(field({}));
  assert.equal(await box.getAttribute('aria-invalid'), null);
  assert.equal(await box.getAttribute('aria-describedby'), null);
  assert.equal(await page.locator('#reasons').textContent(), '');
});

test('only what changed is touched: a list that scrolls by one row adds one row and takes one away', async (t) => {
  const page = await open(t);
  await page.show(...services({ rows: [2, 3, 4, 5, 6, 7, 8] }));
  await page.evaluate(() => {
    globalThis.changes = [];
    new MutationObserver((records) => changes.push(...records.map((record) => [record.type, record.target.id]))).observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.show(...services({ rows: [2, 3, 4, 5, 6, 7, 8] }));
  assert.deepEqual(await page.evaluate(() => changes.splice(0)), []);
  await page.show(...services({ rows: [3, 4, 5, 6, 7, 8, 9] }));
  const changes = await page.evaluate(() => changes.splice(0));
  const old = changes.filter(([, id]) => !/^n90\d$/.test(id));
  assert.deepEqual(old, [['childList', 'n13'], ['childList', 'n13']]);
});

test('elements lie exactly where their things are drawn, whatever they lie in', async (t) => {
  const page = await open(t);
  await page.show(...services());
  for (const [id, rect] of [[6, [10, 90, 180, 30]], [203, [590, 233, 24, 24]], [12, [220, 130, 300, 30]], [19, [220, 510, 300, 20]]]) {
    const box = await page.locator(`#n${id}`).boundingBox();
    assert.deepEqual([box.x, box.y, box.width, box.height], rect, `n${id}`);
  }
});

test('the mouse reaches the canvas through everything but text fields', async (t) => {
  const page = await open(t);
  await page.show(...services());
  const at = (x, y) => page.evaluate(([x, y]) => document.elementFromPoint(x, y).id, [x, y]);
  assert.equal(await at(50, 100), 'canvas');
  assert.equal(await at(600, 245), 'canvas');
  assert.equal(await at(300, 145), 'n12');
});

test('a double press takes no word that runs over into the next text, as Safari would', async (t) => {
  const page = await open(t);
  await page.show({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: [
    { id: 2, role: 'text', name: 'Serveurs DNS', rect: [20, 20, 200, 20] }, { id: 3, role: 'text', name: 'ns1.host.example', rect: [20, 60, 200, 20] },
    { id: 4, role: 'text', name: 'Notes', rect: [20, 90, 200, 20] }] });
  const chosen = (pressed, from, to) => page.evaluate(([pressed, [first, start], [last, end]]) => {
    const text = (id) => document.getElementById('n' + id).firstChild;
    getSelection().setBaseAndExtent(text(first), start, text(last), end);
    document.getElementById('n' + pressed).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    return getSelection().toString();
  }, [pressed, from, to]);
  assert.equal(await chosen(3, [2, 9], [3, 3]), 'ns1');
  assert.equal(await chosen(3, [3, 9], [4, 5]), 'example');
  assert.equal(await chosen(3, [3, 4], [3, 8]), 'host');
});

test('words are selected with the mouse where nothing else takes the pointer, and only where they are seen', async (t) => {
  const page = await open(t);
  const words = (id, y, more = {}) => ({ id, role: 'text', name: `serveur${id}.example un autre`, rect: [20, y, 300, 20], ...more });
  await page.show({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: [words(2, 20), words(3, 60), words(4, 100, { clip: [20, 100, 300, 6] }),
    { id: 5, role: 'button', name: 'Sur les mots', rect: [20, 60, 60, 20] }] });
  const at = (x, y) => page.evaluate(([x, y]) => document.elementFromPoint(x, y).id, [x, y]);
  assert.equal(await at(40, 30), 'n2');
  assert.equal(await at(40, 70), 'canvas');
  assert.equal(await at(40, 103), 'n4');
  assert.equal(await at(40, 115), 'canvas');
  const selected = () => page.evaluate(() => getSelection().toString());
  await page.mouse.dblclick(40, 30);
  assert.match(await selected(), /^serveur2/);
  await page.mouse.click(500, 400);
  assert.equal(await selected(), '');
  await page.mouse.move(22, 30);
  await page.mouse.down();
  await page.mouse.move(250, 30, { steps: 4 });
  await page.mouse.up();
  assert.equal(await selected(), 'serveur2.example un autre');
  await page.keyboard.press('Control+c');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'serveur2.example un autre');
  // Under a popup, nothing is selected.
  await page.show({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: [words(2, 20)] },
    { id: 9, role: 'dialog', name: 'Popup', state: 'modal', rect: [0, 0, 500, 300], children: [{ id: 10, role: 'button', name: 'Fermer', rect: [400, 250, 60, 30] }] });
  assert.equal(await at(40, 30), 'canvas');
});

test('the words on screen are found by the browser’s search, and are not seen twice', async (t) => {
  const page = await open(t);
  await page.show(...services());
  assert.equal(await page.evaluate(() => window.find('exemple-3.fr')), true);
  assert.equal(await page.locator('#n301').evaluate((cell) => getComputedStyle(cell).color), 'rgba(0, 0, 0, 0)');
});

test('a new message is put into a region that was there before it', async (t) => {
  const page = await open(t);
  const seen = page.evaluate(() => new Promise((done) => {
    const steps = [];
    new MutationObserver(() => {
      const region = document.querySelector('[role=status]');
      if (!region) return;
      steps.push(region.textContent);
      if (region.textContent) done(steps);
    }).observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true });
  }));
  await page.show({ id: 2, role: 'status', name: 'Enregistré', rect: [0, 0, 100, 20] });
  assert.deepEqual((await seen).slice(0, 1), ['']);
  assert.equal(await page.getByRole('status').textContent(), 'Enregistré');
});

test('axe-core finds no violation in a screen with everything on it', async (t) => {
  const page = await open(t);
  await page.show(...services());
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`));
  assert.deepEqual(found, []);
});

test('damaged bytes change nothing', async (t) => {
  const page = await open(t);
  await page.show(...services());
  await page.evaluate(() => show([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  assert.equal(await page.getByRole('main').count(), 1);
});

test('while a list scrolls the mirror follows a few times a second, and it is right as soon as no frame follows', async (t) => {
  const page = await open(t);
  await page.show(...services());
  assert.deepEqual(await scroll(page, [5, 6]), [true, 'false']);
  await page.waitForFunction(() => document.documentElement.dataset.idle === 'true');
  assert.equal(await page.getByRole('cell', { name: 'exemple-5.fr', exact: true }).count(), 1);
  assert.equal(await page.getByRole('cell', { name: 'exemple-2.fr', exact: true }).count(), 0);
});

test('what a press or a key has brought is in the mirror at once, whatever follows', async (t) => {
  const page = await open(t);
  await page.show(...services());
  await page.mouse.click(400, 300);
  assert.deepEqual((await scroll(page, [5, 6]))[0], false);
  await page.evaluate(() => { mirror.urgent_until = 0; });
  await page.getByRole('button', { name: 'Actions pour exemple-5.fr' }).press('Enter');
  assert.deepEqual((await scroll(page, [7, 8]))[0], false);
});

test('a press while a list scrolls meets the rows that are drawn, not those of before', async (t) => {
  const page = await open(t);
  await page.show(...services());
  await page.evaluate((bytes) => {
    mirror.shown_at = performance.now();
    js_request_frame();
    show(bytes);
    document.getElementById('canvas').dispatchEvent(new PointerEvent('pointerdown', { clientX: 600, clientY: 335 }));
  }, [...screen(...services({ rows: [5, 6] }))]);
  assert.equal(await page.focused(), 503);
});

// Shows other rows right after a screen was shown, with another frame requested. Returns [whether the screen waits,
// data-idle].
function scroll(page, rows) {
  return page.evaluate((bytes) => {
    mirror.shown_at = performance.now();
    js_request_frame();
    show(bytes);
    return [!!mirror.waiting, document.documentElement.dataset.idle];
  }, [...screen(...services({ rows }))]);
}
