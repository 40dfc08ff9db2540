// The account as a file: export, import, and bad files, each rejected as a whole with the place of its fault.
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assert, plain, test } from './guichet.mjs';
import { identifiers, results, services } from './lists.mjs';
import { fresh_folder } from './machine.mjs';
import { exports_the_account, imports } from './shell.mjs';

async function with_folder(body) {
  const { folder, remove } = fresh_folder('files');
  try { return await body((name, bytes) => { const file = path.join(folder, name); if (bytes !== undefined) writeFileSync(file, bytes); return file; }); }
  finally { remove(); }
}

const accepts = async (customer) => {
  const popup = await customer.sees('dialog', /Importer un compte/);
  await customer.press('button', 'Remplacer le compte', { within: popup });
  await customer.sees_no('dialog');
  await customer.idle(60_000);
};

test('what was exported is imported by another browser and exported again as the same bytes', async ({ arrives }) =>
  with_folder(async (file) => {
    const first = await arrives({ at: services });
    const out = await exports_the_account(first);
    const count = (await results(first)).of;
    const second = await arrives({ at: services });
    await imports(second, file('account.json', out.bytes));
    await accepts(second);
    assert.equal((await results(second)).of, count);
    const again = await exports_the_account(second);
    assert.equal(Buffer.compare(again.bytes, out.bytes), 0, 'the two exports differ');
    await second.reload();
    const reloaded = await exports_the_account(second);
    assert.equal(Buffer.compare(reloaded.bytes, out.bytes), 0, 'the export after a reload differs');
  }));

test('fields that this version does not know are kept from import to export', async ({ arrives }) =>
  with_folder(async (file) => {
    const customer = await arrives();
    const account = JSON.parse((await exports_the_account(customer)).bytes);
    account.from_the_future = { deep: [1, 2.5, 'trois', null, true, { é: '😀' }] };
    services_of(account)[0].colour = 'bleu';
    await imports(customer, file('future.json', JSON.stringify(account)));
    await accepts(customer);
    const back = JSON.parse((await exports_the_account(customer)).bytes);
    assert.deepEqual(back, account);
  }));

test('a file dropped on the page is imported like one that was chosen', async ({ arrives }) =>
  with_folder(async (file) => {
    const customer = await arrives({ at: services });
    const account = JSON.parse((await exports_the_account(customer)).bytes);
    const kept = services_of(account).filter((one) => !one.linked_to && !one.main_domain).slice(0, 3);
    if (Array.isArray(account.services)) account.services = kept;
    account.operations = [];
    const hovering = await customer.drops(file('small.json', JSON.stringify(account)));
    assert.match(plain(hovering), /Déposez un fichier de compte/);
    await accepts(customer);
    await customer.goes_to(services);
    assert.ok((await results(customer)).of <= 3);
  }));

test('a replacement that is not confirmed replaces nothing', async ({ arrives }) =>
  with_folder(async (file) => {
    const customer = await arrives({ at: services });
    const out = await exports_the_account(customer);
    const account = JSON.parse(out.bytes);
    services_of(account)[0].label = 'autre';
    await imports(customer, file('other.json', JSON.stringify(account)));
    await customer.sees('dialog', /Importer un compte/);
    await customer.press('button', 'Annuler');
    await customer.sees_no('dialog');
    assert.equal(Buffer.compare((await exports_the_account(customer)).bytes, out.bytes), 0);
  }));

function services_of(account) {
  assert.ok(Array.isArray(account.services), `services is not a list: ${Object.keys(account)}`);
  return account.services;
}

