// Many services: imported, selected all at once, exported, with progress that can be cancelled.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { is_without_violation } from './axe.mjs';
import { assert, plain, test } from './guichet.mjs';
import { exports_as, identifiers, results, selects, services } from './lists.mjs';
import { fresh_folder } from './machine.mjs';
import { imports } from './shell.mjs';

const many = 20_000;
const name = (number) => `service-${String(number).padStart(6, '0')}.fr`;

// One domain has a label that a spreadsheet would read as a formula.
const account = (count) => JSON.stringify({
  format: 'guichet-account', version: 1, profile: { account: 'C-204518' },
  services: Array.from({ length: count }, (_, number) => ({
    id: `s${number}`, kind: 'domain', name: name(number), label: number === 7 ? '=1+1' : `Client ${number % 100}`,
    account: 'C-204518', status: 'active', created_on: '2020-01-15', expires_on: '2040-03-01' })),
  operations: [],
});

async function with_many(arrives, wishes = {}, count = many) {
  const { folder, remove } = fresh_folder('large');
  try {
    const file = path.join(folder, 'large.json');
    writeFileSync(file, account(count));
    const customer = await arrives({ at: `${services}?sort=name`, ...wishes });
    await imports(customer, file);
    const popup = await customer.sees('dialog', /Importer un compte/, { timeout: 60_000 });
    assert.match(plain(await popup.innerText()), new RegExp(`${String(count).replace(/(\d)(?=(\d{3})+$)/g, '$1 ')}`));
    await customer.press('button', 'Remplacer le compte', { within: popup });
    await customer.sees_no('dialog');
    await customer.idle(120_000);
    return customer;
  } finally { remove(); }
}

// Slows the browser down to an old phone, so that long work is visible.
async function is_slow(customer, times) {
  const session = await customer.context.newCDPSession(customer.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  return () => session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
}

const lines = (file) => file.bytes.toString().split('\r\n');
const selected = (customer) => customer.reads_status(/([\d ]+) services? sélectionnés?/).then(([, count]) => +count.replace(/\s/g, ''));

test('20,000 services are imported, selected all at once but one, and exported as CSV and JSON', async ({ arrives }) => {
  const customer = await with_many(arrives);
  assert.equal((await results(customer)).of, many);

  const all = await exports_as(customer, 'CSV (tableur)');
  assert.match(all.name, /^services-actifs-\d{4}-\d{2}-\d{2}\.csv$/);
  assert.ok(all.bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), 'the file has no byte order mark');
  assert.equal(lines(all).length, many + 2);
  assert.match(lines(all)[0], /^\ufeffIdentifiant;Type;Étiquette;/);
  assert.equal(lines(all)[1].split(';')[0], name(0));
  assert.equal(lines(all)[many].split(';')[0], name(many - 1));
  assert.equal(lines(all)[8].split(';')[2], "'=1+1");
  assert.ok(lines(all)[8].split(';').includes('01/03/2040'), lines(all)[8]);

  await customer.press('checkbox', 'Tout sélectionner');
  assert.equal(await selected(customer), many);
  await selects(customer, name(1));
  assert.equal(await selected(customer), many - 1);
  const json = await exports_as(customer, 'JSON');
  const rows = JSON.parse(json.bytes);
  assert.equal(rows.length, many - 1);
  assert.deepEqual(rows.slice(0, 2).map((row) => row.name), [name(0), name(2)]);
  assert.equal(rows[0].expires, '2040-03-01');
  assert.equal(typeof rows[0].days, 'number');
});

test('rows are selected one by one, with Shift and by the keyboard, and exported in the order shown', async ({ arrives }) => {
  const customer = await with_many(arrives, {}, 300);
  await selects(customer, name(2));
  await selects(customer, name(5), { held: 'Shift' });
  assert.equal(await selected(customer), 4);
  await selects(customer, name(7));
  assert.equal(await selected(customer), 5);
  const file = await exports_as(customer, 'CSV (tableur)');
  assert.deepEqual(lines(file).slice(1, -1).map((line) => line.split(';')[0]), [2, 3, 4, 5, 7].map(name));

  await customer.press('button', 'Tout désélectionner');
  await customer.sees_no('button', 'Tout désélectionner');
  await customer.press('searchbox', 'Rechercher');
  await customer.presses_key('ArrowDown');
  await customer.presses_key(' ');
  assert.equal(await selected(customer), 1);
  await customer.presses_key('ArrowDown', 'ArrowDown');
  await customer.presses_key('Shift+ ');
  assert.equal(await selected(customer), 3);
  await customer.presses_key('Control+a');
  assert.equal(await selected(customer), 300);
  await customer.presses_key('End');
  assert.ok((await identifiers(customer)).includes(name(299)));
  assert.match(await customer.focused(), new RegExp(name(299)));
  await customer.presses_key('Escape');
  await customer.sees_no('button', 'Tout désélectionner');
});

test('an export that takes long says how far it is, and leaves no file when it is cancelled', async ({ arrives }) => {
  const customer = await with_many(arrives);
  let files = 0;
  customer.page.on('download', () => ++files);
  const at_full_speed = await is_slow(customer, 20);
  await customer.press('button', 'Exporter');
  // Waits inside the page: the export would finish before a test that polls from outside sees it.
  const csv = await customer.sees('menuitem', 'CSV (tableur)');
  await Promise.all([
    customer.page.waitForFunction(() =>
      /Export\s:\s[\d\s]+\ssur\s20\s000\sservices/.test(document.querySelector('[role=dialog][aria-label=Export]')?.innerText), null, { timeout: 30_000 }),
    customer.press_at(csv, { rest: false }),
  ]);
  await customer.presses_key_at_once('Escape');
  await customer.sees_no('dialog', 'Export', { timeout: 30_000 });
  await at_full_speed();
  await customer.idle();
  assert.equal(files, 0, 'a cancelled export has made a file');

  const whole = await exports_as(customer, 'CSV (tableur)');
  assert.equal(lines(whole).length, many + 2);
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing in a list with selected rows, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await with_many(arrives, { theme }, 300);
    await selects(customer, name(3));
    await is_without_violation(customer, 'a selection');
    await customer.press('button', 'Exporter');
    await is_without_violation(customer, 'the menu of files');
  });

test('axe finds nothing in a list with selected rows on a phone', async ({ arrives }) => {
  const customer = await with_many(arrives, { width: 390, height: 844 }, 300);
  await customer.press('button', 'Plus d’actions');
  await customer.press('menuitem', 'Sélectionner');
  await selects(customer, name(2));
  assert.equal(await selected(customer), 1);
  await is_without_violation(customer, 'a selection of cards');
});

test('of 20,000 services each can be handed over, by keyboard, and the page never holds more than fifty of them', async ({ arrives }) => {
  const customer = await with_many(arrives);
  await customer.goes_to('#/services/trade');
  await customer.press('button', 'Céder un service');
  await customer.press('combobox', 'Ajouter un service');
  await customer.reads_status(/50 premiers sur 20 000/);
  assert.equal(await customer.page.getByRole('option').count(), 50);
  await customer.page.keyboard.type('019999');
  const option = customer.page.getByRole('option');
  await customer.sees('option', name(19_999));
  assert.equal(await option.count(), 1);
  await customer.presses_key('ArrowDown');
  await customer.presses_key('Enter');
  await customer.sees('button', `Retirer ${name(19_999)} de la cession`);
});
