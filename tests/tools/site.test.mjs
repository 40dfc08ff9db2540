// The site as packed and served: every file is there, named by the hash of its content, compressed, and with the
// required headers.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder, dist, server, address;

function pack() {
  return spawnSync(process.execPath, [path.join(root, 'tools/package_site.mjs'), path.join(folder, 'build'), dist], { encoding: 'utf8' });
}
function ask(target, { method = 'GET', headers = {}, host = '127.0.0.1' } = {}) {
  return new Promise((done, fail) => {
    const request = http.request({ host, port: new URL(address).port, path: target, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', fail).end();
  });
}
const file = (stem) => readdirSync(dist).find((name) => new RegExp(`^${stem}\\.[0-9a-f]{12}\\.\\w+$`).test(name));

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-site-'));
  dist = path.join(folder, 'dist');
  mkdirSync(path.join(folder, 'build/generated/fonts'), { recursive: true });
  const program = { 'guichet.mjs': 'export default () => {};\n'.repeat(50), 'guichet.first.wasm': 'first'.repeat(1000), 'guichet.rest.wasm': 'rest'.repeat(1000), 'generated/public_suffixes.txt': 'fr,com' };
  for (const font of ['inter-regular.otf', 'inter-semibold.otf', 'icons.ttf']) program[`generated/fonts/${font}`] = font.repeat(100);
  for (const [name, text] of Object.entries(program)) writeFileSync(path.join(folder, 'build', name), text);
  const packed = pack();
  assert.equal(packed.status, 0, packed.stderr);
  writeFileSync(path.join(folder, 'secret.txt'), 'not for you');

  server = spawn(process.execPath, [path.join(root, 'tools/serve.mjs'), dist, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  address = await new Promise((done) => server.stdout.once('data', (line) => done(/http:\S+/.exec(line)[0])));
});
after(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('every file but the page and the service worker carries the hash of what is in it', () => {
  for (const name of readdirSync(dist).filter((name) => !/\.(br|gz)$/.test(name))) {
    if (['index.html', 'service-worker.js'].includes(name)) continue;
    const hash = createHash('sha256').update(readFileSync(path.join(dist, name))).digest('hex').slice(0, 12);
    assert.ok(name.includes(`.${hash}.`), name);
  }
});

test('no placeholder is left, and whatever the page names exists', () => {
  const names = readdirSync(dist);
  for (const name of names.filter((name) => /\.(html|js|css|webmanifest)$/.test(name)))
    assert.doesNotMatch(readFileSync(path.join(dist, name), 'utf8'), /\{\{(asset|assets)/, name);
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:href|src)="([^"#:]+)"/g)].map((match) => match[1]);
  assert.ok(named.length >= 8);
  for (const name of named) assert.ok(names.includes(name), name);
});

test('what is compressed beside a file is that file', () => {
  let seen = 0;
  for (const name of readdirSync(dist)) {
    const open = { '.br': brotliDecompressSync, '.gz': gunzipSync }[path.extname(name)];
    if (!open) continue;
    seen += 1;
    assert.deepEqual(open(readFileSync(path.join(dist, name))), readFileSync(path.join(dist, name.slice(0, -3))), name);
  }
  assert.ok(seen >= 10);
});

test('packing the same build again gives the same bytes', () => {
  const all = () => readdirSync(dist).map((name) => [name, createHash('sha256').update(readFileSync(path.join(dist, name))).digest('hex')]);
  const first = all();
  assert.equal(pack().status, 0);
  assert.deepEqual(all(), first);
});

test('the licences of all that is shipped are shipped with it', () => {
  const text = readFileSync(path.join(dist, file('licences')), 'utf8');
  for (const name of ['Guichet', 'Dear ImGui', 'SDL', 'JSON for Modern C++', 'Inter', 'Lucide', 'The Public Suffix List', 'Emscripten'])
    assert.ok(text.includes(`=\n${name}`), name);
});

test('a build that is not complete is not packed, and the site from before stays', () => {
  const wasm = path.join(folder, 'build/guichet.rest.wasm');
  const kept = readFileSync(wasm);
  rmSync(wasm);
  const packed = pack();
  writeFileSync(wasm, kept);
  assert.notEqual(packed.status, 0);
  assert.match(packed.stderr, /guichet\.rest\.wasm is missing/);
  assert.ok(file('guichet\\.rest'));
});

test('a browser that takes brotli gets brotli, one that takes nothing gets the file', async () => {
  const target = `/${file('boot')}`;
  const plain = await ask(target);
  const packed = await ask(target, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.headers.vary, 'Accept-Encoding');
  assert.deepEqual(brotliDecompressSync(packed.body), plain.body);
});

test('files with a hash are kept for ever, the page is asked for each time', async () => {
  assert.match((await ask(`/${file('boot')}`)).headers['cache-control'], /immutable/);
  const page = await ask('/');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.match(page.headers['content-type'], /^text\/html/);
  assert.equal((await ask('/', { headers: { 'if-none-match': page.headers.etag } })).status, 304);
  assert.equal((await ask('/service-worker.js')).headers['cache-control'], 'no-cache');
});

test('WebAssembly is served with its type, so that it compiles while it loads', async () => {
  const name = readdirSync(dist).find((name) => name.endsWith('.wasm'));
  assert.equal((await ask(`/${name}`)).headers['content-type'], 'application/wasm');
});

test('no other site may frame the page, and nothing guesses a type', async () => {
  const { headers } = await ask('/');
  assert.match(headers['content-security-policy'], /frame-ancestors 'none'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('nothing outside the site is served, and nothing is written to it', async () => {
  for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/missing', '/%'])
    assert.equal((await ask(target)).status, 404, target);
  assert.equal((await ask('/', { method: 'POST' })).status, 405);
});

test('a port that is taken is said, with what to do', () => {
  const second = spawnSync(process.execPath, [path.join(root, 'tools/serve.mjs'), dist, '--port', new URL(address).port], { encoding: 'utf8', timeout: 10000 });
  assert.equal(second.status, 1);
  assert.match(second.stderr, /taken by another program.*--port/);
});
