// A test stand for the JavaScript of web/: a real browser with the library files, in which the test stands in for C++.
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { open_browser } from '../browser/machine.mjs';
import { source } from './library.mjs';
import { screen } from './screen.mjs';

const files = ['answer.js', 'frames.js', 'mirror_reader.js', 'mirror_elements.js', 'text_input.js', 'mirror_focus.js', 'mirror_keys.js',
  'mirror_pointer.js', 'back.js', 'mirror.js', 'page.js', 'paper.js', 'files.js', 'storage.js', 'storage_pages.js', 'storage_recovery.js'];

// Stands in for C++: memory that only grows, and functions that record their calls.
const stand = `
globalThis.addToLibrary = (library) => {
  for (const [name, value] of Object.entries(library))
    if (!name.endsWith('__deps')) globalThis[name.startsWith('$') ? name.slice(1) : name] = value;
};
globalThis.HEAPU8 = new Uint8Array(1 << 24);
globalThis.Module = { assets: {} };
let top_ = 8;
globalThis._malloc = (size) => { const at = top_; top_ = (top_ + size + 7) & ~7; return at; };
globalThis.put = (data) => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : Uint8Array.from(data);
  const at = _malloc(bytes.length || 1);
  HEAPU8.set(bytes, at);
  return [at, bytes.length];
};
globalThis.text_at = (at, length) => new TextDecoder().decode(HEAPU8.slice(at, at + length));
globalThis.heard = [];
const kinds = ['press', 'focus', 'blur', 'value', 'commit', 'key', 'show'];
globalThis._app_mirror_event = (kind, id, owner, at, length, caret, selection, bits) => heard.push({
  kind: kinds[kind], id, owner, text: text_at(at, length), caret, selection,
  shift: !!(bits & 1), control: !!(bits & 2), composing: !!(bits & 8), ring: !!(bits & 16) });
globalThis.answers = [];
globalThis.entries = {};
globalThis._app_entry = (request, key, key_length, length) => {
  const at = _malloc(length);
  (entries[request] ||= []).push([text_at(key, key_length), at, length]);
  return at;
};
globalThis.entries_of = (request) => (entries[request] || []).map(([key, at, length]) => [key, Array.from(HEAPU8.slice(at, at + length))]);
globalThis._app_answer = (request, ok, at, length) => answers.push({ request, ok: !!ok, why: text_at(at, length), entries: entries_of(request) });
globalThis.parts = [];
globalThis._app_part = (request) => parts.push({ request, entries: (entries[request] || []).length });
// Storage messages: 1 gets what another page has written, 2 and 3 are only recorded.
globalThis.storage_heard = [];
globalThis._app_storage_heard = (store, what) => {
  const request = 1e6 + storage_heard.length;
  storage_heard.push(what === 1 ? { request } : ['', '', 'leading', 'missed'][what]);
  return request;
};
globalThis._app_event = (kind, at, length, number) => heard.push({ page: kind, text: text_at(at, length), number });
globalThis.drawn = 0;
globalThis._app_frame = () => { ++drawn; };
globalThis.inputs = 0;
globalThis._app_input = () => { ++inputs; };
globalThis.sizes = [];
globalThis._app_resize = (...size) => sizes.push(size);
globalThis.wheels = [];
globalThis._app_wheel = (x, y) => wheels.push([x, y]);
globalThis.touches = [];
globalThis._app_touch = (phase, finger, x, y) => touches.push([phase, x, y]);
globalThis.held = [];
globalThis._app_held = (...keys) => held.push(keys);
globalThis._app_context = () => {};
globalThis._app_timer = (timer) => heard.push({ timer });
${source(...files)}
globalThis.begin = () => {
  document.documentElement.setAttribute('data-started', '');
  js_start_page(); js_start_files(); js_start_frames(); js_start_mirror();
  guichet.rest(32, false);
};
globalThis.show = (bytes) => js_mirror(...put(bytes));
`;
const html = `<!doctype html><html lang="fr" data-idle="false"><head><meta charset="utf-8"><title>stand</title>
<meta name="viewport" content="width=device-width"><meta name="theme-color" content="#fff"><link rel="stylesheet" href="style.css"></head>
<body><canvas id="canvas" aria-hidden="true"></canvas><div id="mirror"></div><div id="reasons" hidden></div><script src="stand.js"></script></body></html>`;

let server, browser;

// Call once at the top of a test file.
export function with_browser() {
  before(async () => {
    const style = readFileSync(new URL('../../shell/style.css', import.meta.url), 'utf8');
    const parts = { '/': ['text/html', html], '/stand.js': ['text/javascript', stand], '/style.css': ['text/css', style] };
    server = http.createServer((request, response) => {
      const part = parts[request.url.split('?')[0]];
      response.writeHead(part ? 200 : 404, { 'content-type': `${part ? part[0] : 'text/plain'}; charset=utf-8` });
      response.end(part ? part[1] : '');
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    browser = await open_browser({ bare: true });
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
}

// A new page; `prepare` runs in it before our files.
export async function open(test, { prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  test.after(() => context.close());
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error));
  test.after(() => { if (faults.length) throw faults[0]; });
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(() => begin());
  return Object.assign(page, {
    // Sends the screen as C++ would, and waits until the page shows it.
    show: async (...nodes) => {
      await page.evaluate((bytes) => show(bytes), [...screen(...nodes)]);
      await page.waitForFunction(() => !mirror.waiting && !(guichet.restless & 64));
    },
    // The events for C++ since the last call.
    heard: () => page.evaluate(() => heard.splice(0)),
    focused: () => page.evaluate(() => +(document.activeElement?.id || '').slice(1) || 0),
  });
}
