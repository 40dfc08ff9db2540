// A new version of the program with data that earlier versions stored or still show in an open tab.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { assert, test, until } from './guichet.mjs';
import { chooses, first_that_may, services } from './lists.mjs';
import { root } from './machine.mjs';
import { xxh64 } from './xxh64.mjs';

const kept = path.join(root, 'tests/store/kept');
const pages = 'page/services/000000';
const says_newer = 'Ces données viennent d’une version plus récente de Guichet';

const kept_entries = (schema) => readdirSync(path.join(kept, schema)).map((file) =>
  [file.replaceAll('.', '/'), readFileSync(path.join(kept, schema, file)).toString('base64')]);

// Writes to the database directly, as another page would, and returns all entries by key, in base64. `as_lead`: as the
// new leading page, and notifies the other pages.
const stores = (page, changes, as_lead) => page.evaluate(async ({ changes, as_lead }) => {
  const asked = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const database = await asked(indexedDB.open('guichet'));
  const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
  const entries = transaction.objectStore('bytes');
  const holder = await asked(entries.get('\0holder'));
  const written = changes.map(([key, text]) => [key, Uint8Array.from(atob(text), (one) => one.charCodeAt(0))]);
  for (const [key, bytes] of written) {
    if (holder && !await asked(entries.count(key))) ++holder.entries;
    entries.put(bytes, key);
  }
  if (as_lead) entries.put({ ...holder, fence: holder.fence + 1, commits: ++holder.commits }, '\0holder');
  const found = {};
  const names = await asked(entries.getAllKeys()), values = await asked(entries.getAll());
  for (const [at, name] of names.entries())
    if (values[at] instanceof Uint8Array) found[name] = btoa(Array.from(values[at], (one) => String.fromCharCode(one)).join(''));
  database.close();
  if (as_lead) {
    const channel = new BroadcastChannel('guichet/guichet');
    channel.postMessage({ generation: 0, commits: holder.commits, changes: written });
    channel.close();
  }
  return found;
}, { changes, as_lead });

const bare_page = async (customer) => {
  const page = await customer.context.newPage();
  await page.route('**/nothing', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }));
  await page.goto(new URL('/nothing', customer.page.url()).href);
  return page;
};

test('what an earlier version stored opens whole in two tabs, and is stored as of today', async ({ arrives }) => {
  for (const [schema, one] of [['schema_1', 'example-and-co.com'], ['schema_2', 'atelier-example.com']]) {
    const customer = await arrives({ width: 2000 });
    const beside = await bare_page(customer);
    await customer.page.close();
    const stored = kept_entries(schema);
    await beside.evaluate(async () => {
      localStorage.clear();
      await new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = done; });
      const opening = indexedDB.open('guichet', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
      await new Promise((done) => { opening.onsuccess = done; });
      opening.result.close();
    });
    await stores(beside, stored, false);

    // It may have expired since.
    const labels = async () => {
      await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
      const status = await customer.page.getByRole('status').filter({ hasText: 'résultat' }).textContent();
      if (/^0/.test(status)) await customer.goes_to(`#/services/expired?q=${encodeURIComponent(one)}`);
      return customer.page.getByRole('row').filter({ hasText: one }).allTextContents();
    };
    const shows = async () => {
      await until(async () => (await labels()).some((row) => row.includes('en attente')), { what: `${schema}: the label that was asked for then is not shown` });
      await customer.idle();
      assert.deepEqual(await customer.page.getByRole('alert').allTextContents(), []);
    };
    customer.page = await customer.context.newPage();
    await shows();
    customer.page = await customer.context.newPage();
    await shows();
    const layout = async () => Buffer.from((await stores(beside, [], false))[pages], 'base64').readUInt16LE(4);
    await until(async () => await layout() === 2, { what: `${schema}: the services are stored as they were` });
  }
});

test('an old tab that is still open when a newer version takes the data over says so, and writes nothing over them', async ({ arrives }) => {
  const customer = await arrives({ width: 2000 });
  const one = await first_that_may(customer, 'Étiquette et notes');
  await customer.idle();
  const beside = await bare_page(customer);
  const bytes = Buffer.from((await stores(beside, [], false))[pages], 'base64');
  bytes.writeUInt16LE(0xffff, 6);  // the schema number
  bytes.writeBigUInt64LE(xxh64(bytes.subarray(0, -8)), bytes.length - 8);
  const newer = bytes.toString('base64');
  await stores(beside, [[pages, newer]], true);

  await customer.page.bringToFront();
  await customer.reads(says_newer);
  await chooses(customer, one, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', 'trop tard');
  await customer.press('button', 'Enregistrer');
  await customer.idle();
  const then = await stores(beside, [], false);
  assert.equal(then[pages], newer);
  assert.deepEqual(Object.keys(then).filter((key) => key.startsWith('outbox/')), []);

  // The same old program, opened again: it does not touch the data of the newer one.
  customer.page = await customer.context.newPage();
  await customer.goes_to('');
  await customer.reads(says_newer);
  await customer.idle();
  assert.deepEqual(await stores(beside, [], false), then);
});
