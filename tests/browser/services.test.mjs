// Gérer mes services, Services actifs: finding a service, and its actions.
import { assert, plain, test } from './guichet.mjs';
import { chooses, identifiers, opens_actions, results, rows, searches, services } from './lists.mjs';

test('Services actifs shows each active service in a row, and says how many there are', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2560 });
  const table = await customer.sees('table', 'Services actifs');
  const { found, of } = await results(customer);
  assert.equal(found, of);
  assert.ok(of >= 40, `the demo account has ${of} active services`);
  assert.equal(+await table.getAttribute('aria-rowcount'), of + 1);
  const first = (await rows(customer))[0];
  for (const column of ['Type', 'Identifiant', 'Étiquette', 'Domaine principal', 'ID de compte', 'Statut', 'Création',
    'Expiration', 'Jours restants', 'Renouvellement automatique', 'Associé à', 'Propriétaire'])
    assert.ok(column in first, `no column ${column} among ${Object.keys(first)}`);
  // Of a domain that needs something done, the state says that.
  for (const row of await rows(customer)) assert.match(row.Statut, /^(Actif|À corriger|Suspendu \(registre\)|En litige)$/);
});

test('Services expirés shows everything that is not active, and no service is in both lists', async ({ arrives }) => {
  const customer = await arrives({ at: '#/services/expired', width: 2000, height: 1400 });
  const expired = await rows(customer, 'Services expirés');
  assert.ok(expired.length >= 1);
  for (const row of expired) assert.notEqual(row.Statut, 'Actif');
  const [one] = await identifiers(customer);
  await customer.goes_to(services);
  await searches(customer, one);
  assert.equal((await results(customer)).found, 0);
});

test('the search narrows while one types, whatever the case and the accents, and the address follows', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const all = await results(customer);
  const [, wanted] = await identifiers(customer);
  await searches(customer, wanted.toUpperCase());
  const narrowed = await results(customer);
  assert.ok(narrowed.found >= 1 && narrowed.found < all.found, JSON.stringify(narrowed));
  assert.equal(narrowed.of, all.of);
  assert.ok((await identifiers(customer)).includes(wanted));
  assert.match(customer.hash(), /^#\/services\/active\?.*q=/);

  await searches(customer, 'HÉBERGEMENT');
  const accented = await results(customer);
  await searches(customer, 'hebergement');
  assert.deepEqual(await results(customer), accented);
  assert.ok(accented.found >= 3);

  await searches(customer, 'rien de tel nulle part');
  assert.equal((await results(customer)).found, 0);
  await customer.reads('Vérifiez l’orthographe');
  await searches(customer, '');
  assert.deepEqual(await results(customer), all);
});

test('a link with a search in it opens the list narrowed, and a reload keeps it', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const [, , wanted] = await identifiers(customer);
  await customer.goes_to(`${services}?q=${encodeURIComponent(wanted)}`);
  assert.equal(await (await customer.sees('searchbox', 'Rechercher')).inputValue(), wanted);
  const linked = await results(customer);
  assert.ok(linked.found < linked.of);
  await customer.reload();
  assert.deepEqual(await results(customer), linked);
  await customer.edits_the_address(services);
  assert.equal((await results(customer)).found, linked.of);
});

test('going back from a search leads to where the customer was before', async ({ arrives }) => {
  const customer = await arrives();
  await customer.press('link', 'Gérer mes services');
  await searches(customer, 'zzz');
  await customer.press('link', 'Accueil', { within: await customer.sees('navigation', 'Menu principal') });
  await customer.back();
  await customer.sees('table', 'Services actifs').catch(() => {});
  assert.equal(await (await customer.sees('searchbox', 'Rechercher')).inputValue(), 'zzz');
  assert.equal((await results(customer)).found, 0);
});

test('a press on a column sorts by it, a second press the other way round', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2000 });
  const order = async () => (await rows(customer)).map((row) => row.Identifiant);
  await customer.press('columnheader', 'Identifiant');
  const head = await customer.sees('columnheader', 'Identifiant');
  const first = await head.getAttribute('aria-sort');
  assert.ok(['ascending', 'descending'].includes(first), first);
  const one_way = await order();
  await customer.press('columnheader', 'Identifiant');
  assert.notEqual(await head.getAttribute('aria-sort'), first);
  assert.notDeepEqual(await order(), one_way);
  const up = first === 'ascending' ? one_way : await order();
  const collator = new Intl.Collator('fr');
  assert.deepEqual(up, [...up].sort(collator.compare));
  assert.match(customer.hash(), /sort=/);
  const address = customer.hash(), sorted = await order();
  await customer.press('columnheader', 'Expiration');
  await customer.edits_the_address(address);
  assert.deepEqual(await order(), sorted);
});

