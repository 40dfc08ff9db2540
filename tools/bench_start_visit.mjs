// One visit by a browser: the bytes on the wire, and the times of the first text, the first frame, the second part and rest.
// All times are milliseconds from the start of the navigation.
import { readFileSync } from 'node:fs';
import { family, fresh_folder, open_profile, pause, until } from '../tests/browser/machine.mjs';
import { follow_network } from './bench_start_network.mjs';

const PATIENCE_MS = 90_000;  // for each thing that a visit waits for, on slow networks and machines too

// Runs `work(folder)` with a new profile, for any number of visits, each in a newly started browser.
export async function with_profile(work) {
  const { folder, remove } = fresh_folder('bench');
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

// Members of `asked`: `wanted`, the events to wait for, of first_text, first_frame, at_rest, second_part; `network`, as in
// follow_network; `first`, record what workers load, which pauses each for a moment when it starts; `press`, press a link at
// the first frame; `keep`, wait until the site is cached for offline use; `weigh`, measure memory at rest.
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
  await pause(1000);  // the browser itself has started; the site is not requested yet

  await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
  if (press) {
    await framed;
    await press_services(page);
  }
  const all = press ? [...wanted, 'pressed', 'answered', 'rows'] : wanted;
  // Polls rarely: the page itself records the times.
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

// Runs in the page before everything else and records the times of events.
function watch() {
  if (globalThis !== globalThis.top) return;
  const seen = {};
  const root = () => document.documentElement;
  const title = () => document.querySelector('#mirror h1')?.textContent;
  // A frame is on the screen when the browser begins the next one.
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
  // The module exports its memory.
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

// Waits until the service worker has cached everything for the next visit.
async function kept() {
  const registration = await navigator.serviceWorker.ready;
  const worker = registration.active;
  if (worker.state !== 'activated')
    await new Promise((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
}

// Clicks with the mouse as soon as the link is at its final place.
async function press_services(page) {
  const place = await until(() => page.evaluate(() => {
    const link = [...document.querySelectorAll('#mirror a')].find((one) => one.textContent === 'Gérer mes services');
    const { x, y, width, height } = link?.getBoundingClientRect() || {};
    return width > 0 && { x: x + width / 2, y: y + height / 2 };
  }), { ms: 20_000, every: 10, what: 'the link « Gérer mes services » never came' });
  await page.mouse.click(place.x, place.y);
}

// Memory in use at rest, in bytes: of the page's script, and of the browser's processes (shared memory divided equally).
async function memory(cdp, pid) {
  await pause(1000);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const processes = family(pid).map((one) => ({ kind: kind_of(one), bytes: held_by(one) }));
  const most = (kind) => Math.max(0, ...processes.filter((one) => one.kind === kind).map((one) => one.bytes));
  return { script: usedSize, page: most('renderer'), graphics: most('gpu-process'), browser: processes.reduce((sum, one) => sum + one.bytes, 0) };
}

const read = (file) => {
  try { return readFileSync(file, 'utf8'); } catch { return ''; }  // the process has ended
};
const kind_of = (pid) => read(`/proc/${pid}/cmdline`).match(/--type=([\w-]+)/)?.[1] || 'browser';
const held_by = (pid) => 1024 * (read(`/proc/${pid}/smaps_rollup`).match(/^Pss:\s+(\d+)/m)?.[1] || 0);
