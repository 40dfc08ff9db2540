// The machinery under the vocabulary: the static site on a loopback port, and Chromium in its shapes.
// Not for tests to use directly: they speak of a customer (guichet.mjs).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const site = process.env.GUICHET_SITE || path.join(root, 'build/web/dist');
const program = process.env.GUICHET_CHROMIUM || '/usr/bin/chromium';
// The same browser without windows, menus and profiles of its own: a new customer costs it a third. Where it is missing,
// and in the long form, the whole browser takes its place.
const long = process.env.GUICHET_LONG === '1';
const shell = '/usr/bin/chromium-headless-shell';
const bare_program = !process.env.GUICHET_CHROMIUM && !long && existsSync(shell) ? shell : program;

// Tests draw by software, as Chromium does where there is no GPU, alike everywhere; a benchmark may be asked to draw by the machine's GPU.
export const by_gpu = process.env.GUICHET_GPU === '1';
const graphics = by_gpu ? ['--enable-gpu', '--ignore-gpu-blocklist', '--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface'] :
  ['--enable-unsafe-swiftshader', '--use-angle=swiftshader-webgl'];
export const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', ...graphics, '--disable-dev-shm-usage', '--no-default-browser-check'];

// The program compiled by V8's first compiler alone: what the second one makes of it lives longer than a test. And on a
// machine that is busy otherwise, drawing by software may take longer than Chromium's watchdog waits before it ends it.
const bare_flags = [...flags, '--disable-gpu-watchdog', ...(long ? [] : ['--js-flags=--liftoff-only'])];

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Asks again until there is an answer, and says what was missing when there never is. The longer it takes, the less often:
// a page that is asked all the time, and the one beside it, get nothing else done.
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

const started = new Set();  // processes of ours: nothing else is ever ended
const folders = new Set();  // of ours that are still there
process.on('exit', () => {
  for (const child of started) end_at_once(child.pid);
  for (const folder of folders) remove(folder);
});

// A process and all that it started, by number.
export function family(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = +stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      children.set(parent, [...(children.get(parent) || []), +name]);
    } catch { /* it ended meanwhile */ }
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

function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  started.add(child);
  child.on('exit', () => started.delete(child));
  return child;
}

// What a child says, line by line, until a line matches; the rest is thrown away.
function line_of(child, pattern, what) {
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

// The built site, served as a static host would. { address, stop() }
export async function serve(folder = site) {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`There is no site in ${folder}: run tools/build first.`);
  const child = start(process.execPath, [process.env.GUICHET_SERVE || path.join(root, 'tools/serve.mjs'), folder, '--port', '0']);
  const [address] = await line_of(child, /http:\/\/[\w.[\]:]+:\d+/, 'tools/serve.mjs');
  return { address, pid: child.pid, stop: () => end_at_once(child.pid) };
}

// What WebGL draws with, in the browser's own words. `context`: a browser or one of its contexts.
export async function renderer(context) {
  const page = await context.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl && gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
  });
  await page.close();
  return name || 'nothing';
}

// A browser for many customers, each in a context of its own. `bare`: for tests, in their short form.
export async function open_browser({ bare = false } = {}) {
  return chromium.launch(bare ? { executablePath: bare_program, args: bare_flags } : { executablePath: program, args: flags });
}

export async function open_shared_browser() {
  return chromium.launchServer({ executablePath: program, args: flags });
}

export const join_browser = (address) => chromium.connect(address);

// A browser with a profile on disk, that can be killed like a machine that loses its power.
// `untouched`: its tabs are hidden behind each other as a customer's are, and not all made to believe that they are seen.
// { browser, context, kill(), close() }
export async function open_profile(folder, { headless = true, extra = [], untouched = false } = {}) {
  rmSync(path.join(folder, 'DevToolsActivePort'), { force: true });
  // A killed browser leaves its lock behind; nobody else has this profile.
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
