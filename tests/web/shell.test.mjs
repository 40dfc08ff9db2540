// The page around the program: its start, its messages when it cannot start, and opening without a network.
// A few lines of JavaScript and a minimal wasm file stand in for the program.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_browser } from '../browser/machine.mjs';

const shell = fileURLToPath(new URL('../../shell/', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json' };
const program = (words) => `export default async (module) => {
  await new Promise((done) => module.instantiateWasm({}, done));
  globalThis.started_with = Object.keys(module.assets).sort().join(' ');
  globalThis.module = module;
  document.title = '${words}';
  document.documentElement.setAttribute('data-started', '');
  window.dispatchEvent(new Event('guichet-started'));
};`;

// A site as packaged: every file except the page and the worker has the version in its name.
function site(version) {
  const hashed = (name) => name.replace(/(\.[a-z]+)$/, `.${version}$1`);
  const files = new Map(readdirSync(shell).map((name) => [name, readFileSync(path.join(shell, name))]));
  files.set('guichet.mjs', program(`Guichet ${version}`));
  files.set('public_suffixes.txt', 'fr\ncom\n');
  for (const part of ['guichet.first.wasm', 'guichet.rest.wasm']) files.set(part, Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]));
  const style = String(files.get('style.css'));
  for (const font of ['inter-regular.otf', 'inter-semibold.otf', 'icons.ttf']) files.set(font, Buffer.from('no font at all'));
  const kept = ['index.html', 'service-worker.js'];
  const named = new Map([...files].map(([name, bytes]) => [kept.includes(name) ? name : hashed(name), { name, bytes }]));
  for (const one of named.values())
    if (/\.(html|js|css|webmanifest)$/.test(one.name))
      one.bytes = String(one.bytes).replace('{{text:style.css}}', () => style)
        .replace('{{sha256:style.css}}', `'sha256-${createHash('sha256').update(style).digest('base64')}'`).replace(/\{\{asset:([^}]+)\}\}/g, (_, name) => hashed(name)).replace('{{assets-json}}', () => JSON.stringify([...named.keys()]));
  return named;
}

let server, browser, files, asked;
before(async () => {
  server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.split('?')[0].slice(1)) || 'index.html';
    asked.push(name);
    const found = files.get(name);
    response.writeHead(found ? 200 : 404, { 'content-type': types[path.extname(name)] || 'application/octet-stream', 'cache-control': 'no-cache' });
    response.end(found ? found.bytes : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  browser = await open_browser({ bare: true });
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function visit(t, { prepare, without, wait = true, ...options } = {}) {
  files = site('v1');
  asked = [];
  if (without) files.delete(without);
  const context = await browser.newContext({ locale: 'fr-FR', serviceWorkers: 'block', ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  if (wait) await page.waitForFunction(() => document.documentElement.dataset.trouble || 'started' in document.documentElement.dataset);
  return page;
}
const words = async (page) => (await page.locator('#trouble').innerText()).replace(/\s+/g, ' ');

test('Safari on phones does not enlarge the page at a field, and no other browser loses its zoom for that', async (t) => {
  const viewport = (page) => page.locator('meta[name=viewport]').getAttribute('content');
  assert.doesNotMatch(await viewport(await visit(t)), /maximum-scale/);
  const on_iphone = () => { CSS.supports = (property) => property === '-webkit-touch-callout'; };
  assert.match(await viewport(await visit(t, { prepare: on_iphone })), /maximum-scale=1$/);
});

test('the program starts with its fonts, and the skeleton makes way', async (t) => {
  const page = await visit(t);
  assert.equal(await page.evaluate(() => started_with), 'icons.ttf inter-regular.otf inter-semibold.otf');
  assert.equal(await page.locator('#skeleton').isVisible(), false);
  assert.equal(await page.locator('#trouble').isVisible(), false);
});

test('what the first frame does not need is fetched when it is asked for', async (t) => {
  const page = await visit(t);
  assert.equal(await page.evaluate(async () => new TextDecoder().decode(await module.fetchAsset('public_suffixes.txt'))), 'fr\ncom\n');
  assert.equal(await page.evaluate(() => module.fetchAsset('no such').then(() => 'there', () => 'refused')), 'refused');
});

test('before the program is there the page already has words, in the customer’s language', async (t) => {
  for (const [locale, text] of [['fr-FR', 'Votre espace client'], ['en-GB', 'Your client area']]) {
    const page = await visit(t, { locale, wait: false, prepare: () => { WebAssembly.compileStreaming = () => new Promise(() => {}); } });
    await page.waitForFunction(() => document.documentElement.dataset.language);
    assert.ok((await page.locator('#skeleton').innerText()).includes(text));
    assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2));
  }
});

test('the language and theme chosen last time hold from the first moment', async (t) => {
  const page = await visit(t, { prepare: () => { localStorage.setItem('guichet.language', 'en'); localStorage.setItem('guichet.theme', 'dark'); } });
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.scheme]), ['en', 'dark']);
});

