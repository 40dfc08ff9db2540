// What the first visit costs: bytes on the wire and time before the first frame, with nothing in any cache, and
// what a build costs. The figures go into the section "Start" of docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fresh_folder, open_profile, pause, renderer, root, serve } from '../tests/browser/machine.mjs';
import { machine, median, value_of, write_section } from './lib/benchmarks.mjs';

const runs = Math.max(10, +value_of('--runs', 15));
const builds = !process.argv.includes('--no-build');
const spread = (values) => `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

const build_times = builds ? measure_builds() : null;
const server = await serve();
const visits = [];
try {
  for (let run = 0; run < runs; ++run) {
    visits.push(await first_visit(server.address));
    const { first_paint, first_frame, at_rest } = visits[run];
    console.log(`visit ${run + 1}: text after ${Math.round(first_paint)} ms, first frame after ${Math.round(first_frame)} ms, at rest after ${Math.round(at_rest)} ms`);
  }
} finally {
  server.stop();
}
const section = report();
write_section('Start', section);
console.log(`\n${section}`);

// One visit of a browser with an empty profile. Times are from the start of the navigation.
async function first_visit(address) {
  const { folder, remove } = fresh_folder('bench');
  const profile = await open_profile(folder);
  try {
    const page = profile.context.pages()[0] || await profile.context.newPage();
    await page.bringToFront();
    await page.addInitScript(() => {
      const seen = window.guichet_bench = {};
      const watch = new MutationObserver(() => {
        const element = document.documentElement;
        if (!seen.first_frame && +element.getAttribute('data-frames') >= 1) {
          seen.drawn = performance.now();
          // The frame is on the screen when the browser begins the one after it.
          requestAnimationFrame(() => { seen.first_frame = performance.now(); });
        }
        if (seen.drawn && element.getAttribute('data-idle') === 'true') seen.at_rest ||= performance.now();
      });
      watch.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-frames', 'data-idle'] });
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    await pause(1000);  // the browser itself has started; the site has not been asked for
    await page.goto(address, { waitUntil: 'load' });
    let seen;
    for (let i = 0; i < 400 && !(seen?.at_rest && seen.first_frame && seen.first_paint); ++i) {
      await pause(50);
      seen = await page.evaluate(() => ({ ...window.guichet_bench,
        first_paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime || 0,
        resources: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .map((one) => ({ url: one.name, wire: one.encodedBodySize, plain: one.decodedBodySize, end: one.responseEnd })) }));
    }
    if (!seen?.first_frame) throw new Error(`no frame was drawn in 20 s: ${JSON.stringify(seen)}`);
    const before = seen.resources.filter((one) => one.end > 0 && one.end <= seen.first_frame && one.url.startsWith('http'));
    // Two requests for the same file (a preload and its use) cost it once.
    const files = new Map(before.map((one) => [new URL(one.url).pathname, one]));
    return { ...seen, files: [...files].map(([name, one]) => ({ name, wire: one.wire, plain: one.plain })), version: profile.browser.version(), renderer: await renderer(profile.context) };
  } finally {
    await profile.close();
    remove();
  }
}

// Times a whole build without the compiler cache, and one in which nothing has changed. The set-up is not part of it.
function measure_builds() {
  const build = (environment) => {
    const begin = Date.now();
    const done = spawnSync(path.join(root, 'tools/build'), [], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } });
    if (done.status !== 0) throw new Error('tools/build failed');
    return (Date.now() - begin) / 1000;
  };
  build({});  // whatever set-up is missing is fetched now
  for (const name of existsSync(path.join(root, 'build')) ? readdirSync(path.join(root, 'build')) : [])
    if (/^web($|-release$)/.test(name)) rmSync(path.join(root, 'build', name), { recursive: true });
  const clean = build({ CCACHE_DISABLE: '1' });
  return { clean, unchanged: Math.min(build({}), build({})) };
}

function report() {
  const last = visits[visits.length - 1];
  const files = last.files.sort((a, b) => b.wire - a.wire);
  const total = (of) => files.reduce((sum, file) => sum + file[of], 0);
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  const lines = [
    '## Start', '',
    'Made by `tools/bench start`: a browser with an empty profile opens the built site from `tools/serve.mjs` on the same machine.', '',
    machine(last.version, last.renderer), '',
    `| cold start, median of ${runs} (least to most) | |`, '|---|---|',
    `| first text on the screen | ${spread(visits.map((one) => one.first_paint))} |`,
    `| **first frame** | **${spread(visits.map((one) => one.first_frame))}** |`,
    `| at rest: everything read, drawn and stored | ${spread(visits.map((one) => one.at_rest))} |`, '',
    '| file before the first frame | on the wire, KB | plain, KB |', '|---|---|---|',
    ...files.map((file) => `| \`${file.name}\` | ${kb(file.wire)} | ${kb(file.plain)} |`),
    `| **all told** | **${kb(total('wire'))}** | **${kb(total('plain'))}** |`, '',
  ];
  if (build_times) lines.push('| build | seconds |', '|---|---|', `| clean, without the compiler cache | ${build_times.clean.toFixed(0)} |`,
    `| nothing changed | ${build_times.unchanged.toFixed(1)} |`, '');
  return lines.join('\n');
}
