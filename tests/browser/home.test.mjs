// Accueil: its charts' figures are accessible.
import { is_without_violation } from './axe.mjs';
import { assert, plain, test } from './guichet.mjs';
import { results } from './lists.mjs';

const ahead = 'Échéances des 12 prochains mois';

// [[month, services, cost in cents]] as a screen reader gets them.
async function months(customer) {
  const table = await customer.sees('table', ahead);
  const rows = await table.getByRole('row').evaluateAll((all) => all.slice(1).map((row) =>
    [...row.querySelectorAll('a, [role=cell]')].map((one) => one.textContent)));
  return rows.map(([month, services, cost]) => [plain(month), +services.replace(/\D/g, ''), +cost.replace(/\D/g, '')]);
}

test('the months ahead are a table of twelve rows, and its figures add up to the sum that is said', async ({ arrives }) => {
  const customer = await arrives();
  const rows = await months(customer);
  assert.equal(rows.length, 12);
  const [, services, cost] = await customer.reads(/([\d ]+) services expirent ; les renouveler un an : ([\d ,]+) € TTC/);
  assert.equal(rows.reduce((sum, row) => sum + row[1], 0), +services.replace(/\D/g, ''));
  assert.equal(rows.reduce((sum, row) => sum + row[2], 0), +cost.replace(/\D/g, ''));
  await customer.sees('table', 'Dépenses par année');
});

test('a month says its figures to the pointer and to the keyboard, and opens the list of what expires in it', async ({ arrives }) => {
  const customer = await arrives({ height: 1400 });
  const table = await customer.sees('table', ahead);
  const first = table.getByRole('link').first();
  const name = plain(await first.textContent());
  const place = await customer.place_of(first);
  await customer.page.mouse.move(place.x, place.y);
  await customer.reads(new RegExp(`${name} · \\d+ services?`));
  const [, [second, expiring]] = await months(customer);
  await customer.tabs_to('link', await first.textContent(), { within: table });
  await customer.presses_key('ArrowRight');
  assert.equal(await customer.focused(), `a "${await table.getByRole('link').nth(1).textContent()}"`);
  await customer.presses_key('Enter');
  assert.match(customer.hash(), /^#\/services\/active\?expires=\d{4}-\d\d$/);
  await customer.sees('button', `Retirer le filtre Expiration en ${second}`);
  assert.equal((await results(customer)).found, expiring);
});

test('all that expires within a month is renewed by one act, at the price that its popup asks for', async ({ arrives }) => {
  const customer = await arrives();
  const act = await customer.sees('button', /^Renouveler les \d+ services qui expirent d’ici un mois/);
  const [, count, price] = plain(await act.textContent()).match(/les (\d+) services .* · ([\d ]+,\d\d €)$/);
  await customer.press_at(act);
  const open = await customer.sees('dialog', 'Renouveler');
  await customer.reads(`${count} services seront renouvelés`, { within: open });
  await customer.reads(price, { within: open });
});

test('what is lost is one line, which the keyboard unfolds and folds', async ({ arrives }) => {
  const customer = await arrives();
  const line = await customer.sees('button', /services? perdus?$/);
  assert.equal(await line.getAttribute('aria-expanded'), 'false');
  await customer.sees_no('list', 'Services perdus');
  await line.focus();
  await customer.presses_key('Enter');
  const lost = await customer.sees('list', 'Services perdus');
  assert.equal(await lost.getByRole('button').count(), 0);
  assert.equal(await line.getAttribute('aria-expanded'), 'true');
  await customer.presses_key('Enter');
  await customer.sees_no('list', 'Services perdus');
});

test('the charts read the same on a phone', async ({ arrives }) => {
  const wide = await months(await arrives());
  const customer = await arrives({ phone: true, width: 320, height: 640, density: 2 });
  assert.deepEqual(await months(customer), wide);
  await is_without_violation(customer, 'Accueil at 320 pixels');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing on Accueil, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ theme, height: 1400 });
    await is_without_violation(customer, 'Accueil');
  });