// name, how the file is made from a good one, what the refusal must say
const bad = [
  ['cut off in the middle', (text) => text.slice(0, text.length / 2), /s’arrête avant la fin/],
  ['an empty file', () => '', /vide/],
  ['a number where a date belongs', (text) => changed(text, (one) => { one.expires_on = 20260101; }), /Ligne \d+.*expires_on/s],
  ['a text where true or false belongs', (text) => changed(text, (one) => { one.auto_renew = 'oui'; }), /Ligne \d+.*auto_renew/s],
  ['UTF-16', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), /UTF-16/],
  ['bytes that are no UTF-8', (text) => { const bytes = Buffer.from(changed(text, (one) => { one.label = 'XXXX'; })); bytes[bytes.indexOf('XXXX')] = 0xff; return bytes; }, /UTF-8/],
  ['the same identifier twice', (text) => { const account = JSON.parse(text); account.services.push(account.services[0]); return pretty(account); }, /Ligne \d+.*déjà pris/s],
  ['a link to a service that is not there', (text) => changed(text, (one) => { one.linked_to = 'nobody'; }, (one) => one.kind === 'domain'), /Ligne \d+.*nobody/s],
  ['the 30th of February', (text) => changed(text, (one) => { one.expires_on = '2026-02-30'; }), /Ligne \d+.*2026-02-30/s],
  ['10,000 levels of lists', (text) => text.replace('{', `{"deep": ${'['.repeat(10_000)}${']'.repeat(10_000)},`), /niveaux d’imbrication/],
  ['10,000 levels of objects that never end', (text) => text.replace('{', `{"deep": ${'{"a":'.repeat(10_000)}`), /niveaux d’imbrication/],
  ['not JSON at all', () => 'Bonjour, voici mes services', /JSON/],
  ['the JSON of something else', () => '{"name": "guichet", "version": "0.1.0"}', /Ligne 1.*version/s],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /UTF-8|JSON/],
];

const pretty = (account) => JSON.stringify(account, null, 2);
function changed(text, change, which = () => true) {
  const account = JSON.parse(text);
  change(services_of(account).find(which));
  return pretty(account);
}

test('every bad file is refused whole with the place of its fault, and what was there stays', { timeout: 240_000 }, async ({ arrives }) =>
  with_folder(async (file) => {
    const customer = await arrives({ at: services });
    const good = await exports_the_account(customer);
    const known = await identifiers(customer);
    for (const [name, make, says] of bad) {
      await imports(customer, file('bad.json', make(good.bytes.toString())));
      const refusal = await customer.sees('dialog', /Fichier refusé|Importer un compte/).catch(() => customer.sees('alertdialog'));
      const words = plain(await refusal.evaluate((element) => [element, ...element.querySelectorAll('*')].flatMap((one) => [...one.childNodes]).filter((node) => node.nodeType === 3).map((node) => node.data).join('\n')));
      assert.match(words, says, `${name} is refused with: ${words}`);
      assert.equal(await customer.count('button', 'Remplacer le compte'), 0, `${name} could be accepted`);
      await customer.presses_key('Escape');
      await customer.sees_no('dialog');
      assert.deepEqual(await identifiers(customer), known, name);
    }
    assert.equal(Buffer.compare((await exports_the_account(customer)).bytes, good.bytes), 0);
    await customer.reload();
    assert.equal(Buffer.compare((await exports_the_account(customer)).bytes, good.bytes), 0);
  }));

test('a file of over 500 MB is refused, by the button and by drag and drop, and the page goes on', { timeout: 240_000 }, async ({ arrives }) =>
  with_folder(async (file) => {
    const customer = await arrives({ at: services });
    const good = await exports_the_account(customer);
    const big = file('big.json');
    writeFileSync(big, good.bytes);
    truncateSync(big, 501e6);
    for (const comes of [(path) => imports(customer, path), (path) => customer.drops(path)]) {
      await comes(big);
      await customer.reads(/dépasse 500 Mo/, { timeout: 60_000 });
      await customer.presses_key('Escape');
      await customer.sees_no('dialog');
    }
    assert.equal(Buffer.compare((await exports_the_account(customer)).bytes, good.bytes), 0);
  }));

test('several files dropped at once, or something that is no file, do no harm', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const before = await identifiers(customer);
  const cdp = await customer.context.newCDPSession(customer.page);
  const data = { items: [{ mimeType: 'text/plain', data: 'du texte' }], files: [], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await customer.idle();
  assert.equal(await customer.count('dialog'), 0);
  assert.deepEqual(await identifiers(customer), before);
});
