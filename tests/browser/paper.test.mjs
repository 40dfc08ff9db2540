// Any page can be printed: black on white, in flow, with all rows of its lists.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { places } from '../../tools/lib/pages.mjs';
import { assert, plain, test } from './guichet.mjs';
import { chooses, first_that_may, popup, results, services } from './lists.mjs';
import { fresh_folder } from './machine.mjs';
import { account_menu } from './shell.mjs';

// Prints the page. Returns its words, and the share of each sheet's area by brightness.
async function prints(customer) {
  const { folder, remove } = fresh_folder('paper');
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, await customer.page.pdf({ format: 'A4' }));
    const words = plain(execFileSync('pdftotext', ['-layout', file, '-']).toString());
    execFileSync('pdftoppm', ['-gray', '-r', '40', file, path.join(folder, 'sheet')]);
    const sheets = execFileSync('ls', [folder]).toString().split('\n').filter((name) => name.endsWith('.pgm')).map((name) => {
      const bytes = readFileSync(path.join(folder, name)), start = bytes.length - pixels_in(bytes);
      const grey = bytes.subarray(start);
      return { white: grey.filter((one) => one > 250).length / grey.length, black: grey.filter((one) => one < 140).length / grey.length };
    });
    return { words, sheets };
  } finally { remove(); }
}
const pixels_in = (pgm) => pgm.subarray(0, 40).toString('latin1').split(/\s+/).slice(1, 3).reduce((product, side) => product * +side, 1);

const flat = (words) => plain(words).replace(/\s+/g, ' ');

for (const theme of ['light', 'dark'])
  test(`every page is printed black on white, without menu and bar, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ theme });
    for (const at of Object.values(places)) {
      await customer.goes_to(at);
      const { words, sheets } = await prints(customer);
      const title = await customer.text('heading', undefined, { level: 1 });
      assert.ok(flat(words).includes(flat(title)), `${at}: ${words.slice(0, 500)}`);
      assert.doesNotMatch(words, /Menu principal|Démonstration|Ouvrir le menu|Mon compte|Réduire le menu/, at);
      for (const sheet of sheets) assert.ok(sheet.white > 0.7 && sheet.black < 0.15, `${at}: ${JSON.stringify(sheets)}`);
      assert.ok(sheets[0].black > 0.0005, `${at}: ${JSON.stringify(sheets)}`);
    }
  });

test('a printed list is a table with all its rows, and the screen is as before', async ({ arrives }) => {
  const customer = await arrives({ at: services, height: 600 });
  const { found } = await results(customer);
  const rows = () => customer.count('row');
  const before = await rows();
  assert.ok(before < found, 'all rows are on the screen: the test shows nothing');
  const names = new Set();
  const { words } = await prints(customer);
  for (const [name] of words.matchAll(/[\w-]+-example\.\w+|[a-z]+\d{4}\b/g)) names.add(name);
  const lines = words.split('\n').filter((line) => / {2}/.test(line.trim()));
  assert.ok(lines.length >= found, `${lines.length} lines for ${found} rows:\n${words}`);
  assert.ok(names.size >= found * 0.8, `${names.size} names for ${found} rows`);
  assert.match(words, /Identifiant.*Expiration/);
  await customer.idle();
  assert.equal(await rows(), before);
});

test('a popup is printed alone, with what stands in its fields; a menu is not printed', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  await account_menu(customer);
  assert.match((await prints(customer)).words, /Gérer mes services/);
  await customer.presses_key('Escape');
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', 'Boutique du port', { within: await popup(customer) });
  const { words } = await prints(customer);
  assert.match(words, /Étiquette – Boutique du port/);
  assert.doesNotMatch(words, /Identifiant.*Expiration/);
  await customer.idle();
  assert.equal(await customer.page.locator('#mirror [role=dialog] div', { hasText: 'Étiquette – ' }).count(), 0);
});
