// Opening the site: the menu, the home page, and an address for each page.
import { assert, plain, test } from './guichet.mjs';

const entries = ['Accueil', 'Informations personnelles', 'Gérer mes services', 'Gestion des contacts',
  'Commander un service', 'Facturation & Paiements', 'Support & Assistance'];

test('the site opens at Accueil, with the seven entries of the menu in their order', async ({ arrives }) => {
  const customer = await arrives();
  await customer.sees('main');
  assert.equal(await customer.text('heading', 'Accueil', { level: 1 }), 'Accueil');
  const menu = await customer.sees('navigation', 'Menu principal');
  assert.deepEqual((await menu.getByRole('link').allTextContents()).map(plain), entries);
  assert.equal(await (await customer.sees('link', 'Accueil', { within: menu })).getAttribute('aria-current'), 'page');
  assert.match(await customer.title(), /Accueil/);
  assert.match(await customer.title(), /Guichet/);
  await customer.reads('Démonstration');
  await customer.reads_status('À jour');
});

test('each entry of the menu opens its page, by mouse, and says so in the title and the address', async ({ arrives }) => {
  const customer = await arrives();
  const addresses = new Set();
  for (const name of [...entries.slice(1), 'Accueil']) {
    await customer.press('link', name, { within: await customer.sees('navigation', 'Menu principal') });
    await customer.sees('heading', name, { level: 1 });
    assert.match(await customer.title(), new RegExp(name));
    assert.equal(await customer.count('link', name, { within: await customer.sees('navigation', 'Menu principal') }), 1);
    addresses.add(customer.hash());
  }
  assert.equal(addresses.size, entries.length);
});

test('a page that is still to come says so, in words', async ({ arrives }) => {
  const customer = await arrives();
  for (const name of ['Informations personnelles', 'Gestion des contacts', 'Commander un service', 'Facturation & Paiements', 'Support & Assistance']) {
    await customer.press('link', name, { within: await customer.sees('navigation', 'Menu principal') });
    await customer.sees('heading', name, { level: 1 });
    const said = plain(await (await customer.sees('main')).innerText());
    assert.ok(said.length > name.length + 30, `${name} says only: ${said}`);
  }
});

test('back and forward walk through the pages that were open', async ({ arrives }) => {
  const customer = await arrives();
  await customer.press('link', 'Gérer mes services');
  await customer.press('link', 'Support & Assistance');
  await customer.back();
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.back();
  await customer.sees('heading', 'Accueil', { level: 1 });
  await customer.forward();
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.reload();
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
});

test('an address that leads nowhere leads home or says so, and nothing breaks', async ({ arrives }) => {
  const customer = await arrives({ at: '#/nulle/part/du/tout?q=%E9%00&&&=' });
  await customer.sees('heading', undefined, { level: 1 });
  await customer.press('link', 'Accueil', { within: await customer.sees('navigation', 'Menu principal') });
  await customer.sees('heading', 'Accueil', { level: 1 });
});

test('the home page counts the active hosting accounts and domains, and each count opens its list', async ({ arrives }) => {
  const customer = await arrives();
  for (const kind of [/^\d+ domaines?\b/, /^\d+ comptes? d.hébergement/]) {
    const tile = await customer.sees('link', kind);
    const count = +plain(await tile.getAttribute('aria-label') || await tile.textContent()).match(/\d+/)[0];
    assert.ok(count > 0);
    await customer.press_at(tile);
    await customer.sees('heading', 'Gérer mes services', { level: 1 });
    const [, found] = await customer.reads_status(/(\d+) résultats? sur (\d+)/);
    assert.equal(+found, count, 'the tile and the list it opens count differently');
    await customer.back();
    await customer.sees('heading', 'Accueil', { level: 1 });
  }
});

test('each alert is one sentence with one action, and the action opens what mends it', async ({ arrives }) => {
  const customer = await arrives();
  const alerts = await customer.sees('region', 'Alertes');
  const items = alerts.getByRole('listitem');
  const count = await items.count();
  assert.ok(count >= 1, 'the demo has services that expire');
  for (let i = 0; i < count; ++i)
    assert.equal(await items.nth(i).getByRole('button').or(items.nth(i).getByRole('link')).count() >= 1, true, `alert ${i + 1} has no action`);
  await customer.press_at(items.first().getByRole('button', { name: /Renouveler|Réactiver|Restaurer|Corriger/ })
    .or(items.first().getByRole('link', { name: /Renouveler|Réactiver|Restaurer|Corriger/ })).first());
  await customer.sees('dialog');
});

test('the latest ordered services are on the home page, and lead to their details', async ({ arrives }) => {
  const customer = await arrives();
  const latest = await customer.sees('list', 'Derniers services');
  const items = latest.getByRole('listitem');
  assert.equal(await items.count(), 5);
  await customer.press_at(items.first().getByRole('link').first());
  await customer.reads('Retour à la liste');
});
