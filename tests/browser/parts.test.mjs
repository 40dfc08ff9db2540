// The program comes in two parts: what the first frame needs, and the rest. The customer does not notice, however
// slowly the rest comes, and gets a message if it never does.
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assert, test, until } from './guichet.mjs';
import { fresh_folder, root, serve, site } from './machine.mjs';

// The budget of the files before the first frame, in KB of brotli. A new page must add nothing here: its code belongs
// in the rest. If one file grows, another must shrink: the total is 281, of which 21 must still be saved.
const shares = { 'index.html': 3.8, 'guichet.first.wasm': 207.7, 'guichet.mjs': 24.4, 'inter-regular.otf': 13.4, 'inter-semibold.otf': 13.8, 'icons.ttf': 12.9,
  'boot.js': 3.5, 'hold.js': 0.8, 'icon.svg': 0.2, 'manifest.webmanifest': 0.3 };
const budget = 281;

const rest = '**/guichet.rest.*.wasm';
const is_whole = (customer) => customer.page.evaluate(() => document.documentElement.dataset.whole === 'true');
const becomes_whole = (customer) => until(() => is_whole(customer), { ms: 15_000, what: 'the rest of the program was never joined' });
const draws = (customer) => until(() => customer.page.evaluate(() => +document.documentElement.dataset.frames > 0), { ms: 20_000, what: 'there was no first frame' });
const told = (customer) => customer.page.locator('#partly').evaluate((element) => element.checkVisibility({ visibilityProperty: true }) ? element.innerText : '');

// Excludes synchronous requests from stand-ins, which block the page and would block the test too.
const by_the_way = (route) => route.request().resourceType() !== 'xhr';

// Delays the rest until let_go().
async function keeps_the_rest_back(context) {
  let let_go;
  const gate = new Promise((done) => { let_go = done; });
  await context.route(rest, async (route) => { if (by_the_way(route)) await gate; await route.continue().catch(() => {}); });
  return let_go;
}

async function arrives_before_the_rest(arrives, wishes = {}) {
  let let_go;
  const customer = await arrives({ ...wishes, started: false, serviceWorkers: 'block', before: async (context) => { let_go = await keeps_the_rest_back(context); } });
  await draws(customer);
  await customer.sees('heading', wishes.language === 'en-GB' ? 'Home' : 'Accueil', { level: 1 });
  await customer.idle();
  assert.equal(await is_whole(customer), false);
  return { customer, let_go };
}

