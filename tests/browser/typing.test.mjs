// Text fields are the browser's own: everything a keyboard, an input method, the clipboard and a phone can do works.
import { assert, test, until } from './guichet.mjs';
import { chooses, first_that_may, results, services } from './lists.mjs';

const value = (field) => field.inputValue();

async function in_the_label(arrives, wishes = {}) {
  const customer = await arrives(wishes);
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  const popup = await customer.sees('dialog');
  const field = await customer.types('textbox', 'Étiquette', '', { within: popup });
  const cdp = await customer.context.newCDPSession(customer.page);
  return { customer, popup, field, cdp, one };
}

// Saves and reads the text back from the program.
async function saved({ customer, popup, one }) {
  await customer.press('button', 'Enregistrer', { within: popup });
  await customer.sees_no('dialog');
  await chooses(customer, one, 'Étiquette et notes');
  return value(await customer.sees('textbox', 'Étiquette'));
}

test('every letter of a French keyboard arrives, in order, however fast', async ({ arrives }) => {
  const world = await in_the_label(arrives);
  const text = 'L’été, à Noël : « ça » coûte 5 € & œuvre @ #1';
  await world.customer.page.keyboard.type(text, { delay: 0 });
  assert.equal(await value(world.field), text);
  assert.equal(await saved(world), text);
});

test('a dead key and the letter after it make one letter', async ({ arrives }) => {
  const world = await in_the_label(arrives);
  // As browsers send a dead circumflex: a composition of the mark, replaced by the letter.
  await world.customer.page.keyboard.type('for');
  await world.cdp.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 });
  await world.cdp.send('Input.insertText', { text: 'ê' });
  await world.customer.page.keyboard.type('t');
  await world.customer.idle();
  assert.equal(await value(world.field), 'forêt');
  assert.equal(await saved(world), 'forêt');
});

test('an input method composes in the field, and what it decides is what is saved', async ({ arrives }) => {
  const world = await in_the_label(arrives);
  for (const text of ['に', 'にほ', 'にほん', '日本'])
    await world.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await world.customer.idle();
  assert.equal(await value(world.field), '日本');
  await world.cdp.send('Input.insertText', { text: '日本語' });
  await world.customer.idle();
  assert.equal(await value(world.field), '日本語');
  assert.equal(await saved(world), '日本語');
});

test('a composition that is given up leaves nothing', async ({ arrives }) => {
  const world = await in_the_label(arrives);
  await world.customer.page.keyboard.type('ab');
  await world.cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  await world.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await world.customer.page.keyboard.type('c');
  await world.customer.idle();
  assert.equal(await value(world.field), 'abc');
  assert.equal(await saved(world), 'abc');
});

test('what another program copied is pasted with Ctrl+V, and copied and cut with Ctrl+C and Ctrl+X', async ({ arrives }) => {
  const world = await in_the_label(arrives, { permissions: ['clipboard-read', 'clipboard-write'] });
  const { customer, field } = world;
  await customer.page.evaluate(() => navigator.clipboard.writeText('collé d’ailleurs 😀'));
  await customer.presses_key('Control+V');
  assert.equal(await value(field), 'collé d’ailleurs 😀');
  await customer.presses_key('Control+A', 'Control+X');
  assert.equal(await value(field), '');
  await customer.presses_key('Control+V', 'Control+V');
  assert.equal(await value(field), 'collé d’ailleurs 😀collé d’ailleurs 😀');
  assert.equal(await saved(world), 'collé d’ailleurs 😀collé d’ailleurs 😀');
});

test('Ctrl+Z takes back what was typed, Ctrl+Shift+Z brings it again', async ({ arrives }) => {
  const { customer, field } = await in_the_label(arrives);
  await customer.page.keyboard.insertText('un ');
  await customer.idle();
  await customer.page.keyboard.insertText('deux');
  await customer.idle();
  await customer.presses_key('Control+Z');
  assert.notEqual(await value(field), 'un deux');
  await customer.presses_key('Control+Shift+Z');
  assert.equal(await value(field), 'un deux');
});

test('the caret is where the mouse was pressed, and a double press selects a word', async ({ arrives }) => {
  const { customer, field } = await in_the_label(arrives);
  await customer.page.keyboard.type('premier second');
  const box = await field.boundingBox();
  await customer.page.mouse.dblclick(box.x + 30, box.y + box.height / 2);
  await customer.idle();
  const chosen = () => field.evaluate((element) => element.value.slice(element.selectionStart, element.selectionEnd).trim());
  assert.equal(await chosen(), 'premier');
  await customer.page.keyboard.type('dernier');
  await customer.idle();
  assert.match(await value(field), /^dernier ?second$/);
});

test('notes take several lines, and Enter in them does not close the popup', async ({ arrives }) => {
  const world = await in_the_label(arrives);
  const { customer, popup } = world;
  const notes = await customer.types('textbox', 'Notes', 'un\ndeux\ntrois', { within: popup });
  assert.equal(await value(notes), 'un\ndeux\ntrois');
  await saved(world);
  assert.equal(await value(await customer.sees('textbox', 'Notes')), 'un\ndeux\ntrois');
});

test('Enter in a field of one line accepts the popup', async ({ arrives }) => {
  const { customer } = await in_the_label(arrives);
  await customer.page.keyboard.type('par Entrée');
  await customer.presses_key('Enter');
  await customer.sees_no('dialog');
});

test('letters that are typed faster than the list narrows are all searched for', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const field = await customer.sees('searchbox', 'Rechercher');
  await customer.press_at(field);
  await Promise.all([...'hebergement'].map((letter) => customer.page.keyboard.press(letter)));
  await until(async () => await value(field) === 'hebergement', { what: async () => `the field has ${await value(field)}` });
  await customer.idle();
  assert.ok((await results(customer)).found >= 1);
});

test('on a phone a tap on a field opens its keyboard, and what the keyboard writes arrives', async ({ arrives }) => {
  const customer = await arrives({ phone: true, width: 390, height: 844, density: 2, at: services });
  const field = await customer.sees('searchbox', 'Rechercher');
  await customer.press_at(field);
  assert.equal(await field.evaluate((element) => element === document.activeElement), true, 'a tap gives the field the focus');
  assert.ok(await field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize) >= 1));
  const cdp = await customer.context.newCDPSession(customer.page);
  // As phone keyboards do: each letter composes the whole word again, and finally commits it.
  for (const text of ['h', 'he', 'heb', 'hebergement'])
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await cdp.send('Input.insertText', { text: 'hébergement' });
  await customer.idle();
  assert.equal(await value(field), 'hébergement');
  const { found, of } = await results(customer);
  assert.ok(found >= 1 && found < of);
});

test('letters typed outside of a field go nowhere, and Ctrl+K goes to the global search from anywhere', async ({ arrives }) => {
  const customer = await arrives();
  await customer.presses_key('x', 'y');
  await customer.sees('heading', 'Accueil', { level: 1 });
  await customer.presses_key('Control+K');
  const search = await customer.sees('combobox', 'Recherche globale');
  assert.equal(await search.evaluate((element) => element === document.activeElement), true);
  await customer.page.keyboard.type('support');
  await customer.idle();
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Support & Assistance', { level: 1 });
});
