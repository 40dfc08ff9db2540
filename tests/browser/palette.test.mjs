// The global search as a command palette: by keyboard, from any page, in either language, recent choices first.
import { is_without_violation } from './axe.mjs';
import { assert, plain, test } from './guichet.mjs';
import { popup } from './lists.mjs';

const palette = 'Recherche globale';

async function asks(customer, words) {
  await customer.presses_key('Control+k');
  await customer.sees('listbox', palette);
  await customer.page.keyboard.type(words);
  await customer.idle();
}

const offers = async (customer) => (await customer.thing('option').allTextContents()).map(plain);

test('Ctrl+K finds a service and a page from anywhere, and Enter goes there', async ({ arrives }) => {
  const customer = await arrives({ at: '#/billing' });
  await asks(customer, 'boulangerie-example.com');
  assert.equal((await offers(customer))[0], 'boulangerie-example.com');
  await customer.presses_key('Enter');
  await customer.sees('heading', 'boulangerie-example.com', { level: 1 });
  await asks(customer, 'facturation');
  await customer.presses_key('Enter');
  assert.equal(customer.hash(), '#/billing');
});

test('an action of the app is found in the other language, and done', async ({ arrives }) => {
  const customer = await arrives();
  const scheme = () => customer.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await asks(customer, 'dark');
  assert.deepEqual(await offers(customer), ['Thème sombre']);
  await customer.presses_key('Enter');
  assert.match(await scheme(), /^dark/);
  await asks(customer, 'english');
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Home', { level: 1 });
  await customer.presses_key('Control+k');
  await customer.page.keyboard.type('afficher en français');
  await customer.idle();
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Accueil', { level: 1 });
});

test('« renouveler » and a name open the popup of that service, wholly by keyboard', async ({ arrives }) => {
  const customer = await arrives({ at: '#/support' });
  await asks(customer, 'renouveler boulangerie-example.com');
  assert.equal((await offers(customer))[0], 'Renouveler boulangerie-example.com');
  await customer.presses_key('Enter');
  await customer.reads('boulangerie-example.com', { within: await popup(customer, 'Renouveler') });
  await customer.reads('Nouvelle expiration');
  await customer.presses_key('Escape');
  await customer.sees_no('dialog');
  assert.equal(customer.hash(), '#/support');
});

test('an action without a service goes on in the field, in the other language too', async ({ arrives }) => {
  const customer = await arrives();
  await asks(customer, 'renew');
  assert.equal((await offers(customer))[0], 'Renouveler');
  await customer.presses_key('Enter');
  const field = await customer.sees('combobox', palette);
  assert.equal(await field.inputValue(), 'Renouveler ');
  await customer.page.keyboard.type('lutherie');
  await customer.idle();
  assert.equal(await field.inputValue(), 'Renouveler lutherie');
  assert.equal((await offers(customer))[0], 'Renouveler lutherie-example.org');
  await customer.presses_key('Enter');
  await popup(customer, 'Renouveler');
});

test('an action that is not possible says why, and does nothing', async ({ arrives }) => {
  const customer = await arrives();
  await asks(customer, 'serveurs dns librairie-example.fr');
  const refused = await customer.sees('option', 'Changer les serveurs DNS de librairie-example.fr');
  assert.equal(await refused.getAttribute('aria-disabled'), 'true');
  assert.match(await customer.reason(refused), /a expiré/);
  await customer.presses_key('Enter');
  assert.equal(await customer.count('dialog'), 0);
});

test('what was chosen lately comes first again after a reload', async ({ arrives }) => {
  const customer = await arrives();
  await asks(customer, 'renouveler lutherie');
  await customer.presses_key('Enter');
  await popup(customer, 'Renouveler');
  await customer.presses_key('Escape');
  await customer.sees_no('dialog');
  await asks(customer, 'contacts');
  await customer.presses_key('Enter');
  await customer.reload();
  await customer.presses_key('Control+k');
  await customer.sees('option', 'Gestion des contacts');
  assert.deepEqual((await offers(customer)).slice(0, 2), ['Gestion des contacts', 'Renouveler lutherie-example.org']);
  await customer.presses_key('ArrowDown', 'ArrowDown', 'Enter');
  await popup(customer, 'Renouveler');
});

test('a browser whose memory of it was damaged opens the palette all the same', async ({ arrives }) => {
  const customer = await arrives();
  await asks(customer, 'contacts');
  await customer.presses_key('Enter');
  await customer.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.endsWith('recent')) localStorage.setItem(key, 'act\nact x y\ndo \u0000\n'.repeat(9000));
  });
  await customer.reload();
  await customer.presses_key('Control+k');
  await customer.sees('option', 'Accueil');
  await customer.sees('option', 'Exporter le compte');
});

test('on a phone the palette opens from its icon and does what is asked', async ({ arrives }) => {
  const customer = await arrives({ phone: true, width: 390, height: 844, density: 2 });
  await customer.press('button', palette);
  await customer.sees('listbox', palette);
  await customer.page.keyboard.type('renew lutherie');
  await customer.idle();
  await customer.press('option', 'Renouveler lutherie-example.org');
  await popup(customer, 'Renouveler');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing on the open palette, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ theme });
    await customer.presses_key('Control+k');
    await customer.sees('listbox', palette);
    await is_without_violation(customer, 'nothing typed');
    await customer.page.keyboard.type('serveurs example');
    await customer.idle();
    await is_without_violation(customer, 'words typed');
  });
