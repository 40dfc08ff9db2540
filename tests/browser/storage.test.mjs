// Saved data stay saved: with a killed browser, a second tab, and a host that answers later.
import { assert, test, until } from './guichet.mjs';
import { chooses, first_that_may, rows, services } from './lists.mjs';

async function labels(customer, identifier) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  return (await rows(customer)).find((row) => row.Identifiant === identifier)?.Étiquette;
}

async function saves_a_label(customer, identifier, label) {
  await chooses(customer, identifier, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', label);
  await customer.press('button', 'Enregistrer');
  await customer.sees_no('dialog');
}

test('an edit, then a killed browser, then the browser opened again: the edit is there', async ({ arrives }) => {
  const customer = await arrives({ profile: true, width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  for (const label of ['avant la coupure', 'après la coupure']) {
    await saves_a_label(customer, one, label);
    await customer.kills_the_browser();
    await customer.opens_the_browser_again();
    assert.equal(await labels(customer, one), label);
  }
});

test('a renewal that the host has not done yet when the browser is killed is done afterwards, once', async ({ arrives }) => {
  const customer = await arrives({ profile: true, width: 2000 });
  const one = await first_that_may(customer, 'Renouveler', 'domaine');
  await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
  const before = (await rows(customer)).find((row) => row.Identifiant === one).Expiration;
  await chooses(customer, one, 'Renouveler');
  await customer.press('button', 'Payer et renouveler');
  await customer.sees_no('dialog');
  await customer.kills_the_browser();
  await customer.opens_the_browser_again(`${services}?q=${encodeURIComponent(one)}`);
  const expected = before.replace(/\d{4}/, (year) => String(+year + 1));
  await until(async () => (await rows(customer)).find((row) => row.Identifiant === one)?.Expiration === expected,
    { ms: 60_000, every: 250, what: 'the renewal was never done' });
  await chooses(customer, one, 'Détails du service');
  await customer.reads('Terminé');
  assert.equal(await customer.page.getByText('Renouvellement de 1 an').count(), 1);
});

test('a second tab opened after an edit shows the edit', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  await saves_a_label(customer, one, 'vu des deux onglets');
  customer.page = await customer.context.newPage();
  await customer.goes_to('');
  assert.equal(await labels(customer, one), 'vu des deux onglets');
});

test('an edit in either of two open tabs is shown in both without reloading, and both go on editing', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  const first = customer.page;
  const second = await customer.context.newPage();
  customer.page = second;
  await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
  const shows = async (page, label) => {
    customer.page = page;
    await until(async () => (await rows(customer)).some((row) => row.Identifiant === one && row.Étiquette === label),
      { what: `one of the tabs never showed « ${label} »` });
  };
  for (const [tab, label] of [[second, 'du second onglet'], [first, 'du premier onglet'], [second, 'du second, à nouveau']]) {
    customer.page = tab;
    await saves_a_label(customer, one, label);
    await shows(first, label);
    await shows(second, label);
  }
  // The leading tab is closed, and the other one takes over.
  await first.close();
  customer.page = second;
  await saves_a_label(customer, one, 'après la fermeture du premier');
  await customer.idle();
  await second.reload();
  await customer.idle();
  assert.equal(await labels(customer, one), 'après la fermeture du premier');
});

test('a popup that is open in one tab keeps what was typed when another tab changes the same service', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  const first = customer.page;
  await chooses(customer, one, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', 'en cours de saisie');
  customer.page = await customer.context.newPage();
  await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
  await saves_a_label(customer, one, 'entre-temps');
  customer.page = first;
  await first.bringToFront();
  await customer.press('button', 'Enregistrer');
  await customer.sees_no('dialog');
  await customer.idle();
  assert.equal(await labels(customer, one), 'en cours de saisie');
});

test('a browser that forbids storage still opens the demo, and says that nothing is kept', async ({ arrives }) => {
  const customer = await arrives({ before: (context) => context.addInitScript(() => {
    indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };
  }) });
  await customer.sees('heading', 'Accueil', { level: 1 });
  await customer.reads('Non enregistré');
});
