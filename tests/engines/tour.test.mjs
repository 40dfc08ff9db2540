// A tour through the client area, in every engine: what customers do every day, with one browser for all of it.
//   GUICHET_ENGINES="firefox webkit": only those; GUICHET_TOUR=short: only the steps of the short form
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { assert, plain, until } from '../browser/guichet.mjs';
import { chooses, exports_as, first_that_may, identifiers, no_popup, opens_actions, popup, results, rows, searches, services } from '../browser/lists.mjs';
import { serve } from '../browser/machine.mjs';
import { chooses_theme, exports_the_account, imports } from '../browser/shell.mjs';
import { arrives_in } from './engines.mjs';

const engines = (process.env.GUICHET_ENGINES || 'chromium firefox webkit').split(' ');
const short = process.env.GUICHET_TOUR === 'short';

const menu = (customer) => customer.sees('navigation', 'Menu principal');
const label_of = async (customer, identifier) => {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  return (await rows(customer)).find((row) => row.Identifiant === identifier).Étiquette;
};
async function opens_the_label(customer, identifier) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  await chooses(customer, identifier, 'Étiquette et notes');
  return customer.sees('dialog');
}
async function labels(customer, identifier, words) {
  const open = await opens_the_label(customer, identifier);
  await customer.types('textbox', 'Étiquette', words, { within: open });
  await customer.press('button', 'Enregistrer', { within: open });
  await no_popup(customer);
}
const value = async (customer, role, name) => (await customer.sees(role, name)).inputValue();
const picture = async (customer) => { await customer.idle(); return (await customer.page.screenshot()).toString('base64'); };

const one = 'ceramique-example.fr', other = 'fournil-example.fr';

// Each step begins at an address of its own, so that one that fails spoils no other.
const steps = [];
const always = (claim, does) => steps.push({ claim, does });
const in_full = (claim, does) => { if (!short) steps.push({ claim, does }); };

always('the home page opens, in French, and says so to a screen reader', async ({ customer }) => {
  await customer.sees('heading', 'Accueil', { level: 1 });
  assert.equal(await customer.page.evaluate(() => document.documentElement.lang), 'fr');
  assert.match(await customer.title(), /Guichet/);
});

always('the search narrows the list whatever the case and the accents, and the address follows', async ({ customer }) => {
  await customer.goes_to(services);
  const all = await results(customer);
  await searches(customer, 'HÉBERGEMENT');
  const accented = await results(customer);
  assert.ok(accented.found >= 3 && accented.found < all.of, JSON.stringify(accented));
  await searches(customer, 'hebergement');
  assert.deepEqual(await results(customer), accented);
  assert.match(await customer.hash(), /^#\/services\/active\?.*q=hebergement/);
});

always('a press on a column sorts by it, a second press the other way round', async ({ customer }) => {
  await customer.goes_to(services);
  const sort = async () => (await customer.sees('columnheader', 'Identifiant')).getAttribute('aria-sort');
  await customer.press('columnheader', 'Identifiant');
  const first = await sort(), order = await identifiers(customer);
  await customer.press('columnheader', 'Identifiant');
  assert.notEqual(await sort(), first);
  assert.notDeepEqual(await identifiers(customer), order);
});

always('the menu of a row is opened by mouse, walked with the arrows, and left with Escape', async ({ customer }) => {
  await customer.goes_to(services);
  await opens_actions(customer, one);
  const first = await customer.focused();
  assert.match(first, /^menuitem/);
  await customer.presses_key('ArrowDown');
  assert.notEqual(await customer.focused(), first);
  await customer.presses_key('Escape');
  await customer.sees_no('menu');
  assert.equal(await customer.focused(), `button "Actions pour ${one}"`);
});

always('a popup takes the focus, keeps it, refuses what is wrong with the reason, and gives the focus back', async ({ customer }) => {
  await customer.goes_to(`${services}?q=${one}`);
  await chooses(customer, one, 'Changer les serveurs DNS');
  await popup(customer, /serveurs/);
  const field = await customer.types('textbox', /1$/, 'pas un nom');
  await customer.press('button', 'Changer les serveurs');
  await popup(customer, /serveurs/);
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.ok(await customer.reason(field));
  // Behind the last element come the bars of the browser, if it has any, and then the popup again.
  const passed = new Set();
  for (let times = 0; times < 40 && passed.size < 9; ++times) {
    await customer.presses_key('Tab');
    assert.ok(await customer.page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('[role=dialog]')),
      `the focus is on ${await customer.focused()}`);
    passed.add(await customer.focused());
  }
  await customer.tabs_to('button', 'Annuler', { within: await customer.sees('dialog') });
  await customer.presses_key('Escape');
  await no_popup(customer);
  assert.equal(await customer.focused(), `button "Actions pour ${one}"`);
});

