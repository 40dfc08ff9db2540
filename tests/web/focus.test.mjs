// Keyboard focus in the mirror: Tab, presses, requested keys, popups that keep the focus and give it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, with_browser } from './stand.mjs';

with_browser();

const page_nodes = (over = {}) => ({
  id: 1, role: 'main', rect: [0, 0, 800, 600], keys: 'pages', children: [
    { id: 2, role: 'heading', level: 1, name: 'Gérer mes services', rect: [20, 20, 300, 30] },
    { id: 3, role: 'link', name: 'Accueil', href: '#/', rect: [20, 60, 100, 20] },
    { id: 5, role: 'button', name: 'Ouvrir', rect: [20, 100, 120, 36] },
    { id: 6, role: 'button', name: 'Résilier', state: 'disabled', description: 'Le service est déjà résilié.', rect: [160, 100, 120, 36] },
    { id: 7, role: 'table', name: 'Services', rect: [20, 150, 400, 200], state: 'focusable', keys: 'up_down home_end', children: [
      { id: 70, role: 'row', rect: [20, 150, 400, 20], row: 2, children: [
        { id: 71, role: 'cell', name: 'exemple.fr', rect: [20, 150, 200, 20] },
        { id: 72, role: 'cell', rect: [220, 150, 200, 20], children: [{ id: 73, role: 'button', name: 'Actions pour exemple.fr', rect: [380, 150, 20, 20] }] }] }] },
    ...(over.more || []),
  ],
});
const dialog = (over = {}) => ({
  id: 50, role: 'dialog', name: 'Renouveler', state: 'modal', keys: 'escape', rect: [200, 100, 400, 300], children: [
    { id: 51, role: 'heading', level: 2, name: 'Renouveler', rect: [220, 110, 200, 30] },
    { id: 52, role: 'spinbutton', name: 'Années', value: '1', rect: [220, 160, 100, 36], keys: 'up_down' },
    { id: 53, role: 'button', name: 'Valider', rect: [220, 300, 100, 36] }], ...over,
});
const kinds = (events) => events.map((event) => `${event.kind} ${event.id}`);

test('Tab walks the controls in reading order, with a ring', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Tab');
  const events = await page.heard();
  assert.deepEqual(kinds(events), ['focus 3', 'focus 5', 'focus 6', 'focus 7', 'focus 73']);
  assert.ok(events.every((event) => event.ring));
});

test('Enter and Space press a button and a link; a disabled button has the focus and its reason, and is not pressed', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('link', { name: 'Accueil' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual(kinds(await page.heard()), ['focus 3', 'press 3', 'focus 5', 'press 5', 'press 5', 'focus 6']);
  assert.equal(await page.evaluate(() => location.hash), '');
  const disabled = page.getByRole('button', { name: 'Résilier' });
  assert.equal(await disabled.getAttribute('aria-disabled'), 'true');
  assert.equal(await disabled.evaluate((button) => document.getElementById(button.getAttribute('aria-describedby')).textContent), 'Le service est déjà résilié.');
});

test('what is partly hidden is moved into sight for the keyboard, and stays under a pointer that presses it', async (t) => {
  const page = await open(t);
  await page.show(page_nodes({ more: [{ id: 8, role: 'button', name: 'Céder', rect: [20, 380, 120, 36], clip: [20, 380, 120, 12] }] }));
  await page.mouse.click(80, 386);
  assert.deepEqual(kinds(await page.heard()), ['focus 8']);
  await page.mouse.click(700, 500);
  await page.heard();
  await page.getByRole('button', { name: 'Céder' }).focus();
  assert.deepEqual(kinds(await page.heard()), ['focus 8', 'show 8']);
});

test('a key goes to the nearest node round the focus that asked for it, and all others stay the browser’s', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Actions pour exemple.fr' }).focus();
  await page.heard();
  for (const key of ['ArrowDown', 'Shift+End', 'PageDown', 'ArrowLeft', 'Escape', 'x']) await page.keyboard.press(key);
  assert.deepEqual((await page.heard()).map((event) => [event.text, event.id, event.owner, event.shift]),
    [['ArrowDown', 73, 7, false], ['End', 73, 7, true], ['PageDown', 73, 1, false]]);
});

test('Enter and Space press the focused button, even in a table that has a use for them', async (t) => {
  const page = await open(t);
  const nodes = page_nodes();
  nodes.children[4].keys = 'enter space';
  await page.show(nodes);
  await page.getByRole('table').focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Actions pour exemple.fr' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  assert.deepEqual(kinds(await page.heard()), ['focus 7', 'key 7', 'focus 73', 'press 73', 'press 73']);
});

test('without a focus the keys go to the main part, or to the popup on top', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.keyboard.press('PageUp');
  assert.deepEqual((await page.heard()).map((event) => [event.text, event.id, event.owner]), [['PageUp', 0, 1]]);
  await page.show(page_nodes(), dialog());
  await page.evaluate(() => document.activeElement.blur());
  await page.heard();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Escape');
  assert.deepEqual((await page.heard()).map((event) => [event.text, event.id, event.owner]), [['Escape', 0, 50]]);
});

