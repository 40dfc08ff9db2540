// What a customer can do with a list: filters, saved filters, columns, and bulk actions.
import { assert, plain, test } from './guichet.mjs';
import { is_without_violation } from './axe.mjs';
import { identifiers, no_popup, popup, results, rows, selects, services } from './lists.mjs';

async function opens_filters(customer) {
  await customer.press('button', 'Filtrer');
  await customer.press('menuitem', 'Tous les filtres…');
  return popup(customer, 'Filtrer les services');
}

async function picks(customer, field, option) {
  await customer.press('combobox', field);
  await customer.press('option', option);
}

test('filters combine, stand in the address, and survive a reload', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2560 });
  const { of } = await results(customer);
  await opens_filters(customer);
  await picks(customer, 'Type', 'Domaines');
  await picks(customer, 'Renouvellement automatique', 'Activé');
  await customer.press('button', /^Afficher \d+ services?$/);
  await no_popup(customer);
  assert.equal(customer.hash(), `${services}?kind=domain&auto=on`);
  const narrowed = await results(customer);
  assert.ok(narrowed.found > 0 && narrowed.found < of, JSON.stringify(narrowed));
  for (const row of await rows(customer)) {
    assert.equal(row.Type, 'Domaine');
    assert.equal(row['Renouvellement automatique'], 'Activé');
  }
  await customer.reload();
  assert.deepEqual(await results(customer), narrowed);
  await customer.press('button', 'Retirer le filtre Renouvellement automatique activé');
  assert.equal(customer.hash(), `${services}?kind=domain`);
});

test('a filter is saved under a name, and offered again after a reload', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}?kind=hosting&sort=-name` });
  const wanted = await identifiers(customer);
  await customer.press('button', 'Filtrer');
  await customer.press('menuitem', 'Enregistrer ce filtre…');
  await customer.types('textbox', 'Nom du filtre', 'Mes sites');
  await customer.press('button', 'Enregistrer');
  await no_popup(customer);
  await customer.goes_to(services);
  await customer.reload();
  await customer.press('button', 'Filtrer');
  await customer.press('menuitemcheckbox', 'Mes sites');
  assert.equal(customer.hash(), `${services}?kind=hosting&sort=-name`);
  assert.deepEqual(await identifiers(customer), wanted);
  await customer.press('button', 'Filtrer');
  await customer.press('menuitem', 'Gérer les filtres enregistrés…');
  await customer.press('button', 'Supprimer le filtre Mes sites');
  await customer.reads('Aucun filtre enregistré');
  await customer.press('button', 'Terminé');
  await customer.reload();
  await customer.press('button', 'Filtrer');
  await customer.sees('menuitem', 'Tous les filtres…');
  await customer.sees_no('menuitemcheckbox', 'Mes sites');
});

test('columns are hidden, moved and resized, by keyboard and by mouse, and stay so after a reload', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2560 });
  const width = async (column) => (await (await customer.sees('columnheader', column)).boundingBox()).width;
  const titles = async () => Object.keys((await rows(customer))[0]);
  await customer.press('button', 'Colonnes');
  await popup(customer, 'Colonnes');
  await customer.press('checkbox', 'ID de compte');
  await customer.press_by_key('button', 'Descendre Type');
  assert.equal(await customer.focused(), 'button "Descendre Type"');
  await customer.press('button', 'Terminé');
  assert.ok(!(await titles()).includes('ID de compte'));
  assert.ok((await titles()).indexOf('Type') > (await titles()).indexOf('Étiquette'), `${await titles()}`);

  const before = await width('Type');
  const head = await (await customer.sees('columnheader', 'Type')).boundingBox();
  await customer.page.mouse.move(head.x + head.width, head.y + 20);
  await customer.page.mouse.down();
  await customer.page.mouse.move(head.x + head.width + 20, head.y + 20, { steps: 4 });
  await customer.page.mouse.move(head.x + head.width + 60, head.y + 20, { steps: 4 });
  await customer.page.mouse.up();
  await customer.idle();
  const after = await width('Type');
  assert.ok(Math.abs(after - before - 60) < 4, `${before} became ${after}`);
  const shown = await titles();
  await customer.reload();
  assert.deepEqual(await titles(), shown);
  assert.ok(Math.abs(await width('Type') - after) < 2);
});

test('nonsense in place of what was remembered is survived', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2560 });
  await customer.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (/services\.(columns|filters)$/.test(key)) localStorage.setItem(key, '\u0000,,-:9\t\n'.repeat(5000));
  });
  await customer.reload();
  await customer.sees('columnheader', 'Type');
});

test('several columns order a list, by mouse and by keyboard, and each says its rank', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 2560 });
  await customer.press('columnheader', 'Type');
  await customer.page.keyboard.down('Shift');
  await customer.press('columnheader', 'Expiration');
  await customer.page.keyboard.up('Shift');
  assert.equal(customer.hash(), `${services}?sort=kind,expires`);
  await customer.press_by_key('button', 'Trier par Expiration', { key: 'Shift+Enter' });
  assert.equal(customer.hash(), `${services}?sort=kind,-expires`);
  assert.match(plain(await customer.reason(await customer.sees('button', 'Trier par Expiration'))), /n° 2/);
  assert.equal(await (await customer.sees('columnheader', 'Expiration')).getAttribute('aria-sort'), 'descending');
});

test('selected services are renewed together after one confirmation that says what will be done', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 1400 });
  await customer.press('checkbox', 'Tout sélectionner');
  await customer.press('button', 'Actions');
  await customer.press('menuitem', 'Renouveler');
  const dialog = await popup(customer, 'Renouveler');
  const [, will] = await customer.reads(/(\d+) services seront renouvelés/, { within: dialog });
  await customer.reads('Total TTC', { within: dialog });
  await customer.press('button', 'Payer et renouveler');
  await no_popup(customer);
  await customer.reads(new RegExp(`${will} renouvellements sont payés`));
  await customer.reload();
  await customer.press('checkbox', 'Tout sélectionner');
  await customer.press('button', 'Actions');
  await customer.press('menuitem', 'Renouveler');
  await customer.reads(/Un renouvellement est en cours|seront renouvelés/);
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing in the popups of a list, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ at: `${services}?kind=domain&owner=me`, theme, width: 1400 });
    await is_without_violation(customer, 'chips');
    await customer.press('button', 'Filtrer');
    await is_without_violation(customer, 'the filter menu');
    await customer.presses_key('Escape');
    await opens_filters(customer);
    await is_without_violation(customer, 'the filters');
    await customer.presses_key('Escape');
    await no_popup(customer);
    await customer.press('button', 'Colonnes');
    await is_without_violation(customer, 'the columns');
    await customer.press('button', 'Terminé');
    const [one, two] = await identifiers(customer);
    await selects(customer, one);
    await selects(customer, two);
    for (const action of ['Renouveler', 'Changer les serveurs DNS', 'Dissocier']) {
      await customer.press('button', 'Actions');
      await customer.press('menuitem', action);
      await popup(customer, action);
      await is_without_violation(customer, action);
      await customer.presses_key('Escape');
      await no_popup(customer);
    }
  });
