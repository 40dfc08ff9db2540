// What hands do beside pressing: right click, long press, new tabs, copying, Back, and shortcuts on any keyboard.
import { assert, plain, test, until } from './guichet.mjs';
import { chooses, first_that_may, no_popup, opens_actions, popup, rows, selects, services } from './lists.mjs';

const on_phone = { phone: true, width: 390, height: 760, density: 2 };
const name = 'lutherie-example.org';

const may_copy = async (customer) => {
  await customer.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return () => customer.page.evaluate(() => navigator.clipboard.readText());
};
const link_of = (customer, of = name) => customer.sees('link', of);

// The tabs that a press opens, by their addresses.
async function tabs_of(customer, press) {
  const before = customer.context.pages();
  await press();
  return until(async () => {
    const fresh = customer.context.pages().filter((page) => !before.includes(page));
    const addresses = fresh.map((page) => page.url().replace(/^[^#]*/, ''));
    if (!fresh.length || addresses.some((one) => !one)) return null;
    for (const page of fresh) await page.close();
    return addresses;
  }, { ms: 5000, what: 'no tab was opened' });
}

test('shortcuts work where the letters are not Latin', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}?q=${name}` });
  const press = (key, code) => customer.page.evaluate(([key, code]) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true })), [key, code]);
  await press('л', 'KeyK');
  await customer.sees('listbox', 'Recherche globale');
  await customer.presses_key('Escape');
  await (await link_of(customer)).focus();
  await press('ф', 'KeyA');
  await customer.reads_status('1 service sélectionné');
});

test('a right click on a row, on any of its cells, opens its actions there; the menu key opens them for the keyboard', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}?q=${name}` });
  const read = await may_copy(customer);
  for (const cell of [await link_of(customer), customer.thing('cell', 'Actif')]) {
    await customer.press_at(cell.first(), { button: 'right' });
    const place = await customer.place_of(cell.first());
    const menu = await customer.sees('menu', `Actions pour ${name}`);
    const box = await menu.boundingBox();
    assert.ok(Math.abs(box.x - place.x) < 2 || box.x + box.width > 1270, 'at the pointer');
    await customer.page.waitForTimeout(450);
    await customer.press('menuitem', 'Copier le nom', { within: menu });
    await customer.reads_status('Copié');
    assert.equal(await read(), name);
  }
  for (const key of ['ContextMenu', 'Shift+F10']) {
    await (await link_of(customer)).focus();
    await customer.presses_key(key);
    await customer.sees('menu', `Actions pour ${name}`);
    await customer.presses_key('Escape');
    await customer.sees_no('menu');
    assert.match(await customer.focused(), /lutherie/);
  }
  assert.equal(customer.hash(), `${services}?q=${name}`);
});

test('a right click on a link that is no row leaves it to the browser', async ({ arrives }) => {
  const customer = await arrives();
  await customer.page.evaluate(() => addEventListener('contextmenu', (event) => {
    window.asked = [event.target.localName, event.target.getAttribute('href'), event.defaultPrevented];
  }));
  await customer.press_at(await customer.sees('link', 'Gérer mes services'), { button: 'right' });
  assert.deepEqual(await customer.page.evaluate(() => window.asked), ['a', services, false]);
  assert.equal(customer.hash(), '');
});

