// Measures searching, sorting, scrolling and storing a customer's services, natively and in Chromium, and the same rows in
// plain JavaScript, AG Grid, Dexie and IndexedDB alone. Writes the section "Table" of docs/benchmarks.md, or a separate one
// with GUICHET_GPU=1; bench_table_report.mjs formats it.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { loadavg } from 'node:os';
import path from 'node:path';
import { by_gpu, open_browser, renderer, root } from '../tests/browser/machine.mjs';
import { measure_app } from './bench_table_app.mjs';
import { report } from './bench_table_report.mjs';
import { machine, value_of, write_section } from './lib/benchmarks.mjs';

const sizes = value_of('--services', '1000,100000,1000000').split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= 1_000_000)) {
  console.error('usage: tools/bench table [--services N,N…] [--no-build] [--no-peers], N from 1 to 1000000');
  process.exit(2);
}
const with_peers = !process.argv.includes('--no-peers');
const native = path.join(root, 'build/native-release/bench_table');
const peers = path.join(root, 'tools/bench_peers');
const PATIENCE_MS = 150_000;  // for one measurement of one peer
const TYPING_MS = 8_000;      // for a peer's scripts; then no new run begins
const most_records = 100_000; // above this, one record per row takes minutes

const begin = Date.now();
const [load] = loadavg();
const say = (words) => console.log(`[${String(Math.round((Date.now() - begin) / 1000)).padStart(3)} s] ${words}`);

if (!process.argv.includes('--no-build')) build();
if (with_peers) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 'ignore', 'inherit'] });

const server = await serve_rows();
const browser = await open_browser();
const measured = [];
let app, drawn_by;
try {
  drawn_by = await renderer(browser);
  for (const services of sizes) measured.push(await measure(services));
  app = await measure_app([50, ...sizes.filter((size) => size > 50)], server.address, say);
} finally {
  await browser.close();
  server.stop();
}
// All measurements, for more detail than the document has.
writeFileSync(path.join(root, 'build/bench_table.json'), JSON.stringify({ measured, app }));
const title = by_gpu ? 'Table, drawn by a GPU' : 'Table';
const section = report({ title, measured, app, machine: machine(browser.version(), drawn_by), load, versions: with_peers ? versions() : null });
write_section(title, section);
console.log(`\n${section}`);
say('written into docs/benchmarks.md');

