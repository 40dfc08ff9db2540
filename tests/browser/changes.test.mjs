// The popups of Services actifs, each completed: a change is shown at once, stored, and carried out by the host.
import { assert, plain, test, until } from './guichet.mjs';
import { chooses, first_that_may, no_popup, opens_actions, popup, results, rows, services } from './lists.mjs';

// The row of a service, found again by its identifier.
async function row_of(customer, identifier) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  return until(async () => (await rows(customer)).find((row) => row.Identifiant === identifier), { what: `no row ${identifier}` });
}

async function details_of(customer, identifier) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  await chooses(customer, identifier, 'Détails du service');
  await customer.reads('En bref');
}

test('the label and the notes of a service are saved, shown in the list, and still there after a reload', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  const open = await popup(customer, /Étiquette et notes/);
  await customer.types('textbox', 'Étiquette', 'Boutique d’été n° 7', { within: open });
  await customer.types('textbox', 'Notes', 'Première ligne\nseconde ligne', { within: open });
  await customer.press('button', 'Enregistrer', { within: open });
  await no_popup(customer);
  await customer.reads_status('À jour');
  assert.equal((await row_of(customer, one)).Étiquette, 'Boutique d’été n° 7');
  await customer.reload();
  assert.equal((await row_of(customer, one)).Étiquette, 'Boutique d’été n° 7');
  await details_of(customer, one);
  await customer.reads('seconde ligne');
});

test('a popup that is cancelled changes nothing', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  const before = await row_of(customer, one);
  for (const leave of [() => customer.press('button', 'Annuler'), () => customer.presses_key('Escape')]) {
    await chooses(customer, one, 'Étiquette et notes');
    await customer.types('textbox', 'Étiquette', 'jamais enregistré');
    await leave();
    await no_popup(customer);
    assert.deepEqual(await row_of(customer, one), before);
  }
});

test('a label that is too long is refused beside its field, and cannot be saved', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  const open = await popup(customer);
  const field = await customer.types('textbox', 'Étiquette', '', { within: open });
  await customer.page.keyboard.insertText('x'.repeat(81));
  await customer.idle();
  await customer.press('button', 'Enregistrer', { within: open });
  await popup(customer, /Étiquette et notes/);
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.match(await customer.reason(field), /80/);
  assert.equal(await customer.focused(), 'textbox "Étiquette"', 'the focus goes to what is wrong');
  await customer.presses_key('Backspace');
  await customer.press('button', 'Enregistrer', { within: open });
  await no_popup(customer);
});

test('automatic renewal is switched on and off, with a warning before it goes off', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Renouvellement automatique');
  const before = (await row_of(customer, one))['Renouvellement automatique'];
  for (let i = 0; i < 2; ++i) {
    await chooses(customer, one, 'Renouvellement automatique');
    const open = await popup(customer, /Renouvellement automatique/);
    const box = open.getByRole('checkbox').or(open.getByRole('switch')).first();
    const was_on = await box.getAttribute('aria-checked') === 'true';
    await customer.press_at(box);
    assert.equal(await box.getAttribute('aria-checked'), String(!was_on));
    if (was_on) await customer.reads('cessera de fonctionner');
    await customer.press('button', 'Enregistrer', { within: open });
    await no_popup(customer);
    const now = (await row_of(customer, one))['Renouvellement automatique'];
    assert.equal(now === before, i === 1);
    await customer.reload();
    assert.equal((await row_of(customer, one))['Renouvellement automatique'], now);
  }
});

test('a renewal counts from the old expiry, shows its price with VAT, and is done by the host a moment later', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Renouveler', 'domaine');
  const before = await row_of(customer, one);
  await chooses(customer, one, 'Renouveler');
  const open = await popup(customer, /Renouveler/);
  await customer.reads('Total TTC', { within: open });
  await customer.reads(before.Expiration, { within: open });
  const years = open.getByRole('spinbutton').or(open.getByRole('combobox')).first();
  if (await years.getAttribute('role') === 'combobox') {
    await customer.press_at(years);
    await customer.press('option', /^2 ans/);
  } else {
    await customer.press_at(years);
    await customer.presses_key('Control+A');
    await customer.page.keyboard.type('2');
    await customer.idle();
  }
  const later = before.Expiration.replace(/\d{4}/, (year) => String(+year + 2));
  await customer.reads(later, { within: open });
  await customer.press('button', 'Payer et renouveler', { within: open });
  await no_popup(customer);
  await details_of(customer, one);
  await customer.reads('Renouvellement de 2 ans');
  await customer.reads('Terminé', { timeout: 60_000 });
  await customer.reload();
  await customer.reads('Terminé');
  assert.equal((await row_of(customer, one)).Expiration, later);
});