test('Ctrl and a press, and the middle button, open a link or a row in a new tab, and select nothing', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}?q=${name}` });
  const address = await (await link_of(customer)).getAttribute('href');
  for (const thing of [await link_of(customer), customer.thing('cell', 'Actif').first()]) {
    const place = await customer.place_of(thing);
    const with_ctrl = async () => {
      await customer.page.keyboard.down('Control');
      await customer.page.mouse.click(place.x, place.y);
      await customer.page.keyboard.up('Control');
    };
    assert.deepEqual(await tabs_of(customer, with_ctrl), [address]);
    assert.deepEqual(await tabs_of(customer, () => customer.page.mouse.click(place.x, place.y, { button: 'middle' })), [address]);
  }
  const tab = await customer.place_of(await customer.sees('tab', 'Services expirés'));
  assert.deepEqual(await tabs_of(customer, () => customer.page.mouse.click(tab.x, tab.y, { button: 'middle' })), ['#/services/expired']);
  await customer.idle();
  assert.equal(customer.hash(), `${services}?q=${name}`);
  assert.equal(await customer.count('button', 'Tout désélectionner'), 0);
  const menu = await opens_actions(customer, name);
  await customer.page.waitForTimeout(450);
  assert.deepEqual(await tabs_of(customer, () => customer.press('menuitem', 'Ouvrir dans un nouvel onglet', { within: menu, rest: false })), [address]);
});

test('a finger that rests on a row opens its actions, and opens nothing when it is lifted', async ({ arrives }) => {
  const customer = await arrives({ ...on_phone, at: `${services}?q=${name}` });
  const { x, y } = await customer.place_of(await link_of(customer));
  const cdp = await customer.context.newCDPSession(customer.page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await customer.sees('menu', `Actions pour ${name}`);
  await customer.page.waitForTimeout(600);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await customer.idle();
  await customer.sees('menu', `Actions pour ${name}`);
  assert.equal(customer.hash(), `${services}?q=${name}`);
  await customer.sees_no('dialog');
});

test('Ctrl+C copies the rows that are selected, or the one with the focus, as a table with titles', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 1400 });
  const read = await may_copy(customer);
  const shown = await rows(customer);
  const titles = Object.keys(shown[0]).filter((title) => !['Actions', 'Sélection'].includes(title));
  const line = (row) => titles.map((title) => row[title]).join('\t');
  const table = (...lines) => [titles.join('\t'), ...lines.map(line), ''].join('\r\n');
  await (await link_of(customer, shown[1].Identifiant)).focus();
  await customer.presses_key('Control+c');
  await customer.reads_status('1 ligne copiée');
  assert.equal(plain(await read()), plain(table(shown[1])));
  await selects(customer, shown[0].Identifiant);
  await selects(customer, shown[2].Identifiant);
  await customer.presses_key('Control+c');
  await customer.reads_status('2 lignes copiées');
  assert.equal(plain(await read()), plain(table(shown[0], shown[2])));
});

test('where the browser refuses its clipboard, nothing is called copied: the text is selected, to be copied by hand', async ({ arrives }) => {
  const refuse = (context) => context.addInitScript(() => {
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  const customer = await arrives({ at: `${services}?q=${name}`, before: refuse });
  const menu = await opens_actions(customer, name);
  await customer.page.waitForTimeout(450);
  await customer.press('menuitem', 'Copier le nom', { within: menu });
  const open = await popup(customer, 'À copier à la main');
  const field = await customer.sees('textbox', 'Texte à copier', { within: open });
  await until(() => field.evaluate((one) => document.activeElement === one && one.value.slice(one.selectionStart, one.selectionEnd)), { ms: 3000, what: 'nothing is selected' })
    .then((text) => assert.equal(text, name));
  assert.equal(await customer.page.getByRole('status').filter({ hasText: 'Copié' }).count(), 0);
});

test('Back closes what is open, and only then leaves the page', async ({ arrives }) => {
  const customer = await arrives(on_phone);
  await customer.edits_the_address(`${services}?q=${name}`);
  const here = customer.hash();
  await opens_actions(customer, name);
  await customer.back();
  await customer.sees_no('menu');
  const menu = await opens_actions(customer, name);
  await customer.page.waitForTimeout(450);
  await customer.press('menuitem', /^Contacter le support/, { within: menu });
  await popup(customer);
  await customer.back();
  await no_popup(customer);
  await customer.press('button', 'Ouvrir le menu');
  await customer.sees('link', 'Accueil');
  await customer.back();
  await customer.sees_no('link', 'Accueil');
  await customer.press('button', 'Recherche globale');
  await customer.sees('listbox', 'Recherche globale');
  await customer.back();
  await customer.sees_no('combobox', 'Recherche globale');
  assert.equal(customer.hash(), here);
  await customer.back();
  assert.equal(customer.hash(), '');
});

test('what Escape and the cross have closed leaves nothing in the history, and Forward opens nothing', async ({ arrives }) => {
  const customer = await arrives({ at: '#/billing' });
  await customer.edits_the_address(`${services}?q=${name}`);
  for (const close of [() => customer.presses_key('Escape'), () => customer.press('button', 'Fermer')]) {
    const menu = await opens_actions(customer, name);
    await customer.page.waitForTimeout(450);
    await customer.press('menuitem', /^Contacter le support/, { within: menu });
    await popup(customer);
    await customer.page.waitForTimeout(450);
    await close();
    await no_popup(customer);
  }
  await customer.page.keyboard.press('Alt+ArrowRight');
  await customer.idle();
  await no_popup(customer);
  await customer.back();
  assert.equal(customer.hash(), '#/billing');
});

test('the palette begins anew: words do not join, Enter follows no older mark, and no words stay in the bar', async ({ arrives }) => {
  const customer = await arrives();
  const { keyboard } = customer.page;
  const field = customer.thing('combobox', 'Recherche globale');
  await customer.presses_key('Control+k');
  await keyboard.type('contacts');
  await customer.presses_key('Escape', 'Control+k', 'Enter');
  assert.equal(customer.hash(), '');
  await keyboard.type('lutherie');
  await customer.idle();
  assert.equal(await field.inputValue(), 'lutherie');
  await customer.press_at(customer.page.getByRole('status').filter({ hasText: 'À jour' }));
  await until(async () => await field.inputValue() === '', { ms: 3000, what: 'the words stay in the bar' });
  assert.equal(customer.hash(), '');
});

test('while words are typed, the count is said once, after the last key', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const field = await customer.sees('searchbox', 'Rechercher');
  await field.focus();
  await customer.page.evaluate(() => {
    window.said = [];
    const count = [...document.querySelectorAll('[role=status]')].find((one) => /résultat/.test(one.textContent));
    new MutationObserver(() => window.said.push(count.textContent)).observe(count, { childList: true, characterData: true, subtree: true });
  });
  await customer.page.keyboard.type('lutherie', { delay: 120 });
  await customer.idle();
  const said = (await customer.page.evaluate(() => window.said)).map(plain);
  assert.equal(said.length, 1, said.join(' | '));
  assert.match(said[0], /^1 résultat sur/);
});

test('a fact is selected with the mouse and copied, and a double click takes a word', async ({ arrives }) => {
  const customer = await arrives({ at: `${services}?q=${name}` });
  await customer.press('link', name);
  const fact = customer.page.getByText('ns1.host.example', { exact: true }).or(customer.page.getByText(/^ns1\./)).first();
  const read = await may_copy(customer);
  const { left, y, words } = await fact.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const box = range.getBoundingClientRect();
    return { left: box.left, y: box.top + Math.min(8, box.height / 2), words: one.textContent };
  });
  await customer.page.mouse.dblclick(left + 6, y);
  assert.match(words, new RegExp(`^${await customer.page.evaluate(() => getSelection().toString().trim())}`));
  await customer.page.keyboard.press('Control+c');
  await until(async () => words.startsWith((await read()) || '-'), { ms: 2000, what: 'nothing was copied' });
});

test('the browser’s search marks names where they are drawn, in their weight; where rows are not drawn, the list says where to look', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  await customer.page.evaluate(() => document.activeElement?.blur());
  const link = await link_of(customer, (await rows(customer))[0].Identifiant);
  const { x, weight } = await link.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return { x: range.getBoundingClientRect().left, weight: getComputedStyle(one).fontWeight };
  });
  const head = await customer.sees('columnheader', 'Identifiant');
  const left = (await head.boundingBox()).x;
  assert.equal(weight, '600');
  assert.ok(x > left + 30 && x < left + 45, `after the row's icon: ${x - left}`);
  await customer.page.evaluate(() => addEventListener('keydown', (event) => { if (event.key === 'f') window.left = !event.defaultPrevented; }));
  await customer.presses_key('Control+f');
  assert.equal(await customer.page.evaluate(() => window.left), true);
  await customer.reads_status(/Ctrl\+F ne cherche que dans les lignes affichées/);
});

