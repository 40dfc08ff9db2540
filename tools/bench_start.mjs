// Measures opening the site: bytes on the wire, time to text and frames on networks of several speeds, a press on the first
// frame, later visits, memory, compared with a page with AG Grid and a bare page; and the time of a build. Writes the section
// "Start" of docs/benchmarks.md; bench_start_report.mjs formats it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { fresh_folder, open_profile, pause, renderer, root, serve, site } from '../tests/browser/machine.mjs';
import { measure_builds } from './bench_start_builds.mjs';
import { bare_page, grid_pages, grid_version, rows_of } from './bench_start_peers.mjs';
import { networks, report } from './bench_start_report.mjs';
import { visit, with_profile } from './bench_start_visit.mjs';
import { machine, value_of, write_section } from './lib/benchmarks.mjs';

const runs = Number(value_of('--runs', 15));
const asked = value_of('--networks', Object.keys(networks).join(',')).split(',');
if (!Number.isInteger(runs) || runs < 5 || !asked.every((name) => name in networks)) {
  console.error(`usage: tools/bench start [--runs N] [--networks ${Object.keys(networks).join(',')}] [--no-build] [--no-peers], N from 5`);
  process.exit(2);
}
const with_peers = !process.argv.includes('--no-peers');

// Exiting closes the browser and the servers too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const begin = Date.now();
const say = (words) => console.log(`[${String(Math.round((Date.now() - begin) / 1000)).padStart(4)} s] ${words}`);
const builds = process.argv.includes('--no-build') ? null : (say('builds'), measure_builds());
const [load] = loadavg();

const { folder, remove } = fresh_folder('bench-pages');
const ours = await serve();
const servers = [ours];
const results = Object.fromEntries(asked.map((name) => [name, {}]));
const pressed = [], again = [];
let look;
try {
  say('a first look');
  look = await first_look();
  const places = { ours: ours.address, ...await peers() };
  for (let run = 1; run <= runs; ++run) {
    for (const name of asked) {
      for (const kind of Object.keys(places)) {
        const one = kind === 'ours' && name === 'none' ? await three_visits() :
          await tried(() => with_profile((profile) => visit(profile, places[kind], { network: networks[name], wanted: wanted(kind), weigh: name === 'none' && kind !== 'bare' })));
        (results[name][kind] ||= []).push(one);
        tell(run, name, kind, one);
      }
      if (name !== 'fast-4g') continue;
      const one = await tried(() => with_profile((profile) => visit(profile, ours.address, { network: networks[name], wanted: wanted('ours'), press: true })));
      pressed.push(one);
      say(`run ${run} of ${runs}, ${name}: a press ${Math.round(one.pressed - one.first_frame)} ms after the first frame answered after ${Math.round(one.answered - one.pressed)} ms`);
    }
  }
} finally {
  for (const server of servers) server.stop();
  remove();
}

// All measurements, for more detail than the document has.
const measured = { runs, results, pressed, again, builds, second_part: look.second_part, rows: look.listed?.rows.length };
mkdirSync(path.join(root, 'build'), { recursive: true });
writeFileSync(path.join(root, 'build/bench_start.json'), JSON.stringify(measured));
const section = report({ ...measured, machine: machine(look.version, look.drawn_by), load, grid: with_peers ? grid_version() : null });
write_section('Start', section);
console.log(`\n${section}`);
say('written into docs/benchmarks.md');

// Whether the site has a second part, and the rows of its list.
async function first_look() {
  const { folder: profile_folder, remove: forget } = fresh_folder('bench');
  const profile = await open_profile(profile_folder, { extra: ['--accept-lang=fr-FR'] });
  try {
    const page = profile.context.pages()[0] || await profile.context.newPage();
    const listed = await rows_of(page, ours.address);
    let second_part = false;
    for (let tries = 0; tries < 50 && !second_part; ++tries) {
      second_part = await page.evaluate(() => document.documentElement.getAttribute('data-whole') === 'true');
      await pause(100);
    }
    say(`${listed.rows.length} rows of ${listed.titles.length} columns; the program is ${second_part ? 'in two parts' : 'in one part'}`);
    return { listed, second_part, version: profile.browser.version(), drawn_by: await renderer(profile.context) };
  } finally {
    await profile.close();
    forget();
  }
}

async function peers() {
  say('the pages beside it');
  const pages = { bare: bare_page(folder, site) };
  if (with_peers) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: path.join(root, 'tools/bench_peers'), stdio: ['ignore', 'ignore', 'inherit'] });
    Object.assign(pages, await grid_pages(folder, look.listed));
  }
  const places = {};
  for (const [kind, place] of Object.entries(pages)) {
    servers.push(await serve(place));
    places[kind] = servers.at(-1).address;
  }
  return places;
}

function wanted(kind) {
  if (kind === 'bare') return ['first_text'];
  if (kind !== 'ours') return ['first_text', 'first_frame'];
  return ['first_text', 'first_frame', 'at_rest', ...look.second_part ? ['second_part'] : []];
}

// The first visit, one after the browser was restarted, and one without the server, all with one profile.
function three_visits() {
  return tried(() => with_profile(async (profile) => {
    const own = await serve();
    let served = true;
    const stop = () => { if (served) own.stop(); served = false; };
    try {
      const cold = await visit(profile, own.address, { wanted: wanted('ours'), weigh: true, keep: true });
      const warm = await visit(profile, own.address, { wanted: wanted('ours'), first: false });
      stop();
      const offline = await visit(profile, own.address, { wanted: wanted('ours'), first: false });
      if (!warm.offline_ready || !offline.offline_ready) throw new Error('the service worker did not serve the visits after the first');
      again.push({ cold, warm, offline });
      return cold;
    } finally {
      stop();
    }
  }));
}

// Retries: about one browser start in hundreds fails, and a machine may stall for a minute.
async function tried(work, more = 2) {
  try {
    return await work();
  } catch (error) {
    if (!more) throw error;
    say(`once more, because ${error.message.split('\n')[0]}`);
    return tried(work, more - 1);
  }
}

function tell(run, network, kind, one) {
  const ms = (name) => one[name] > 0 && `${name.replace('_', ' ')} ${Math.round(one[name])}`;
  say(`run ${run} of ${runs}, ${network}, ${kind}: ${['first_text', 'first_frame', 'at_rest', 'second_part'].map(ms).filter(Boolean).join(', ')} ms`);
}