test('years out of range are refused beside the field', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, 'Renouveler', 'domaine');
  await chooses(customer, one, 'Renouveler');
  const open = await popup(customer, /Renouveler/);
  const years = open.getByRole('spinbutton');
  if (await years.count() === 0) return;
  await customer.press_at(years);
  for (const wrong of ['0', '99', '-3', 'abc', '']) {
    await customer.presses_key('Control+A', 'Delete');
    if (wrong) await customer.page.keyboard.type(wrong);
    await customer.idle();
    await customer.press('button', 'Payer et renouveler', { within: open });
    await customer.sees('dialog', /Renouveler/);
  }
  await customer.presses_key('Escape');
});

test('new name servers are shown before and after, asked of the host, and in force when it is done', async ({ arrives }) => {
  const customer = await arrives({ width: 1600 });
  const one = await first_that_may(customer, 'Changer les serveurs DNS', 'domaine');
  await chooses(customer, one, 'Changer les serveurs DNS');
  const open = await popup(customer, /Changer les serveurs DNS/);
  await customer.reads('zone DNS n’est pas copiée', { within: open });
  await types_servers(customer, open, ['ns1.ailleurs.example', 'ns2.ailleurs.example']);
  await customer.press('button', 'Changer les serveurs', { within: open });
  await no_popup(customer);
  await details_of(customer, one);
  await customer.reads('Changement des serveurs DNS');
  const menu_says_why = await refusal_of(customer, one, 'Changer les serveurs DNS');
  if (menu_says_why) assert.match(menu_says_why, /en cours/);
  await details_of(customer, one);
  await customer.reads('Terminé', { timeout: 60_000 });
  await customer.reload();
  await customer.reads('ns1.ailleurs.example');
  await customer.reads('ns2.ailleurs.example');
});

test('name servers that cannot be are refused beside their line: twice the same, no host name, one alone', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, 'Changer les serveurs DNS', 'domaine');
  await chooses(customer, one, 'Changer les serveurs DNS');
  const open = await popup(customer, /Changer les serveurs DNS/);
  for (const wrong of [['ns1.ailleurs.example', 'ns1.ailleurs.example'], ['ns1.ailleurs.example', 'pas un nom'], ['ns1.ailleurs.example']]) {
    await types_servers(customer, open, wrong);
    await customer.press('button', 'Changer les serveurs', { within: open });
    await customer.sees('dialog', /Changer les serveurs DNS/);
    assert.ok(await open.locator('[aria-invalid=true]').count() >= 1 || await open.locator('[aria-disabled=true]').count() >= 1, `${wrong} is not marked`);
  }
});

test('one press fills in the name servers of the host', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, 'Changer les serveurs DNS', 'domaine');
  await chooses(customer, one, 'Changer les serveurs DNS');
  const open = await popup(customer, /Changer les serveurs DNS/);
  await customer.press('button', 'Serveurs de l’hébergeur', { within: open });
  const values = await open.getByRole('textbox').evaluateAll((fields) => fields.map((field) => field.value).filter(Boolean));
  assert.deepEqual(values, ['ns1.host.example', 'ns2.host.example']);
});