test('after the first edit, a browser that does not promise to keep the data is said, once, with the export', async ({ arrives }) => {
  const customer = await arrives({ keeps: false });
  const one = await first_that_may(customer, 'Verrouiller');
  await customer.sees_no('button', 'Exporter le compte');
  await chooses(customer, one, 'Verrouiller');
  await popup(customer);
  await customer.page.waitForTimeout(450);
  await customer.press('button', 'Verrouiller');
  await customer.reads('Ce navigateur peut effacer vos données');
  await customer.sees('button', 'Exporter le compte');
  await customer.edits_the_address('#/');
  await customer.reload();
  assert.equal(await customer.count('button', 'Exporter le compte'), 0);
});

test('a tab that is seen again looks for a newer version, says when one is there, and loads it when asked', async ({ arrives }) => {
  const count = (context) => context.addInitScript(() => {
    window.looks = 0;
    if (window.ServiceWorkerRegistration) ServiceWorkerRegistration.prototype.update = async () => { ++window.looks; };
  });
  const customer = await arrives({ before: count });
  await until(() => customer.page.evaluate(() => !!navigator.serviceWorker.controller), { ms: 20_000, what: 'no worker' });
  await customer.idle();
  assert.equal(await customer.count('button', 'Recharger'), 0, 'the first worker is of the version of the page');
  const before = await customer.page.evaluate(() => window.looks);
  await customer.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  assert.equal(await customer.page.evaluate(() => window.looks), before + 1);
  // As the browser tells it when the worker of another version takes charge.
  await customer.page.evaluate(() => navigator.serviceWorker.dispatchEvent(new Event('controllerchange')));
  await customer.sees('button', 'Recharger');
  await customer.reads('Une nouvelle version est prête.');
  await Promise.all([customer.page.waitForEvent('load'), customer.press('button', 'Recharger', { rest: false })]);
  await customer.idle();
  await customer.sees('heading', 'Accueil');
});