test('the wheel and the keyboard bring every row on screen', async ({ arrives }) => {
  const customer = await arrives({ at: services, height: 700 });
  const { of } = await results(customer);
  const seen = new Set(await identifiers(customer));
  const table = await customer.sees('table', 'Services actifs');
  const place = await customer.place_of(table);
  await customer.page.mouse.move(place.x, place.y);
  for (let i = 0; i < 60 && seen.size < of; ++i) {
    await customer.page.mouse.wheel(0, 200);
    await customer.idle();
    for (const one of await identifiers(customer)) seen.add(one);
  }
  assert.equal(seen.size, of);
});

test('a row offers all its actions, and says why one is not possible', async ({ arrives }) => {
  const customer = await arrives({ at: '#/services/expired?q=librairie' });
  const menu = await opens_actions(customer, 'librairie-example.fr');
  const names = (await menu.getByRole('menuitem').allTextContents()).map(plain);
  for (const action of ['Détails du service', 'Changer les serveurs DNS', 'Récupérer le code de transfert', 'Télécharger la dernière facture', 'Suivre le transfert',
    'Restaurer', 'Renouvellement automatique', 'Associer à un hébergement', 'Dissocier', 'Étiquette et notes', 'Contacter le support à ce sujet',
    'Céder ce service (trade)', 'Demander la résiliation'])
    assert.ok(names.includes(action), `${action} is not among ${names}`);
  const refused = await customer.sees('menuitem', 'Changer les serveurs DNS', { within: menu });
  assert.equal(await refused.getAttribute('aria-disabled'), 'true');
  assert.match(await customer.reason(refused), /a expiré/);
  await customer.press_at(refused);
  assert.equal(await customer.count('dialog'), 0);
  await customer.presses_key('Escape');
  await customer.sees_no('menu');
  await customer.goes_to(`${services}?q=atex7305`);
  const of_hosting = await opens_actions(customer, 'atex7305');
  await customer.sees('menuitem', 'Mot de passe perdu de l’hébergement', { within: of_hosting });
  assert.equal(await customer.count('menuitem', 'Changer les serveurs DNS', { within: of_hosting }), 0);
});

test('the actions of a row open by keyboard, are walked with the arrows, and give the focus back', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const [one] = await identifiers(customer);
  await customer.press_by_key('button', `Actions pour ${one}`);
  await customer.sees('menu');
  assert.match(await customer.focused(), /^menuitem/);
  const first = await customer.focused();
  await customer.presses_key('ArrowDown');
  assert.notEqual(await customer.focused(), first);
  await customer.presses_key('ArrowUp');
  assert.equal(await customer.focused(), first);
  await customer.presses_key('End', 'Home');
  assert.equal(await customer.focused(), first);
  await customer.presses_key('Escape');
  await customer.sees_no('menu');
  assert.equal(await customer.focused(), `button "Actions pour ${one}"`);
});

test('Détails du service tells everything about a service, at an address of its own', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const [one] = await identifiers(customer);
  await chooses(customer, one, 'Détails du service');
  await customer.sees('heading', new RegExp(one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  for (const words of ['En bref', 'Échéance', 'Services associés', 'Opérations', 'Étiquette et notes']) await customer.reads(words);
  assert.match(customer.hash(), /^#\/services\/active\/.+/);
  assert.ok((await customer.title()).includes(one));
  await customer.reload();
  await customer.sees('heading', new RegExp(one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  await customer.back();
  await customer.sees('table', 'Services actifs');
});

test('an address of a service that the account does not have says so', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}/nobody-has-this` });
  await customer.reads('Ce service n’est pas dans votre compte.');
});

test('the tabs are walked with the arrow keys and each has its address', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const list = await customer.sees('tablist');
  assert.deepEqual((await list.getByRole('tab').allTextContents()).map(plain),
    ['Services actifs', 'Services expirés', 'État des domaines', 'En attente', 'Trade']);
  await (await customer.sees('tab', 'Services actifs')).focus();
  await customer.presses_key('ArrowRight');
  assert.equal(await customer.focused(), 'tab "Services expirés"');
  await customer.presses_key('Enter');
  assert.equal(await (await customer.sees('tab', 'Services expirés')).getAttribute('aria-selected'), 'true');
  assert.match(customer.hash(), /^#\/services\/expired/);
  await customer.press('tab', 'En attente');
  assert.equal(await (await customer.sees('tab', 'En attente')).getAttribute('aria-selected'), 'true');
  await customer.back();
  assert.equal(await (await customer.sees('tab', 'Services expirés')).getAttribute('aria-selected'), 'true');
});