const typed = 'L’été à Noël : « ça » coûte 5 € & œuvre @ #1';
always('what is typed with accents is saved, and there after a reload', async ({ customer }) => {
  await labels(customer, one, typed);
  await customer.reload();
  await opens_the_label(customer, one);
  assert.equal(await value(customer, 'textbox', 'Étiquette'), typed);
  await customer.presses_key('Escape');
  await no_popup(customer);
});

always('a double press selects a word of a field, and what is typed replaces it', async ({ customer }) => {
  const open = await opens_the_label(customer, other);
  const field = await customer.types('textbox', 'Étiquette', 'premier second', { within: open });
  const { left, middle } = await field.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left, middle: (box.top + box.bottom) / 2 };
  });
  await customer.page.mouse.dblclick(left + 30, middle);
  await customer.page.keyboard.type('dernier');
  await customer.idle();
  assert.match(await value(customer, 'textbox', 'Étiquette'), /^dernier ?second$/);
  await customer.presses_key('Control+A', 'Control+X');
  assert.equal(await value(customer, 'textbox', 'Étiquette'), '');
  await customer.presses_key('Control+V');
  assert.match(await value(customer, 'textbox', 'Étiquette'), /^dernier ?second$/);
  await customer.presses_key('Escape');
});

always('a button that copies puts the text on the clipboard, by mouse and by keyboard', async ({ customer }) => {
  for (const press of ['press', 'press_by_key']) {
    await customer.goes_to(services);
    await chooses(customer, one, 'Détails du service');
    const copy = await customer.sees('button', /^Copier /);
    const wanted = plain(await copy.getAttribute('aria-label') || await copy.textContent()).replace('Copier ', '');
    await customer[press]('button', /^Copier /);
    await customer.reads_status(/Copié/);
    await customer.types('combobox', 'Recherche globale', '');
    await customer.presses_key('Control+V');
    assert.equal(await value(customer, 'combobox', 'Recherche globale'), wanted, press);
    await customer.types('combobox', 'Recherche globale', '');
    await customer.presses_key('Escape');
  }
});

in_full('a double press on a fact selects a word of it, which can be copied', async ({ customer }) => {
  await customer.goes_to(services);
  await chooses(customer, one, 'Détails du service');
  await customer.reads(/^ns1\./m);
  const { left, middle } = await customer.page.locator('#mirror *').evaluateAll((all) => {
    const range = document.createRange();
    range.selectNodeContents(all.find((element) => !element.firstElementChild && /^ns1\./.test(element.textContent)));
    const box = range.getBoundingClientRect();
    return { left: box.left, middle: box.top + Math.min(8, box.height / 2) };
  });
  await customer.page.mouse.dblclick(left + 6, middle);
  await customer.presses_key('Control+C');
  await customer.types('combobox', 'Recherche globale', '');
  await customer.presses_key('Control+V');
  assert.match(await value(customer, 'combobox', 'Recherche globale'), /^ns1\b/);
  await customer.types('combobox', 'Recherche globale', '');
  await customer.presses_key('Escape');
});

always('Tab goes through the page in its order, and where the focus is can be seen', async ({ customer }) => {
  await customer.goes_to(services);
  await customer.reload();  // so that Tab begins at the beginning
  await customer.tabs_to('link', 'Accueil', { within: await menu(customer) });
  const here = await picture(customer);
  await customer.presses_key('Tab');
  assert.equal(await customer.focused(), 'a "Informations personnelles"');
  await until(async () => await picture(customer) !== here, { what: 'the page looks the same' });
  await customer.presses_key('Shift+Tab');
  await until(async () => await picture(customer) === here, { what: 'not only the focus makes the difference' });
  await customer.presses_key('Tab', 'Tab', 'Enter');
  await customer.sees('table', 'Services actifs');
});

always('Ctrl+K searches everywhere, and Back leads to where the customer was', async ({ customer }) => {
  await customer.goes_to('');
  await customer.presses_key('Control+K');
  await customer.page.keyboard.type('support');
  await customer.idle();
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Support & Assistance', { level: 1 });
  await customer.back();
  await customer.sees('heading', 'Accueil', { level: 1 });
});