test('without WebAssembly the page says so readably, and offers to try again', async (t) => {
  const page = await visit(t, { prepare: () => { WebAssembly.validate = () => false; } });
  assert.match(await words(page), /ne peut pas s’ouvrir ici .*WebAssembly.* Réessayer$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'trouble');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.idle), 'true');
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Réessayer' }).click()]);
});

test('without WebGL 2 the page says so, in English to the English', async (t) => {
  const page = await visit(t, { locale: 'en-GB', prepare: () => { HTMLCanvasElement.prototype.getContext = () => null; } });
  assert.match(await words(page), /^Your client area cannot open here Graphics \(WebGL 2\) are not available.* Try again$/);
});

for (const without of ['guichet.first.v1.wasm', 'guichet.v1.mjs', 'icons.v1.ttf'])
  test(`when ${without} does not arrive, the page says so, and opens when it is tried again`, async (t) => {
    const page = await visit(t, { without });
    assert.match(await words(page), /n’a pas pu être chargée/);
    files = site('v1');
    await page.getByRole('link', { name: 'Réessayer' }).click();
    await page.waitForFunction(() => 'started' in document.documentElement.dataset);
  });

test('when the script itself does not arrive, the page says so after a while', async (t) => {
  const page = await visit(t, { without: 'boot.v1.js', wait: false });
  assert.equal(await page.locator('#trouble').evaluate((element) => getComputedStyle(element).visibility), 'hidden');
  await page.locator('#trouble').evaluate((element) => element.getAnimations()[0].finish());
  assert.match(await words(page), /n’a pas pu être chargée.*could not be loaded/);
});

test('a fault of the program shows a page that says what is kept', async (t) => {
  const page = await visit(t);
  await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }); });
  await page.waitForFunction(() => document.documentElement.dataset.trouble === 'crash');
  assert.match(await words(page), /est conservé sur cet appareil/);
});

test('without JavaScript the page says so in both languages', async (t) => {
  const page = await visit(t, { javaScriptEnabled: false, wait: false });
  assert.match(await words(page), /a besoin de JavaScript.*needs JavaScript/);
  assert.equal(await page.locator('#skeleton').isVisible(), false);
});

test('nothing is loaded from elsewhere, and the content security policy is not broken', async (t) => {
  const page = await visit(t, { prepare: () => { globalThis.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective)); } });
  assert.deepEqual(await page.evaluate(() => violations), []);
  const elsewhere = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin)));
  assert.deepEqual(elsewhere, []);
  assert.equal(asked.filter((name) => !files.has(name)).length, 0);
  assert.equal(new Set(asked).size, asked.length, `each file is loaded once: ${asked}`);
});

test('once visited, the site opens without a network', async (t) => {
  const page = await visit(t, { serviceWorkers: 'allow' });
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForFunction(() => 'started' in document.documentElement.dataset);
  assert.equal(await page.title(), 'Guichet v1');
});

test('a new version is taken at the next visit; a tab that is open, or just starting, is not broken by it', async (t) => {
  const page = await visit(t, { serviceWorkers: 'allow' });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  files = site('v2');  // the files of v1 are gone from the server
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await registration.update();
    await changed;
  });
  // The open tab still gets its own files.
  assert.equal(await page.evaluate(async () => (await fetch('./guichet.v1.mjs')).status), 200);
  await page.reload();
  await page.waitForFunction(() => 'started' in document.documentElement.dataset);
  assert.equal(await page.title(), 'Guichet v2');
  // The next version removes the files of the first.
  files = site('v3');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await registration.update();
    await changed;
  });
  await page.waitForFunction(async () => (await caches.keys()).length === 2);
});