test('a domain is taken from its hosting account and given to another', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Dissocier', 'domaine');
  await chooses(customer, one, 'Dissocier');
  await customer.press('button', 'Dissocier', { within: await popup(customer, /Dissocier/) });
  await no_popup(customer);
  const unlinked = (await row_of(customer, one))['Associé à'];
  assert.ok(['', '–', 'Aucun'].includes(unlinked), unlinked);
  await customer.reload();

  await chooses(customer, one, 'Associer à un hébergement');
  const open = await popup(customer, /Associer à un hébergement/);
  await customer.press_at(open.getByRole('radio').or(open.getByRole('combobox')).last());
  const option = customer.page.getByRole('option', { disabled: false }).last();
  if (await option.count()) await customer.press_at(option);
  await customer.press('button', 'Associer', { within: open });
  await no_popup(customer);
  const linked = (await row_of(customer, one))['Associé à'];
  assert.ok(linked && linked !== '–' && linked !== 'Aucun', `linked to ${linked}`);
  await customer.reload();
  assert.equal((await row_of(customer, one))['Associé à'], linked);
});

test('wholly by keyboard, from the menu to a saved label, and again after a reload', async ({ arrives }) => {
  const customer = await arrives();
  await customer.tabs_to('link', 'Gérer mes services');
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.tabs_to('searchbox', 'Rechercher');
  await customer.page.keyboard.type('domaine');
  await customer.idle();
  const buttons = await customer.thing('button', /^Actions pour /).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') || one.textContent));
  const opener = plain(buttons[0]);
  for (let round = 0; round < 2; ++round) {
    await customer.tabs_to('button', opener);
    await customer.presses_key('Enter');
    const menu = await customer.sees('menu');
    for (let i = 0; i < 20 && !(await customer.focused()).includes('Étiquette et notes'); ++i) await customer.presses_key('ArrowDown');
    await customer.presses_key('Enter');
    await customer.sees_no('menu').catch(() => menu);
    const open = await popup(customer, /Étiquette et notes/);
    await customer.tabs_to('textbox', 'Étiquette', { within: open });
    await customer.presses_key('Control+A');
    await customer.page.keyboard.type(`au clavier ${round}`);
    await customer.tabs_to('button', 'Enregistrer', { within: open });
    await customer.presses_key('Enter');
    await no_popup(customer);
    assert.equal(await customer.focused(), `button "${opener}"`, 'the focus goes back to what opened the popup');
    await customer.reload();
    await customer.reads(`au clavier ${round}`);
  }
});

test('Tab stays inside an open popup, and everything behind it is out of reach', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  await customer.sees('dialog');
  for (let i = 0; i < 12; ++i) {
    await customer.presses_key('Tab');
    const where = await customer.page.evaluate(() => document.activeElement === document.body ? 'body' : !!document.activeElement.closest('[role=dialog]'));
    assert.notEqual(where, false, await customer.focused());
  }
  assert.equal(await customer.page.evaluate(() => !!document.querySelector('#mirror nav a').closest('[inert]')), true);
});

test('reset puts the demo back as it was', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  const before = await row_of(customer, one);
  const all = await results(customer);
  await chooses(customer, one, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', 'sera perdu');
  await customer.press('button', 'Enregistrer');
  await no_popup(customer);
  await customer.press('button', 'Démonstration');
  await customer.press('menuitem', 'Réinitialiser la démo');
  await customer.press('button', 'Réinitialiser', { within: await popup(customer, /Réinitialiser/) });
  await no_popup(customer);
  await customer.idle();
  assert.deepEqual(await row_of(customer, one), before);
  assert.deepEqual(await results(customer), all);
  await customer.reload();
  assert.deepEqual(await row_of(customer, one), before);
});

async function types_servers(customer, open, servers) {
  const fields = open.getByRole('textbox');
  for (let i = 0; i < await fields.count() || i < servers.length; ++i) {
    if (i >= await fields.count()) await customer.press('button', /Ajouter/, { within: open });
    await customer.press_at(fields.nth(i));
    await customer.page.keyboard.press('Control+A');
    if (servers[i]) await customer.page.keyboard.type(servers[i]);
    else await customer.page.keyboard.press('Delete');
    await customer.idle();
  }
}

async function refusal_of(customer, identifier, action) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  const menu = await opens_actions(customer, identifier);
  const item = await customer.sees('menuitem', action, { within: menu });
  const why = await item.getAttribute('aria-disabled') === 'true' ? await customer.reason(item) : '';
  await customer.presses_key('Escape');
  return why;
}