test('a shortcut works wherever the focus is, but a plain letter is not taken from a text field', async (t) => {
  const page = await open(t);
  await page.evaluate(() => js_set_shortcuts(...put('Ctrl+k /')));
  await page.show(page_nodes({ more: [{ id: 8, role: 'searchbox', name: 'Rechercher', rect: [20, 400, 200, 36] }] }));
  await page.keyboard.press('/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('/');
  const events = await page.heard();
  assert.deepEqual(events.filter((event) => event.kind === 'key').map((event) => [event.text, event.id, event.owner]), [['/', 0, 0], ['k', 8, 0]]);
  assert.equal(events.at(-1).text, '/');
  assert.equal(events.at(-1).kind, 'value');
});

test('a shortcut is at its place where the letters are not Latin, and where its letter is otherwise', async (t) => {
  const page = await open(t);
  await page.evaluate(() => js_set_shortcuts(...put('Ctrl+k')));
  const list = page_nodes();
  list.children[4].keys = 'up_down home_end select_all letters';
  await page.show(list);
  await page.getByRole('table').focus();
  await page.heard();
  const press = (key, code, more = {}) => page.evaluate((event) =>
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event })), { key, code, ctrlKey: true, ...more });
  const told = async (...event) => {
    await press(...event);
    return (await page.heard()).map(({ text, owner }) => [text, owner]);
  };
  const layouts = { Cyrillic: ['л', 'ф'], Greek: ['κ', 'α'], Arabic: ['ن', 'ش'], Hebrew: ['ל', 'ש'], Thai: ['า', 'ฟ'], Hangul: ['ㅏ', 'ㅁ'], capitals: ['Л', 'Ф'] };
  for (const [name, [k, a]] of Object.entries(layouts)) {
    assert.deepEqual(await told(k, 'KeyK'), [['k', 0]], name);
    assert.deepEqual(await told(a, 'KeyA'), [['a', 7]], name);
  }
  assert.deepEqual(await told('k', 'KeyV'), [['k', 0]], 'Dvorak');
  assert.deepEqual(await told('a', 'KeyQ'), [['a', 7]], 'AZERTY');
  for (const [key, code, more] of [['t', 'KeyK'], ['q', 'KeyA'], ['é', 'Digit2'], ['æ', 'KeyA'], ['ĸ', 'KeyK', { altKey: true }], ['л', 'KeyK', { altKey: true }]])
    assert.deepEqual(await told(key, code, more), [], `${key} at ${code}`);
  const letter = { ctrlKey: false };
  assert.deepEqual(await told('ф', 'KeyA', letter), [['ф', 7]], 'a letter without Ctrl is the one that was typed');
  assert.deepEqual(await told('لا', 'KeyB', letter), [['لا', 7]], 'a key that writes two letters');
});

test('a popup takes the focus to its first field, keeps Tab inside, and gives the focus back to what opened it', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Ouvrir' }).focus();
  await page.show(page_nodes(), dialog());
  assert.equal(await page.focused(), 52);
  for (let i = 0; i < 5; ++i) {
    await page.keyboard.press('Tab');
    assert.ok([0, 52, 53].includes(await page.focused()));
  }
  assert.equal(await page.locator('[inert] #n5, #n5[inert]').count(), 1, 'what is outside is out of reach');
  await page.show(page_nodes());
  assert.equal(await page.focused(), 5);
  assert.equal(await page.locator('[inert]').count(), 0);
});

test('a menu that opens a popup hands its opener on: closing the popup leads back to the row', async (t) => {
  const page = await open(t);
  await page.evaluate(() => { mirror_keys.READY_MS = 0; });
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Actions pour exemple.fr' }).focus();
  const menu = { id: 40, role: 'menu', name: 'Actions', state: 'modal', keys: 'escape up_down', rect: [300, 170, 120, 60],
    children: [{ id: 41, role: 'menuitem', name: 'Renouveler', rect: [300, 170, 120, 30] }] };
  await page.show(page_nodes(), menu);
  assert.equal(await page.focused(), 41);
  await page.keyboard.press('Enter');
  assert.deepEqual(kinds((await page.heard()).slice(-1)), ['press 41']);
  await page.show(page_nodes(), dialog());
  assert.equal(await page.focused(), 52);
  await page.show(page_nodes());
  assert.equal(await page.focused(), 73);
});

test('a popup that opens while its menu is still there gives the focus back to what opened the menu', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Actions pour exemple.fr' }).focus();
  const menu = { id: 40, role: 'menu', name: 'Actions', state: 'modal', rect: [300, 170, 120, 60],
    children: [{ id: 41, role: 'menuitem', name: 'Renouveler', rect: [300, 170, 120, 30] }] };
  await page.show(page_nodes(), menu);
  await page.show(page_nodes(), menu, dialog());
  assert.equal(await page.focused(), 52);
  await page.show(page_nodes(), dialog());
  assert.equal(await page.focused(), 52);
  await page.show(page_nodes());
  assert.equal(await page.focused(), 73);
});

