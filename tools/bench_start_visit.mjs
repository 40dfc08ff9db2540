// One visit of a browser: what came over the wire, and when there was text, a frame, the second part, rest. All times are
// milliseconds from the start of the navigation.
import { readFileSync } from 'node:fs';
import { family, fresh_folder, open_profile, pause, until } from '../tests/browser/machine.mjs';
import { follow_network } from './bench_start_network.mjs';

const PATIENCE_MS = 90_000;  // for everything that a visit waits for: slow networks and slow machines included

// A profile that was never used, for as many visits as `work(folder)` makes of it, each in a browser that has only just started.
export async function with_profile(work) {
  const { folder, remove } = fresh_folder('bench');
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

// What is asked: `wanted`, the names of what is waited for, of first_text, first_frame, at_rest, second_part; `network`, as follow_network has
// it; `first`, that what workers load is followed, which holds them for a moment when they start; `press`, that a link is pressed as soon as
// there is a frame; `keep`, that the visit lasts until the site is kept for offline; `weigh`, that memory at rest is looked at.
export async function visit(folder, address, asked) {
  const profile = await open_profile(folder, { extra: ['--accept-lang=fr-FR'] });
  let timer;
  try {
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`the visit of ${address} was not over after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS); });
    return await Promise.race([visit_in(profile, address, asked), late]);
  } finally {
    clearTimeout(timer);
    await profile.close();
  }
}

async function visit_in(profile, address, { wanted, network = null, first = true, press = false, keep = false, weigh = false }) {
  const page = profile.context.pages()[0] || await profile.context.newPage();
  await page.bringToFront();
  await page.addInitScript(watch);
  await page.setViewportSize({ width: 1280, height: 800 });
  const cdp = await profile.context.newCDPSession(page);
  const workers_loaded = first ? await follow_network(cdp, network) : () => [];
  let frame_seen;
  const framed = new Promise((done) => { frame_seen = done; });
  await page.exposeBinding('guichet_bench_framed', () => frame_seen());
  await pause(1000);  // the browser itself has started; the site has not been asked for

  await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
  if (press) {
    await framed;
    await press_services(page);
  }
  const all = press ? [...wanted, 'pressed', 'answered', 'rows'] : wanted;
  // Asked as seldom as figures that the page writes down by itself allow.
  const seen = await until(async () => {
    const now = await page.evaluate(() => globalThis.guichet_bench.read());
    if (now.trouble) throw new Error(`the page says that it cannot open: ${now.trouble}`);
    return all.every((name) => now[name] > 0) && now;
  }, { ms: PATIENCE_MS, every: 100, what: async () => `${address} did not come to ${all}: ${JSON.stringify(await page.evaluate(() => globalThis.guichet_bench.read()))}` });
  const result = { ...seen, version: profile.browser.version() };
  if (keep) await page.evaluate(kept);
  result.by_workers = workers_loaded();
  if (weigh) result.memory = { wasm: seen.wasm, ...await memory(cdp, profile.pid) };
  return result;
}

// Runs in the page before everything else and writes down when things happen.
function watch() {
  if (globalThis !== globalThis.top) return;
  const seen = {};
  const root = () => document.documentElement;
  const title = () => document.querySelector('#mirror h1')?.textContent;
  // A frame is on the screen when the browser begins the one after it.
  const once_shown = (name) => {
    if (seen[name] !== undefined) return;
    seen[name] = 0;
    requestAnimationFrame(() => {
      seen[name] = performance.now();
      if (name === 'first_frame') globalThis.guichet_bench_framed?.();
    });
  };
  new MutationObserver(() => {
    const element = root();
    if (!element) return;
    if (+element.getAttribute('data-frames') >= 1) once_shown('first_frame');
    if (element.getAttribute('data-whole') === 'true') seen.second_part ||= performance.now();
    if (seen.first_frame !== undefined && element.getAttribute('data-idle') === 'true') seen.at_rest ||= performance.now();
    if (!seen.pressed) return;
    if (title() === seen.title) return;
    once_shown('answered');
    if (document.querySelectorAll('#mirror [role=row][aria-rowindex]').length > 1) once_shown('rows');
  }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  addEventListener('pointerdown', (event) => {
    seen.title = title();
    seen.pressed ||= event.timeStamp;
  }, { capture: true });
  // The module's memory is among what it exports.
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    seen.memory ||= Object.values((made.instance || made).exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
  globalThis.guichet_bench = {
    read: () => ({ ...seen,
      memory: undefined,
      wasm: seen.memory?.buffer.byteLength || 0,
      trouble: root().getAttribute('data-trouble'),
      first_text: performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0,
      offline_ready: !!navigator.serviceWorker?.controller,
      resources: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter((one) => one.responseEnd > 0)
        .map((one) => ({ url: one.name, wire: one.encodedBodySize, plain: one.decodedBodySize, begin: one.startTime, end: one.responseEnd })) }),
  };
}

// Until the service worker has put everything away, so that the next visit finds it.
async function kept() {
  const registration = await navigator.serviceWorker.ready;
  const worker = registration.active;
  if (worker.state !== 'activated')
    await new Promise((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
}

// With the mouse, as soon as the link is where a customer would press it.
async function press_services(page) {
  const place = await until(() => page.evaluate(() => {
    const link = [...document.querySelectorAll('#mirror a')].find((one) => one.textContent === 'Gérer mes services');
    const { x, y, width, height } = link?.getBoundingClientRect() || {};
    return width > 0 && { x: x + width / 2, y: y + height / 2 };
  }), { ms: 20_000, every: 10, what: 'the link « Gérer mes services » never came' });
  await page.mouse.click(place.x, place.y);
}

// What is in use when nothing moves any more, in bytes: by the page's script, and what the browser's processes hold (shared parts in
// equal shares).
async function memory(cdp, pid) {
  await pause(1000);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const processes = family(pid).map((one) => ({ kind: kind_of(one), bytes: held_by(one) }));
  const most = (kind) => Math.max(0, ...processes.filter((one) => one.kind === kind).map((one) => one.bytes));
  return { script: usedSize, page: most('renderer'), graphics: most('gpu-process'), browser: processes.reduce((sum, one) => sum + one.bytes, 0) };
}

const read = (file) => {
  try { return readFileSync(file, 'utf8'); } catch { return ''; }  // it ended meanwhile
};
const kind_of = (pid) => read(`/proc/${pid}/cmdline`).match(/--type=([\w-]+)/)?.[1] || 'browser';
const held_by = (pid) => 1024 * (read(`/proc/${pid}/smaps_rollup`).match(/^Pss:\s+(\d+)/m)?.[1] || 0);
