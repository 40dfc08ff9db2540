// The infrastructure below the vocabulary: the static site on a loopback port, and Chromium in several configurations.
// Tests do not use it directly: they use customers (guichet.mjs).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const site = process.env.GUICHET_SITE || path.join(root, 'build/web/dist');
const program = process.env.GUICHET_CHROMIUM || '/usr/bin/chromium';
// The same browser without windows, menus and profiles: a new customer takes a third of the time. If it is not
// installed, and in the long runs, the full browser is used.
const long = process.env.GUICHET_LONG === '1';
const shell = '/usr/bin/chromium-headless-shell';
const bare_program = !process.env.GUICHET_CHROMIUM && !long && existsSync(shell) ? shell : program;

// Tests use software rendering, as Chromium does without a GPU, so that they are alike everywhere; benchmarks may use
// the GPU.
export const by_gpu = process.env.GUICHET_GPU === '1';
const graphics = by_gpu ? ['--enable-gpu', '--ignore-gpu-blocklist', '--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface'] :
  ['--enable-unsafe-swiftshader', '--use-angle=swiftshader-webgl'];
export const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', ...graphics, '--disable-dev-shm-usage', '--no-default-browser-check'];

// V8's baseline compiler only: optimised code would take longer to compile than a test lasts. And on a busy machine
// software rendering may exceed Chromium's GPU watchdog.
const bare_flags = [...flags, '--disable-gpu-watchdog', ...(long ? [] : ['--js-flags=--liftoff-only'])];

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Asks again until there is an answer; fails with `what` after `ms`. Polls less often as time passes, since constant
// polling keeps the page, and the one beside it, from working.
export async function until(question, { ms = 10_000, every = 25, what = 'it never came true' } = {}) {
  const begin = Date.now();
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    const waited = Date.now() - begin;
    if (waited > ms) throw new Error(typeof what === 'function' ? await what() : what);
    await pause(Math.max(every, Math.min(waited / 20, 500)));
  }
}

const started = new Set();  // our processes: no others are ever ended
const folders = new Set();  // our temporary folders that still exist
process.on('exit', () => {
  for (const child of started) end_at_once(child.pid);
  for (const folder of folders) remove(folder);
});

// The ids of a process and all its descendants.
export function family(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = +stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      children.set(parent, [...(children.get(parent) || []), +name]);
    } catch { /* it has ended */ }
  }
  const found = [];
  for (const next = [pid]; next.length;) {
    const one = next.shift();
    found.push(one);
    next.push(...(children.get(one) || []));
  }
  return found;
}

export function end_at_once(pid) {
  for (const one of family(pid)) {
    try { process.kill(one, 'SIGKILL'); } catch { /* already gone */ }
  }
}

export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  started.add(child);
  child.on('exit', () => started.delete(child));
  return child;
}

// Reads a child's output line by line until one matches; drops the rest.
export function line_of(child, pattern, what) {
  return new Promise((done, fail) => {
    let said = '';
    const late = setTimeout(() => fail(new Error(`${what} did not start in 20 s. It said: ${said}`)), 20_000);
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(pattern);
      if (found) { clearTimeout(late); done(found); }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => { clearTimeout(late); fail(new Error(`${what} ended with ${code}. It said: ${said}`)); });
  });
}

// Serves the built site as a static host would. Returns { address, stop() }.
export async function serve(folder = site) {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`There is no site in ${folder}: run tools/build first.`);
  const child = start(process.execPath, [process.env.GUICHET_SERVE || path.join(root, 'tools/serve.mjs'), folder, '--port', '0']);
  const [address] = await line_of(child, /http:\/\/[\w.[\]:]+:\d+/, 'tools/serve.mjs');
  return { address, pid: child.pid, stop: () => end_at_once(child.pid) };
}

// The browser's name of its WebGL renderer. `context`: a browser or one of its contexts.
export async function renderer(context) {
  const page = await context.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl && gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
  });
  await page.close();
  return name || 'nothing';
}

// A browser for many customers, each in a separate context. `bare`: for tests, in the short runs.
export async function open_browser({ bare = false } = {}) {
  return chromium.launch(bare ? { executablePath: bare_program, args: bare_flags } : { executablePath: program, args: flags });
}

export async function open_shared_browser() {
  return chromium.launchServer({ executablePath: program, args: flags });
}

export const join_browser = (address) => chromium.connect(address);

// A browser with a profile on disk that can be killed, as in a power failure.
// `untouched`: background tabs are hidden as usual, instead of all being made visible.
// Returns { browser, context, kill(), close() }.
export async function open_profile(folder, { headless = true, extra = [], untouched = false } = {}) {
  rmSync(path.join(folder, 'DevToolsActivePort'), { force: true });
  // A killed browser leaves its lock files; only this process uses the profile.
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(path.join(folder, lock), { force: true });
  const child = start(program, [...flags, ...(headless ? ['--headless=new', '--hide-scrollbars'] : []), '--remote-debugging-port=0',
    '--password-store=basic', '--use-mock-keychain', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding',
    '--disable-background-timer-throttling', '--disable-hang-monitor', `--user-data-dir=${folder}`, ...extra, 'about:blank']);
  const [, address] = await line_of(child, /DevTools listening on (ws:\/\/\S+)/, 'Chromium');
  const browser = await chromium.connectOverCDP(address, { noDefaults: untouched });
  const gone = new Promise((done) => child.on('exit', done));
  return {
    browser,
    context: browser.contexts()[0],
    pid: child.pid,
    async kill() {
      end_at_once(child.pid);
      await gone;
      await browser.close().catch(() => {});
    },
    async close() {
      const cdp = await browser.newBrowserCDPSession();
      await cdp.send('Browser.close').catch(() => {});
      await Promise.race([gone, pause(5000)]);
      end_at_once(child.pid);
      await browser.close().catch(() => {});
    },
  };
}

export function fresh_folder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `guichet-${name}-`));
  folders.add(folder);
  return { folder, remove: () => remove(folder) };
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  folders.delete(folder);
}