test('of two popups the one on top has the focus, and each gives it back in turn', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Ouvrir' }).focus();
  await page.show(page_nodes(), dialog());
  await page.getByRole('button', { name: 'Valider' }).focus();
  const alert = { id: 60, role: 'alertdialog', name: 'Sûr ?', state: 'modal', rect: [250, 150, 200, 100], children: [{ id: 61, role: 'button', name: 'Oui', rect: [260, 200, 60, 30] }] };
  await page.show(page_nodes(), dialog(), alert);
  assert.equal(await page.focused(), 61);
  await page.show(page_nodes(), dialog());
  assert.equal(await page.focused(), 53);
  await page.show(page_nodes());
  assert.equal(await page.focused(), 5);
});

test('focus that is asked for is given once, and not taken again while the wish stays', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  const wanting = page_nodes({ more: [{ id: 8, role: 'searchbox', name: 'Rechercher', value: 'abc', state: 'focus_wanted select_all', rect: [20, 400, 200, 36] }] });
  await page.show(wanting);
  assert.equal(await page.focused(), 8);
  assert.equal(await page.evaluate(() => document.activeElement.selectionEnd - document.activeElement.selectionStart), 3);
  await page.getByRole('button', { name: 'Ouvrir' }).focus();
  await page.show(wanting);
  assert.equal(await page.focused(), 5);
});

test('when the focused control goes, the focus stays near it instead of being lost', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Actions pour exemple.fr' }).focus();
  const without = page_nodes();
  without.children[4].children = [];
  await page.heard();
  await page.show(without);
  assert.equal(await page.focused(), 7);
  assert.deepEqual(kinds(await page.heard()), ['focus 7']);
});

test('a focused control that moves among others keeps the focus', async (t) => {
  const page = await open(t);
  const list = (...ids) => ({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: ids.map((id, at) => ({ id, role: 'button', name: `B${id}`, rect: [10, 40 * at, 80, 30] })) });
  await page.show(list(2, 3, 4));
  await page.getByRole('button', { name: 'B4' }).focus();
  await page.heard();
  await page.show(list(4, 3, 2, 5));
  assert.equal(await page.focused(), 4);
  assert.deepEqual(await page.locator('#mirror button').allTextContents(), ['B4', 'B3', 'B2', 'B5']);
});

test('a press of the mouse moves the focus to what is drawn there, without a ring and without pressing it twice', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.mouse.click(60, 118);
  const events = (await page.heard()).filter((event) => event.kind);
  assert.deepEqual(kinds(events), ['focus 5']);
  assert.equal(events[0].ring, false);
  await page.mouse.click(700, 580);
  assert.deepEqual(kinds(await page.heard()), ['blur 0']);
});

test('what is held while the mouse goes down is told before the press', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  for (const key of ['Shift', 'Control']) {
    await page.keyboard.down(key);
    await page.mouse.click(60, 118);
    await page.keyboard.up(key);
  }
  await page.mouse.click(60, 118);
  assert.deepEqual(await page.evaluate(() => held), [[1, 0], [0, 1], [0, 0]]);
});

test('a press on a menu that lies over a list moves the focus inside the menu, wherever it stands in reading order', async (t) => {
  const page = await open(t);
  const menu = (state) => ({ id: 40, role: 'menu', name: 'Actions', state, rect: [40, 150, 120, 60],
    children: [{ id: 41, role: 'menuitem', name: 'Détails', rect: [40, 150, 120, 30] }, { id: 42, role: 'menuitem', name: 'Renouveler', rect: [40, 180, 120, 30] }] });
  for (const state of ['modal', '']) {
    const nodes = page_nodes();
    nodes.children.splice(1, 0, menu(state));
    await page.show(nodes);
    await page.mouse.click(60, 195);
    assert.equal(await page.focused(), 42);
    await page.show(page_nodes());
  }
});

test('a control that gets the focus while it is clipped away asks to be shown', async (t) => {
  const page = await open(t);
  await page.show({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: [{ id: 2, role: 'button', name: 'En bas', rect: [0, 700, 100, 30], clip: [0, 600, 100, 0] }] });
  await page.keyboard.press('Tab');
  assert.deepEqual(kinds(await page.heard()), ['focus 2', 'show 2']);
});

test('a held Enter presses once, and a popup takes no Enter before it has been there for a moment', async (t) => {
  const page = await open(t);
  await page.show(page_nodes());
  await page.getByRole('button', { name: 'Ouvrir' }).focus();
  for (let times = 0; times < 5; ++times) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  assert.deepEqual(kinds(await page.heard()), ['focus 5', 'press 5']);

  await page.evaluate(() => { mirror_keys.READY_MS = 1e9; });
  await page.show(page_nodes({ more: [dialog()] }));
  await page.getByRole('button', { name: 'Valider' }).focus();
  await page.heard();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  assert.deepEqual(kinds(await page.heard()), []);
  await page.keyboard.press('Escape');
  assert.deepEqual(kinds(await page.heard()), ['key 53']);
  await page.evaluate(() => { mirror_keys.READY_MS = 0; });
  await page.keyboard.press('Enter');
  assert.deepEqual(kinds(await page.heard()), ['press 53']);
});