test('what comes before the first frame keeps to its budget, file by file', async ({ arrives }) => {
  const customer = await arrives({ serviceWorkers: 'block', before: (context) => context.addInitScript(() => {
    new MutationObserver((_, watch) => {
      if (!(+document.documentElement.dataset.frames > 0)) return;
      watch.disconnect();
      // The frame is on the screen when the browser begins the next one.
      requestAnimationFrame(() => { window.first_frame = performance.now(); });
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-frames'] });
  }) });
  await becomes_whole(customer);
  const files = await customer.page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((one) => one.startTime <= window.first_frame)
    .map((one) => ({ name: new URL(one.name).pathname.split('/').pop().replace(/\.[0-9a-f]{12}\./, '.') || 'index.html', kb: one.encodedBodySize / 1024 })));
  const grown = files.filter(({ name, kb }) => !(kb <= (shares[name] ?? 0))).map(({ name, kb }) => `${name}: ${kb.toFixed(1)} of ${shares[name] ?? 0} KB`);
  assert.deepEqual(grown, [], `more than its share of what comes before the first frame: ${grown.join(', ')}`);
  assert.ok(files.some(({ name }) => name === 'guichet.first.wasm'));
  assert.ok(Object.values(shares).reduce((sum, one) => sum + one) <= budget);
});

// A call to the rest before it has arrived works, but blocks the page. The build lists which function each stand-in
// stands for.
for (const [who, wishes, again] of [
  ['in French on a wide screen', {}, false], ['in English, in the dark, on a phone', { language: 'en-GB', theme: 'dark', width: 390, height: 844, phone: true }, false],
  ['who comes again', {}, true]]) {
  test(`the first part is enough for the home page of a customer ${who}, for movements, the wheel, another size and a look at another tab`, async ({ arrives }) => {
    let kept_back = !again;
    let let_go;
    const gate = new Promise((done) => { let_go = done; });
    const customer = await arrives({ ...wishes, started: false, serviceWorkers: 'block', before: async (context) => {
      await context.addInitScript(notes_stand_ins);
      await context.route(rest, async (route) => { if (kept_back && by_the_way(route)) await gate; await route.continue().catch(() => {}); });
    } });
    if (again) {
      await becomes_whole(customer);
      await customer.idle();
      kept_back = true;
      await customer.page.reload();
    }
    await draws(customer);
    await customer.idle();
    const { width, height } = customer.wishes;
    for (const place of [0.1, 0.5, 0.9]) await customer.page.mouse.move(width * place, height * place, { steps: 2 });
    await customer.page.mouse.wheel(0, 300);
    if (wishes.phone) await swipes(customer);
    await customer.page.setViewportSize({ width: width - 20, height: height - 20 });
    await customer.page.evaluate(() => {
      for (const kind of ['blur', 'focus']) window.dispatchEvent(new Event(kind));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await customer.idle();
    const reached = await customer.page.evaluate(() => window.stand_ins_reached);
    assert.deepEqual(reached.map(named), [], 'these are called before the rest is there: run tools/first_part');
    assert.equal(await is_whole(customer), false);
    let_go();
  });
}

// A finger that drags the content upwards.
async function swipes(customer) {
  const cdp = await customer.context.newCDPSession(customer.page);
  const touch = (type, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
  await touch('touchStart', 600);
  for (const y of [560, 500, 440]) await touch('touchMove', y);
  await touch('touchEnd');
}

// In the page: records which stand-ins are called.
function notes_stand_ins() {
  window.stand_ins_reached = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (module, imports) => {
    for (const [space, functions] of Object.entries(imports).filter(([name]) => name.startsWith('r.')))
      imports[space] = Object.fromEntries(Object.entries(functions).map(([name, one]) => [name, (...args) => {
        window.stand_ins_reached.push(name);
        return one(...args);
      }]));
    return instantiate(module, imports);
  };
}

function named(number) {
  const file = path.join(root, 'build/web-release/guichet.stand_ins.txt');
  const line = existsSync(file) && readFileSync(file, 'utf8').split('\n').find((one) => one.startsWith(`${number}:`));
  return line || `stand-in ${number}`;
}

test('a press before the rest is there is answered when it is, and meanwhile something says so', async ({ arrives }) => {
  const { customer, let_go } = await arrives_before_the_rest(arrives);
  await customer.press('link', 'Gérer mes services', { rest: false });
  await until(async () => /Le reste de l’espace client arrive/.test(await told(customer)), { what: 'nothing says that the rest is on its way' });
  assert.equal(customer.hash(), '');
  let_go();
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.sees('table', 'Services actifs');
  assert.equal(await told(customer), '');
});

test('keys before the rest is there are answered in their order, once each, and what is typed is searched for', async ({ arrives }) => {
  const { customer, let_go } = await arrives_before_the_rest(arrives);
  await (await customer.sees('combobox', 'Recherche globale')).focus();
  await customer.page.keyboard.type('menuiserie');
  assert.equal(await (await customer.sees('combobox', 'Recherche globale')).inputValue(), 'menuiserie');
  let_go();
  await customer.sees('option', /menuiserie-example\.fr/);
  const link = await customer.sees('link', 'Support & Assistance');
  await customer.presses_key('Escape');
  await link.focus();
  await customer.presses_key('Enter');
  await customer.sees('heading', 'Support & Assistance', { level: 1 });
});

test('Enter on a link before the rest is there follows it once', async ({ arrives }) => {
  const { customer, let_go } = await arrives_before_the_rest(arrives);
  await (await customer.sees('link', 'Gérer mes services')).focus();
  await customer.page.keyboard.press('Enter');
  let_go();
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.back();
  await customer.sees('heading', 'Accueil', { level: 1 });
});

test('a finger before the rest is there is answered when it is', async ({ arrives }) => {
  const { customer, let_go } = await arrives_before_the_rest(arrives, { phone: true, width: 390, height: 844 });
  await customer.press('button', 'Ouvrir le menu', { rest: false });
  let_go();
  await customer.sees('navigation', 'Menu principal');
  // Once only, not again through the mouse events that the browser derives from touch.
  await customer.idle();
  assert.equal(await customer.count('navigation', 'Menu principal'), 1);
});

test('a rest that does not come is said, what is there goes on working, and it is joined when it comes', async ({ arrives }) => {
  let broken = true;
  const customer = await arrives({ started: false, serviceWorkers: 'block', before: (context) => context.route(rest, (route) => broken ? route.abort() : route.continue()) });
  customer.forgives(/Failed to load resource|net::ERR/);
  await draws(customer);
  await until(async () => /n’a pas pu être chargée/.test(await told(customer)), { what: 'nothing says that the rest is missing' });
  const before = await customer.frames();
  await customer.page.setViewportSize({ width: 1000, height: 700 });
  await until(async () => await customer.frames() > before, { what: 'what is there does not draw any more' });
  await customer.sees('heading', 'Accueil', { level: 1 });
  broken = false;
  await customer.page.evaluate(() => dispatchEvent(new Event('online')));
  await becomes_whole(customer);
  assert.equal(await told(customer), '');
  await customer.press('link', 'Gérer mes services');
  await customer.sees('table', 'Services actifs');
});

test('a rest that is cut off on its way is fetched again', async ({ arrives }) => {
  let tries = 0;
  const customer = await arrives({ started: false, serviceWorkers: 'block', before: (context) => context.route(rest, async (route) => {
    if (++tries > 1) return route.continue();
    const whole = await (await route.fetch()).body();
    await route.fulfill({ contentType: 'application/wasm', body: whole.subarray(0, whole.length >> 1) });
  }) });
  await becomes_whole(customer);
  assert.equal(tries, 2);
  await customer.press('link', 'Gérer mes services');
  await customer.sees('table', 'Services actifs');
});

test('what cannot wait for a rest that does not come is told, and nothing of it runs', async ({ arrives }) => {
  const customer = await arrives({ started: false, serviceWorkers: 'block', before: (context) => context.route(rest, (route) => route.abort()) });
  customer.forgives(/Failed to load resource|net::ERR|Missing|the rest of the program is missing/);
  await draws(customer);
  await customer.page.evaluate(() => {
    const given = new DataTransfer();
    given.items.add(new File(['{}'], 'account.json', { type: 'application/json' }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.getElementById('canvas').dispatchEvent(new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }));
  });
  await customer.sees('alertdialog', 'Votre espace client ne peut pas s’ouvrir ici');
  assert.match(await customer.page.locator('#trouble').innerText(), /n’a pas pu être chargée/);
});

test('halves of different builds are never joined', async ({ arrives }) => {
  const customer = await arrives({ started: false, serviceWorkers: 'block', before: (context) => context.route(rest, async (route) => {
    const other = Buffer.from(await (await route.fetch()).body());
    other[other.length - 1] ^= 1;  // the last byte of the build's mark
    await route.fulfill({ contentType: 'application/wasm', body: other });
  }) });
  await draws(customer);
  await until(async () => /n’a pas pu être chargée/.test(await told(customer)), { what: 'nothing says that the rest is missing' });
  assert.equal(await is_whole(customer), false);
  await customer.sees('heading', 'Accueil', { level: 1 });
});

test('an address within the site opens with both parts, below a folder of the host too, and later without the host', async ({ arrives }) => {
  const { folder, remove } = fresh_folder('host');
  writeFileSync(path.join(folder, 'index.html'), '');
  symlinkSync(site, path.join(folder, 'espace'));
  const host = await serve(folder);
  try {
    const customer = await arrives({ where: `${host.address}/espace`, at: '#/services/active' });
    await customer.sees('table', 'Services actifs');
    assert.equal(await is_whole(customer), true);
    customer.forgives(/Failed to load resource|net::ERR|service ?worker/i);
    await customer.page.evaluate(() => navigator.serviceWorker.ready);
    host.stop();
    for (const at of ['', '#/services/active']) {
      await customer.page.goto('about:blank');
      await customer.goes_to(at);
      await becomes_whole(customer);
    }
    await customer.sees('table', 'Services actifs');
  } finally {
    host.stop();
    remove();
  }
});
