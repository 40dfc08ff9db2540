// Text fields are the browser's own: input from keyboards, input methods and the clipboard arrives complete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screen } from './screen.mjs';
import { open, with_browser } from './stand.mjs';

with_browser();

const form = (field = {}, notes = {}) => ({
  id: 1, role: 'main', rect: [0, 0, 800, 600], children: [
    { id: 3, role: 'textbox', name: 'Étiquette', rect: [20, 80, 300, 36], text_px: 18, text_x: 10, ...field },
    { id: 4, role: 'textbox', name: 'Notes', state: 'multiline', rect: [20, 130, 300, 100], text_px: 18, text_x: 10, text_y: 8, ...notes },
    { id: 5, role: 'button', name: 'Enregistrer', rect: [20, 260, 120, 36] },
  ],
});

async function in_the_field(t, options) {
  const page = await open(t, options);
  await page.show(form());
  await page.getByRole('textbox', { name: 'Étiquette' }).click();
  await page.heard();
  const values = async () => (await page.heard()).filter((event) => event.kind === 'value');
  return { page, values, last: async () => (await values()).at(-1), cdp: await page.context().newCDPSession(page) };
}

test('a click on a field gives it the focus, and each letter arrives with the place of the caret', async (t) => {
  const page = await open(t);
  await page.show(form());
  await page.getByRole('textbox', { name: 'Étiquette' }).click();
  await page.keyboard.type('été');
  const events = await page.heard();
  assert.deepEqual(events.filter((event) => event.kind === 'focus').map((event) => event.id), [3]);
  assert.deepEqual(events.filter((event) => event.kind === 'value').map((event) => [event.text, event.caret]), [['é', 1], ['ét', 2], ['été', 3]]);
});

test('a password stands in a form of its own with the name of its account, so that no other field is taken for the name', async (t) => {
  const page = await open(t);
  const search = { id: 8, role: 'searchbox', name: 'Rechercher', rect: [20, 400, 200, 36] };
  const password = { state: 'secret', hint: 'autocomplete=current-password username=C-204518' };
  await page.show({ ...form(password), children: [search, ...form(password).children] });
  const found = await page.evaluate(() => {
    const field = document.querySelector('#n3');
    return { autocomplete: field.autocomplete, others: [...field.form.elements].filter((one) => one !== field).map((one) => [one.autocomplete, one.value]), search: document.querySelector('#n8').form };
  });
  assert.deepEqual(found, { autocomplete: 'current-password', others: [['username', 'C-204518']], search: null });
  await page.locator('#n3').fill('demo');
  await page.locator('#n3').press('Enter');
  assert.equal(await page.evaluate(() => document.querySelectorAll('form').length), 1);
  await page.show(search);
  assert.equal(await page.evaluate(() => document.querySelectorAll('form').length), 0);
});

test('a screen that shows what was typed leaves the caret where it is', async (t) => {
  const { page, last } = await in_the_field(t);
  await page.keyboard.type('example');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('X');
  await page.show(form({ value: 'examplXe' }));
  await page.keyboard.type('Y');
  assert.equal((await last()).text, 'examplXYe');
});

test('a screen older than the last letter does not take the letter back', async (t) => {
  const { page, last } = await in_the_field(t);
  await page.keyboard.type('a');
  // A slow page: the screen waits to be shown while the next letter is typed.
  await page.evaluate((bytes) => {
    mirror.shown_at = performance.now() + 1000;
    mirror.urgent_until = 0;
    mirror_focus.in_field = () => false;
    show(bytes);
  }, [...screen(form({ value: 'a' }))]);
  await page.keyboard.type('b');
  assert.equal(await page.evaluate(() => !!mirror.waiting), true);
  await page.evaluate(() => mirror.show());
  assert.equal(await page.getByRole('textbox', { name: 'Étiquette' }).inputValue(), 'ab');
  assert.equal((await last()).text, 'ab');
});

test('the program may correct what was typed, in the focused field too', async (t) => {
  const { page } = await in_the_field(t);
  await page.keyboard.type('12a');
  await page.show(form({ value: '12' }));
  assert.equal(await page.getByRole('textbox', { name: 'Étiquette' }).inputValue(), '12');
});

test('a dead key and its letter make one letter, and screens that come between do not disturb them', async (t) => {
  const { page, values, cdp } = await in_the_field(t);
  await page.keyboard.type('for');
  await cdp.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 });
  await page.show(form({ value: 'for' }));
  await page.show(form({ value: 'for^' }));
  await cdp.send('Input.insertText', { text: 'ê' });
  await page.keyboard.type('t');
  const seen = await values();
  assert.equal(seen.at(-1).text, 'forêt');
  assert.equal(seen.find((event) => event.text === 'for^').composing, true);
  assert.equal(seen.at(-1).composing, false);
});

test('an input method composes in peace, and its choice is what is told last', async (t) => {
  const { page, last, cdp } = await in_the_field(t);
  for (const text of ['に', 'にほ', 'にほん']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.show(form({ value: '' }));
  }
  assert.equal(await page.getByRole('textbox', { name: 'Étiquette' }).inputValue(), 'にほん');
  await cdp.send('Input.insertText', { text: '日本' });
  const told = await last();
  assert.equal(told.text, '日本');
  assert.equal(told.composing, false);
});