function build() {
  const words = 'set -euo pipefail; source tools/lib/common.sh; tools/build; source tools/lib/cmake.sh; build_preset native-release bench_table; build_preset web-release bench_table';
  if (spawnSync('bash', ['-c', words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) throw new Error('the build failed');
}

function versions() {
  const { packages } = JSON.parse(readFileSync(path.join(peers, 'package-lock.json'), 'utf8'));
  return Object.fromEntries(['ag-grid-community', 'dexie'].map((name) => [name, packages[`node_modules/${name}`].version]));
}

async function measure(services) {
  say(`${services} services: natively`);
  const here = execFileSync(native, ['--services', String(services)], { maxBuffer: 2 ** 26, timeout: 2 * PATIENCE_MS }).toString().trim().split('\n').map((line) => JSON.parse(line));
  say(`${services} services: in Chromium`);
  const there = await in_page((page) => page.evaluate(async (count) => (await import('/page.mjs')).ours(count), services), 2 * PATIENCE_MS);
  same_rows('Chromium', there, here);
  const result = { services, native: here, wasm: there, peers: {} };
  if (!with_peers) return result;

  const scripts = scripts_of(there);
  // Where each key takes seconds, the first three keys are enough.
  const begun = scripts.map((one) => ({ ...one, keys: one.keys.slice(0, 3) }));
  const asked = {
    plain: ['page', 'plain', [scripts, TYPING_MS]],
    grid: ['page', 'grid', [services > most_records ? begun : scripts, TYPING_MS]],
    dexie: services <= most_records && ['stored', 'dexie', [services > 10_000 ? begun.slice(0, 1) : scripts, TYPING_MS]],
    records: services <= most_records && ['stored', 'records', [services > 10_000 ? 1 : 3]],
    json: ['stored', 'json_pages', [3]],
    binary: ['stored', 'binary_pages', [services, 5]],
    edit: ['stored', 'one_edit', [services, 50]],
  };
  for (const [name, what] of Object.entries(asked)) {
    if (!what) continue;
    say(`${services} services: ${name}`);
    const [module, run, args] = what;
    try {
      result.peers[name] = await in_page((page) => page.evaluate(async ({ module, run, args, rows }) => {
        if (rows) await (await import('/page.mjs')).load_rows(rows);
        return (await import(`/${module}.mjs`))[run](...args);
      }, { module, run, args, rows: ['binary', 'edit'].includes(name) ? 0 : services }));
    } catch (error) {
      result.peers[name] = { failed: String(error.message).split('\n')[0] };
      say(`${name} failed: ${result.peers[name].failed}`);
    }
    // Dexie orders rows with equal expiry by id.
    if (result.peers[name].keys) same_rows(name, result.peers[name].keys, there, name !== 'dexie');
  }
  return result;
}

// Runs `work` in a page of its own, which is closed in any case.
async function in_page(work, patience_ms = PATIENCE_MS) {
  const page = await browser.newPage();
  let timer;
  try {
    await page.goto(server.address);
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`not done after ${patience_ms / 1000} s`)), patience_ms); });
    const crash = new Promise((_, fail) => page.on('crash', () => fail(new Error('the page ran out of memory'))));
    return await Promise.race([work(page), late, crash]);
  } finally {
    clearTimeout(timer);
    // A page that is still busy does not close when asked.
    await Promise.race([page.close(), new Promise((done) => setTimeout(done, 5000))]).catch(() => {});
  }
}

function scripts_of(lines) {
  const scripts = new Map();
  for (const { name, script, typed, before } of lines) {
    if (name !== 'typing') continue;
    if (!scripts.has(script)) scripts.set(script, { script, before, keys: [] });
    scripts.get(script).keys.push(typed);
  }
  return [...scripts.values()];
}

// Results for different rows are not comparable: the benchmark fails if two disagree about the rows found.
function same_rows(who, theirs, ours, screens = true) {
  const key = ({ name = 'typing', script = '', typed = '' }) => `${name}|${script}|${typed}`;
  const known = new Map(ours.map((line) => [key(line), line]));
  let compared = 0;
  for (const line of theirs) {
    const other = known.get(key(line));
    if (!other) throw new Error(`${who} measured ${key(line)}, which nobody else did`);
    if (line.found !== other.found) throw new Error(`${who} finds ${line.found} rows of ${key(line)}, not ${other.found}`);
    if (screens && line.screen !== other.screen) throw new Error(`${who} shows other rows of ${key(line)}`);
    ++compared;
  }
  if (!compared) throw new Error(`${who} measured nothing that could be compared`);
}

// Serves the measuring page and its rows on a loopback port. Cross-origin isolated, for a clock with 5 µs resolution.
async function serve_rows() {
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
  const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };
  const folders = { ours: path.join(root, 'build/web-release'), peers: path.join(peers, 'node_modules') };
  const http_server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') return response.writeHead(200, { ...headers, 'Content-Type': 'text/html' }).end('<!doctype html><title>bench</title>');
    const [, first, ...rest] = pathname.split('/');
    if (first === 'rows' || first === 'stored') {
      response.writeHead(200, { ...headers, 'Content-Type': 'application/octet-stream' });
      spawn(native, ['--services', String(+rest[0]), '--export', first], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.pipe(response);
      return;
    }
    const file = folders[first] ? path.join(folders[first], ...rest) : path.join(peers, path.basename(pathname));
    if (!existsSync(file) || !types[path.extname(file)]) return response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, 'Content-Type': types[path.extname(file)] });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => http_server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${http_server.address().port}`, stop: () => { http_server.closeAllConnections(); http_server.close(); } };
}
