// Takes screenshots of the site, scene by scene, with the vocabulary of the browser tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Customer } from '../tests/browser/customer.mjs';
import { chooses, first_that_may, opens_actions, services } from '../tests/browser/lists.mjs';
import { fresh_folder, open_shared_browser, root, serve } from '../tests/browser/machine.mjs';
import { account_menu, imports } from '../tests/browser/shell.mjs';
import { places } from './lib/pages.mjs';

const popup = (action, among = 'domaine') => async (customer) => {
  await chooses(customer, await first_that_may(customer, action, among), action);
  await customer.page.getByRole('dialog').or(customer.page.getByRole('alertdialog')).first().waitFor({ state: 'attached' });
};

// Every page and tab by its name, and further scenes there.
const scenes = {
  ...Object.fromEntries(Object.entries(places).map(([name, at]) => [name, (customer) => customer.goes_to(at)])),
  services: (customer) => customer.goes_to(services),
  search: (customer) => customer.goes_to(`${services}?q=hebergement`),
  selected: async (customer) => {
    await customer.goes_to(services);
    if (await customer.count('button', 'Plus d’actions')) return;
    const boxes = customer.page.getByRole('checkbox', { name: /^Sélectionner / });
    for (const at of [1, 3, 4]) await boxes.nth(at).press('Space');
  },
  nothing_found: (customer) => customer.goes_to(`${services}?q=rien-de-tel`),
  row_menu: async (customer) => { await opens_actions(customer, await first_that_may(customer, 'Renouveler', 'domaine')); },
  renew: popup('Renouveler'),
  nameservers: popup('Changer les serveurs DNS'),
  nameservers_wrong: async (customer) => {
    await popup('Changer les serveurs DNS')(customer);
    await customer.types('textbox', /1$/, 'pas un nom');
    await customer.press('button', 'Changer les serveurs');
  },
  auto_renew: popup('Renouvellement automatique'),
  associate: popup('Associer à un hébergement'),
  dissociate: popup('Dissocier'),
  describe: popup('Étiquette et notes'),
  details: popup_free('Détails du service'),
  trade_followed: (customer) => customer.goes_to('#/services/trade/trade-demo-1'),
  cart: (customer) => customer.goes_to('#/services/pending/cart-demo-1'),
  transfer: async (customer) => { await customer.goes_to('#/services/pending?q='); await chooses(customer, 'example-formation.fr', 'Suivre le transfert'); },
  trade_form: async (customer) => { await customer.goes_to(`${services}?q=gite`); await chooses(customer, 'gite-example.fr', 'Céder ce service (trade)'); },
  offered: async (customer) => { await customer.goes_to(`${services}?q=nova`); await chooses(customer, 'nova2044', 'Choisir le domaine offert'); },
  end: async (customer) => { await customer.goes_to(`${services}?q=gite`); await chooses(customer, 'gite-example.fr', 'Demander la résiliation'); },
  letter: async (customer) => { await customer.goes_to('#/mail'); await customer.page.getByRole('link', { name: /Cession de/ }).first().press('Enter'); },
  demo_menu: async (customer) => { await customer.goes_to('#/'); await customer.press('button', 'Démonstration'); },
  account_menu: async (customer) => { await customer.goes_to('#/'); await account_menu(customer); },
  refusal: async (customer) => {
    const { folder, remove } = fresh_folder('refusal');
    try {
      writeFileSync(path.join(folder, 'compte.json'), '{\n  "format": "guichet-account",\n  "version": 1,\n  "services": [\n    {"id": "dom-1", "kind": "domain", "expires_on": "2026-02-30"}\n  ]\n}\n');
      await customer.goes_to('#/');
      await imports(customer, path.join(folder, 'compte.json'));
      await customer.sees('dialog');
    } finally { remove(); }
  },
  drawer: async (customer) => {
    await customer.goes_to('#/');
    if (await customer.count('button', 'Ouvrir le menu')) await customer.press('button', 'Ouvrir le menu');
  },
};

function popup_free(action) {
  return async (customer) => { await chooses(customer, await first_that_may(customer, action, 'domaine'), action); };
}

// The few in docs/screenshots: scene, theme, width, height, density.
const chosen = [
  ['home', 'light', 1280, 800, 2], ['services', 'light', 1280, 800, 2], ['services', 'dark', 1280, 800, 2],
  ['renew', 'dark', 1280, 800, 1], ['nameservers', 'light', 1280, 800, 1], ['details', 'light', 1280, 800, 1],
  ['home', 'dark', 320, 640, 2], ['row_menu', 'light', 320, 640, 2],
];
const heights = { 320: 640, 768: 1024, 1280: 800, 2560: 1440 };

const only_chosen = process.argv.includes('--chosen');
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const folder = path.join(root, only_chosen ? 'docs/screenshots' : 'build/screenshots');
const wanted = only_chosen ? chosen : Object.keys(scenes).flatMap((scene) => ['light', 'dark'].flatMap((theme) =>
  [320, 768, 1280, 2560].flatMap((width) => [1, 2].map((density) => [scene, theme, width, heights[width], density]))));
const name_of = ([scene, theme, width, , density]) => `${scene}-${theme}-${width}${density === 1 ? '' : `@${density}x`}`;
const pictures = wanted.filter((one) => words.every((word) => name_of(one).split(/[-@]/).includes(word) || name_of(one) === word));

mkdirSync(folder, { recursive: true });
const server = await serve();
const browser = await open_shared_browser();
process.env.GUICHET_ADDRESS = server.address;
process.env.GUICHET_BROWSER = browser.wsEndpoint();
let failed = 0;
for (const picture of pictures) {
  const [scene, theme, width, height, density] = picture;
  const file = path.join(folder, `${name_of(picture)}.png`);
  let customer;
  try {
    customer = await Customer.arrives({ theme, width, height, density });
    await scenes[scene](customer);
    await customer.page.mouse.move(width - 2, height - 2);
    await customer.idle();
    await customer.page.screenshot({ path: file });
    if (only_chosen) shrink(file);
    console.log(`${path.relative(root, file)}  ${Math.round(statSync(file).size / 1024)} KB`);
  } catch (error) {
    ++failed;
    console.error(`${name_of(picture)}: ${error.message.split('\n')[0]}`);
  } finally {
    await customer?.leaves();
  }
}
await browser.close();
server.stop();
process.exit(failed ? 1 : 0);

// Reduces the colours, if pngquant is installed: a third of the size without a visible difference.
function shrink(file) {
  const small = `${file}.small`;
  const done = spawnSync('pngquant', ['--quality=80-98', '--speed=1', '--strip', '--output', small, file]);
  if (done.status === 0 && statSync(small).size < statSync(file).size) renameSync(small, file);
  else rmSync(small, { force: true });
}