test('paste, undo and redo are the browser’s own', async (t) => {
  const { page, last } = await in_the_field(t);
  await page.evaluate(() => navigator.clipboard.writeText('collé d’ailleurs 😀'));
  await page.keyboard.type('un ');
  await page.show(form({ value: 'un ' }));
  await page.keyboard.press('Control+V');
  assert.equal((await last()).text, 'un collé d’ailleurs 😀');
  await page.show(form({ value: 'un collé d’ailleurs 😀' }));
  await page.keyboard.press('Control+Z');
  assert.equal((await last()).text, 'un ');
  await page.keyboard.press('Control+Shift+Z');
  assert.equal((await last()).text, 'un collé d’ailleurs 😀');
});

test('leaving a field, or Enter in it, commits a change once', async (t) => {
  const { page } = await in_the_field(t);
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.deepEqual((await page.heard()).filter((event) => event.kind === 'commit').map((event) => event.text), ['a']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.deepEqual((await page.heard()).filter((event) => event.kind === 'commit'), []);
});

test('Enter makes a new line in a field of several lines', async (t) => {
  const { page, last } = await in_the_field(t);
  await page.keyboard.press('Tab');
  await page.keyboard.type('a\nb');
  assert.equal((await last()).text, 'a\nb');
});

test('a phone’s keyboard is asked for by what the field takes', async (t) => {
  const page = await open(t, { hasTouch: true, isMobile: true });
  await page.show({ id: 1, role: 'main', rect: [0, 0, 800, 600], children: [
    { id: 2, role: 'textbox', name: 'E-mail', rect: [10, 10, 200, 36], hint: 'autocomplete=email inputmode=email enterkeyhint=next placeholder=vous@exemple.fr ou rien' },
    { id: 3, role: 'spinbutton', name: 'Années', value: '1', row: 1, column: 1, row_count: 10, rect: [10, 60, 80, 36] },
    { id: 4, role: 'searchbox', name: 'Rechercher', rect: [10, 110, 200, 36] },
    { id: 5, role: 'textbox', name: 'Mot de passe', state: 'secret', rect: [10, 160, 200, 36], hint: 'autocomplete=current-password' },
  ] });
  const of = (role, name) => page.getByRole(role, { name }).evaluate((field) =>
    Object.fromEntries([...field.attributes].map((attribute) => [attribute.name, attribute.value])));
  const mail = await of('textbox', 'E-mail');
  assert.equal(mail.inputmode, 'email');
  assert.equal(mail.autocomplete, 'email');
  assert.equal(mail.maxlength, undefined);  // nothing is shortened
  assert.equal(mail.enterkeyhint, 'next');
  assert.equal(mail.placeholder, 'vous@exemple.fr ou rien');
  assert.equal((await of('spinbutton', 'Années')).inputmode, 'numeric');
  assert.equal((await of('spinbutton', 'Années'))['aria-valuemax'], '10');
  assert.equal((await of('searchbox', 'Rechercher')).type, 'search');
  const secret = await page.locator('#n5').evaluate((field) => [field.type, field.autocomplete, field.getAttribute('role')]);
  assert.deepEqual(secret, ['password', 'current-password', null]);
  await page.getByRole('textbox', { name: 'E-mail' }).tap();
  await page.keyboard.type('é');
  assert.equal((await page.heard()).at(-1).text, 'é');
});

test('a field shows its text only while it has the focus, and never outside of what the canvas shows of it', async (t) => {
  const page = await open(t);
  await page.show(form({ value: 'abc', clip: [20, 90, 200, 26] }));
  const field = page.getByRole('textbox', { name: 'Étiquette' });
  const color = () => field.evaluate((each) => getComputedStyle(each).color);
  assert.equal(await color(), 'rgba(0, 0, 0, 0)');
  await field.focus();
  assert.equal(await color(), 'rgb(18, 22, 28)');
  assert.equal(await field.evaluate((each) => each.style.clipPath), 'inset(10px 100px 0px 0px)');
});

test('a field under an open menu neither takes its clicks nor covers it', async (t) => {
  const page = await open(t);
  const menu = { id: 9, role: 'menu', name: 'Actions', rect: [40, 60, 200, 120], children: [{ id: 10, role: 'menuitem', name: 'Renouveler', rect: [40, 80, 200, 30] }] };
  await page.show(form(), menu);
  const at = () => page.evaluate(() => document.elementFromPoint(100, 95).id);
  assert.equal(await at(), 'canvas');
  await page.show(form());
  assert.equal(await at(), 'n3');
});

test('the wheel over a field scrolls what it is in', async (t) => {
  const { page } = await in_the_field(t);
  await page.mouse.wheel(0, 120);
  await page.waitForFunction(() => wheels.length > 0);
  assert.deepEqual(await page.evaluate(() => wheels[0]), [0, 120]);
});