always('an account is exported, and imported from that file', async ({ customer, file }) => {
  await customer.goes_to(services);
  const out = await exports_the_account(customer);
  const account = JSON.parse(out.bytes);
  account.services.find((service) => service.name === other || service.id === other).label = 'venue d’un fichier';
  await imports(customer, file('compte.json', JSON.stringify(account)));
  const asked = await customer.sees('dialog', /Importer un compte/);
  await customer.press('button', 'Remplacer le compte', { within: asked });
  await no_popup(customer);
  await customer.idle(60_000);
  assert.equal(await label_of(customer, other), 'venue d’un fichier');
});

in_full('a list is exported for spreadsheets', async ({ customer }) => {
  await customer.goes_to(services);
  const { bytes } = await exports_as(customer, /CSV/);
  const lines = bytes.toString().trim().split('\r\n');
  assert.equal(lines.length, (await results(customer)).of + 1);
});

in_full('the theme changes the whole page, and is kept over a reload', async ({ customer }) => {
  await customer.goes_to(services);
  await chooses_theme(customer, 'Sombre');
  await customer.reload();
  assert.equal(await customer.page.evaluate(() => document.documentElement.dataset.scheme), 'dark');
  await chooses_theme(customer, 'Clair');
});

in_full('a lost GPU that comes back shows the same page again', async ({ customer }) => {
  await customer.goes_to(services);
  await customer.page.mouse.move(640, 5);
  const before = await picture(customer);
  await customer.page.evaluate(() => {
    window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });
  await until(() => customer.page.evaluate(() => document.getElementById('canvas').getContext('webgl2').isContextLost()));
  await customer.page.evaluate(() => window.lost.restoreContext());
  await until(async () => await picture(customer) === before, { every: 200, what: 'the picture is another one' });
});

in_full('in a window as narrow as a phone the menu is a drawer', async ({ customer }) => {
  await customer.goes_to('');
  await customer.page.setViewportSize({ width: 500, height: 800 });
  await customer.idle();
  await customer.press('button', /menu/i);
  await customer.press('link', 'Gérer mes services', { within: await menu(customer) });
  await customer.sees('searchbox', 'Rechercher');
  await customer.page.setViewportSize({ width: 1280, height: 800 });
  await customer.idle();
});

always('an edit in one tab is shown in the other, without a reload', async ({ customer }) => {
  await customer.goes_to(`${services}?q=${other}`);
  const tab = await customer.another_tab(services);
  await labels(tab, other, 'de l’autre onglet');
  await tab.page.close();
  await until(async () => (await rows(customer))[0].Étiquette === 'de l’autre onglet', { what: 'the edit does not come over' });
});

always('an edit outlives a browser that is killed', async ({ customer }) => {
  await labels(customer, other, 'avant la panne');
  await customer.kills_the_browser();
  await customer.opens_the_browser_again();
  assert.equal(await label_of(customer, other), 'avant la panne');
});

always('without its server the site opens, and keeps an edit', async ({ customer, server }) => {
  customer.forgives(/Failed to load resource|net::ERR|service ?worker|NetworkError|Could not connect/i);
  await customer.goes_to('');
  await until(() => customer.page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)));
    return !!navigator.serviceWorker.controller && kept.flat().some((url) => url.endsWith('.wasm'));
  }), { ms: 20_000, every: 100, what: 'the program was never kept for later' });
  server.stop();
  await customer.reload();
  await customer.sees('heading', 'Accueil', { level: 1 });
  const open = await first_that_may(customer, 'Étiquette et notes');
  await labels(customer, open, 'sans réseau');
  await customer.reload();
  assert.equal(await label_of(customer, open), 'sans réseau');
});

// As many engines at a time as there are cores.
test('the tour', { concurrency: availableParallelism() }, (t) => Promise.all(engines.map((engine) => t.test(engine, { timeout: 600_000, concurrency: 1 }, async (t) => {
  const server = await serve();
  const customer = await arrives_in(engine, server.address);
  const file = (name, text) => {
    const at = path.join(customer.disk.folder, name);
    writeFileSync(at, text);
    return at;
  };
  try {
    for (const { claim, does } of steps) await t.test(claim, async () => {
      try {
        await does({ customer, server, file });
        customer.has_no_complaint();
      } catch (error) {
        await customer.keeps_a_picture(`${engine} ${claim}`, 0, error);
        customer.complaints = [];
        await customer.reload().catch(() => {});
        throw error;
      }
    });
  } finally {
    await customer.leaves();
    server.stop();
  }
}))));
