// Text of every script: what the shipped fonts lack is drawn by the browser's own text engine, on the canvas and on paper.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { assert, test } from './guichet.mjs';
import { chooses, first_that_may, opens_actions, services } from './lists.mjs';
import { fresh_folder } from './machine.mjs';
import { words_of } from './pdf.mjs';
import { colors_of, picture_of, pixels_of } from './pixels.mjs';
import { exports_the_account, imports } from './shell.mjs';

// Of four letters or one, so that two pictures of what is never wanted do for all.
const samples = {
  Greek: 'Λένα', Cyrillic: 'мама', Arabic: 'سلام', Hebrew: 'שלום', Hindi: 'नमस्कार', Chinese: '你好世界', Japanese: 'こんばん',
  'an accent of its own': 'e\u0301te\u0301s', emoji: '😀', 'a flag': '🇫🇷',
};

// The ink of a picture: where it begins and ends, and a mark a pixel.
function ink_of(picture) {
  const [[ground]] = colors_of(picture);
  const dark = new Set();
  let left = Infinity, right = -1, top = Infinity, bottom = -1, colourful = 0;
  for (const [x, y] of pixels_of(picture)) {
    const color = picture.at(x, y);
    if (color.reduce((sum, value, at) => sum + Math.abs(value - ground[at]), 0) < 120) continue;
    dark.add(y * picture.width + x);
    if (Math.max(...color) - Math.min(...color) > 60) ++colourful;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom, colourful, size: dark.size, has: (x, y) => dark.has((top + y) * picture.width + left + x) };
}

// The share of the ink of both that is in the same place, 0 to 1.
function likeness(one, other) {
  let both = 0, either = 0;
  for (let y = 0; y <= Math.max(one.bottom - one.top, other.bottom - other.top); ++y)
    for (let x = 0; x <= Math.max(one.right - one.left, other.right - other.left); ++x) {
      const [here, there] = [x <= one.right - one.left && one.has(x, y), x <= other.right - other.left && other.has(x, y)];
      both += here && there;
      either += here || there;
    }
  return either ? both / either : 1;
}

async function field_of_a_label(arrives, wishes) {
  const customer = await arrives(wishes);
  await chooses(customer, await first_that_may(customer, 'Étiquette et notes'), 'Étiquette et notes');
  const popup = await customer.sees('dialog');
  const field = await customer.sees('textbox', 'Étiquette', { within: popup });
  await field.evaluate((element) => { element.style.caretColor = 'transparent'; });
  const inside = async () => {
    await customer.page.mouse.move(5, 5);
    await customer.idle();
    const { x, y, width, height } = await field.boundingBox();
    return ink_of(await picture_of(customer, { x: x + 6, y: y + 6, width: width - 12, height: height - 12 }));
  };
  return {
    // The ink while the browser shows the text, and when the canvas has drawn it.
    shows: async (text) => {
      await customer.types('textbox', 'Étiquette', text, { within: popup });
      const focused = await inside();
      await customer.press('textbox', 'Notes', { within: popup });
      return { focused, drawn: await inside() };
    },
  };
}

for (const theme of ['light', 'dark'])
  for (const density of [1, 2])
    test(`a label of any script is its own letters, with and without the focus: ${theme}, density ${density}`, { timeout: 240_000 }, async ({ arrives }) => {
      const { shows } = await field_of_a_label(arrives, { theme, density, width: 600, height: 640 });
      const seen = new Map();
      for (const never of ['?', '????', '\ue000', '\ue000'.repeat(4)]) seen.set(never, (await shows(never)).drawn);
      for (const [script, text] of Object.entries(samples)) {
        const { focused, drawn } = await shows(text);
        assert.ok(drawn.size > 10, `${script} is not drawn`);
        for (const [what, other] of seen) {
          const share = likeness(drawn, other);
          assert.ok(share < 0.75, `${script} looks like ${what}: ${share}`);
        }
        seen.set(script, drawn);
        const off = ['left', 'right', 'top', 'bottom'].map((side) => Math.abs(drawn[side] - focused[side]) / density);
        assert.ok(Math.max(...off) <= 2, `${script} moves by ${off} when it loses the focus`);
        assert.ok(Math.abs(drawn.size / focused.size - 1) < 0.35, `${script} has ${drawn.size} dark pixels, with the focus ${focused.size}`);
        const colour = (ink) => ink.colourful / ink.size;
        assert.ok(Math.abs(colour(drawn) - colour(focused)) < 0.3, `${script} is coloured to ${colour(drawn)}, with the focus to ${colour(focused)}`);
      }
      assert.ok(seen.get('a flag').colourful > 20, 'a flag has lost its colours');
    });

async function with_account(customer, change) {
  const account = JSON.parse((await exports_the_account(customer)).bytes);
  change(account);
  const { folder, remove } = fresh_folder('scripts');
  try {
    const file = path.join(folder, 'account.json');
    writeFileSync(file, JSON.stringify(account));
    await imports(customer, file);
    const popup = await customer.sees('dialog', /Importer un compte/);
    await customer.press('button', 'Remplacer le compte', { within: popup });
    await customer.sees_no('dialog');
    await customer.idle(60_000);
  } finally { remove(); }
}

test('an invoice has every letter of its buyer and its domain, whole, and readers find them', { timeout: 120_000 }, async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const company = 'Société Générale de Très Longs Noms et de Raisons Sociales qui Ne Tiennent Pas sur une Seule Ligne, SAS';
  await with_account(customer, (account) => {
    for (const line of account.invoice_lines.filter((one) => one.name === 'lutherie-example.org')) {
      Object.assign(account.invoices.find((one) => one.id === line.invoice).buyer,
        { name: company, contact: 'Antonín Dvořák – Győző Łukasz', address: '12 Οδός Αθηνάς', city: 'القاهرة' });
      line.name = `пример.${'a'.repeat(60)}-un.рф`;
    }
  });
  await customer.goes_to(`${services}?q=lutherie`);
  const item = await customer.sees('menuitem', 'Télécharger la dernière facture', { within: await opens_actions(customer, 'lutherie-example.org') });
  const file = await customer.downloads(() => customer.press_at(item, { rest: false }));
  const words = words_of(file.bytes);
  for (const said of ['Antonín Dvořák – Győző Łukasz', '12 Οδός Αθηνάς', 'القاهرة', 'Renouvellement de', 'Total TTC'])
    assert.ok(words.includes(said), `${said} is not in:\n${words}`);
  const flat = words.replace(/\s/g, '');
  for (const said of [company, `пример.${'a'.repeat(60)}-un.рф`]) assert.ok(flat.includes(said.replace(/\s/g, '')), `${said} is not whole in:\n${words}`);
  assert.ok(!/[?…\ufffd]/.test(words), words);
});
