// A browser that cannot run the program shows a readable page, not an empty one.
import { assert, plain, test } from './guichet.mjs';

async function page_of(arrives, wishes) {
  const customer = await arrives({ started: false, ...wishes });
  await customer.page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => {});
  await customer.page.getByRole('heading').first().waitFor({ timeout: 10_000 });
  return customer;
}

async function reads_words(customer, pattern) {
  const words = plain(await customer.page.locator('body').innerText());
  assert.match(words, pattern);
  assert.ok(words.length > 80, words);
  const box = await customer.page.getByRole('heading').first().boundingBox();
  assert.ok(box && box.height > 10 && box.x >= 0, 'the words cannot be seen');
}

test('a browser without WebAssembly reads why the page does not work there, and what to do', async ({ arrives }) => {
  const customer = await page_of(arrives, { before: (context) => context.addInitScript(() => { delete globalThis.WebAssembly; }) });
  await reads_words(customer, /navigateur/i);
});

test('a browser without WebGL 2 reads why the page does not work there, and what to do', async ({ arrives }) => {
  const customer = await page_of(arrives, { before: (context) => context.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : get.call(this, kind, ...rest); };
    if (globalThis.OffscreenCanvas) OffscreenCanvas.prototype.getContext = () => null;
  }) });
  await reads_words(customer, /navigateur|graphique|WebGL/i);
});

test('a browser without JavaScript reads that it is needed', async ({ arrives }) => {
  const customer = await page_of(arrives, { javaScriptEnabled: false });
  await reads_words(customer, /JavaScript/);
});

test('a program that does not arrive whole is told in words, with a way to try again', async ({ arrives }) => {
  const customer = await page_of(arrives, { before: (context) => context.route(/\.wasm$/, (route) => route.abort()), serviceWorkers: 'block' });
  customer.forgives(/Failed to load resource|Failed to fetch|wasm|preload/i);
  await reads_words(customer, /réessay|recharg/i);
});

test('before the program has arrived the page shows real words, not an empty window', async ({ arrives }) => {
  let release;
  const held = new Promise((done) => { release = done; });
  const customer = await arrives({ started: false, serviceWorkers: 'block',
    before: (context) => context.route(/\.wasm$/, async (route) => { await held; await route.continue(); }) });
  assert.match(plain(await customer.page.locator('body').innerText()), /Guichet/);
  release();
  await customer.idle();
  await customer.sees('heading', 'Accueil', { level: 1 });
});
