// Measures the built site with accounts of many sizes: the time until it shows them, and the cost of a frame while scrolling.
import { measure_use } from './bench_table_use.mjs';
import { fresh_folder, open_profile, pause, serve, until } from '../tests/browser/machine.mjs';

const openings = 5;
const PATIENCE_MS = 400_000;  // for one size
const list = '#/services/active';
const search = `${list}?q=lyon`;
const counted = 'résultats? sur ';

// Returns for each size: { services, failed }, or { services, first, searched, found, working, passing, use }, in milliseconds.
export async function measure_app(sizes, rows_address, say) {
  const site = await serve();
  const results = [];
  try {
    for (const services of sizes) {
      say(`${services} services: in the app`);
      results.push(await measure_size(site.address, rows_address, services).catch((error) => ({ services, failed: error.message.split('\n')[0] })));
      if (results.at(-1).failed) say(`failed: ${results.at(-1).failed}`);
    }
  } finally {
    site.stop();
  }
  return results;
}

async function measure_size(site, rows_address, services) {
  const { folder, remove } = fresh_folder('bench');
  const profile = await open_profile(folder, { extra: ['--accept-lang=fr-FR'] });
  let timer;
  try {
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS); });
    return { services, ...await Promise.race([measure_in(profile.context, site, rows_address, services), late]) };
  } finally {
    clearTimeout(timer);
    await profile.kill();
    remove();
  }
}

async function measure_in(context, site, rows_address, services) {
  await fill(context, site, rows_address, services);
  const first = [], searched = [];
  let found;
  for (let run = 0; run < openings; ++run) {
    first.push((await opened(context, `${site}/${list}`, `Chargement|${counted}`)).shown);
    const seen = await opened(context, `${site}/${search}`, counted);
    searched.push(seen.shown);
    found = seen.status;
  }
  return { first, searched, found, ...await scrolling(context, `${site}/${list}`), use: await measure_use(context, `${site}/${list}`) };
}

// The app creates its database; the bytes that it would store for this account are then written into it directly, so that
// neither the importer's limit nor the storage format matters here.
async function fill(context, site, rows_address, services) {
  const app = await context.newPage();
  await app.goto(site);
  await idle(app);
  await app.close();
  const page = await context.newPage();
  await page.goto(`${site}/licences.txt`);
  await page.evaluate(async ({ rows_address, services }) => {
    localStorage.clear();  // what it holds about the database is out of date
    const bytes = new Uint8Array(await (await fetch(`${rows_address}/stored/${services}`)).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const asked = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
    const [{ name }] = await indexedDB.databases();
    const database = await asked(indexedDB.open(name));
    const writing = database.transaction(database.objectStoreNames, 'readwrite', { durability: 'strict' });
    const store = writing.objectStore(database.objectStoreNames[0]);
    store.clear();
    for (let at = 0; at < bytes.length;) {
      const take = () => {
        const length = view.getUint32(at, true);
        at += 4 + length;
        return bytes.slice(at - length, at);
      };
      const key = new TextDecoder().decode(take());
      store.put(take(), key);
    }
    await new Promise((done, fail) => { writing.oncomplete = done; writing.onabort = () => fail(writing.error); });
    database.close();
  }, { rows_address, services });
  await page.close();
  // The host's work on a new day happens once and is stored: done before measuring.
  const settled = await context.newPage();
  await settled.goto(`${site}/${list}`);
  await idle(settled);
  await pause(5000);  // and its pages are stored too
  await settled.close();
}

const idle = (page) => until(() => page.evaluate(() => document.documentElement.getAttribute('data-idle') === 'true').catch(() => false), { ms: 60_000, what: 'the app never came to rest' });

// Opens an address in a new page. `shown`: milliseconds from the start of the navigation until the frame with the list's first
// or final rows is on the screen; `status`: the list's status text then.
async function opened(context, address, says) {
  const page = await context.newPage();
  try {
    await page.addInitScript((wanted) => {
      const seen = globalThis.guichet_bench = {};
      const watch = new MutationObserver(() => {
        if (seen.drawn) return;
        const rows = document.querySelectorAll('[role=row][aria-rowindex]').length;
        const status = [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).find((text) => new RegExp(wanted).test(text));
        if (rows < 2 || !status) return;
        seen.drawn = performance.now();
        seen.status = status;
        watch.disconnect();
        // The frame is on the screen when the browser begins the next one.
        requestAnimationFrame(() => { seen.shown = performance.now(); });
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    }, says);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    const seen = await until(() => page.evaluate(() => globalThis.guichet_bench.shown && globalThis.guichet_bench), { ms: 60_000, what: () => page.evaluate(() => `no rows were shown; on the page: ${document.body.innerText.slice(0, 500)}`) });
    return { shown: seen.shown, status: seen.status.replace(/\s/g, ' ') };
  } finally {
    await page.close();
  }
}

// Turns the wheel down and up for some seconds. The cost of a frame is the main thread's total work, script and browser,
// divided by the number of frames: `working` is the time in use, `passing` the elapsed time, which includes waiting for the
// drawing processes and for other programs.
async function scrolling(context, address) {
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.bringToFront();
    await page.goto(address);
    await page.locator('[role=row][aria-rowindex]').nth(2).waitFor({ state: 'attached', timeout: 60_000 });
    await idle(page);
    const cdp = await context.newCDPSession(page);
    const now = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const value = (name) => metrics.find((one) => one.name === name).value * 1000;
      return { task: value('TaskDuration'), script: value('ScriptDuration'), frames: await page.evaluate(() => +document.documentElement.getAttribute('data-frames')) };
    };
    await page.mouse.move(640, 500);
    const turn = async (ms) => {
      const end = Date.now() + ms;
      for (let step = 0; Date.now() < end; ++step) await page.mouse.wheel(0, step % 16 < 8 ? 60 : -60);
    };
    await turn(1500);  // warm-up: compiles code and shows rows once
    const measure = async (timeDomain) => {
      await cdp.send('Performance.enable', { timeDomain });
      const task = [], script = [];
      let frames = 0;
      for (let run = 0; run < 7; ++run) {
        const before = await now();
        await turn(500);
        const after = await now();
        const drawn = after.frames - before.frames;
        if (!drawn) continue;
        frames += drawn;
        task.push((after.task - before.task) / drawn);
        script.push((after.script - before.script) / drawn);
      }
      await cdp.send('Performance.disable');
      if (frames < 30) throw new Error(`the list was drawn ${frames} times only while it was scrolled`);
      return { task, script, frames };
    };
    return { working: await measure('threadTicks'), passing: await measure('timeTicks') };
  } finally {
    await page.close();
  }
}
