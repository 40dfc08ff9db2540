// Formats the section "Start": the measurements beside the requirements.
import { busy, median } from './lib/benchmarks.mjs';

// Bits per second.
export const networks = {
  none: null,
  'fast-4g': { latency_ms: 165, down: 9_000_000, up: 1_500_000 },
  'slow-4g': { latency_ms: 400, down: 1_600_000, up: 750_000 },
};
const called = { none: 'not throttled', 'fast-4g': 'fast 4G', 'slow-4g': 'slow 4G' };
const kinds = { ours: '**Guichet**', whole: 'AG Grid, the whole library', modules: 'AG Grid, bundled with what it uses', bare: 'a bare page' };
const budget_kb = 260;
const for_worker = ' (service worker)';

const spread = (values) => `${Math.round(median(values))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;
const kb = (bytes) => (bytes / 1024).toFixed(1);
const mb = (bytes) => (bytes / 2 ** 20).toFixed(1);
const all = (visits, name) => visits.map((one) => one[name]);
const after_frame = (visits) => visits.map((one) => one.second_part - one.first_frame);
const judged = (good) => good ? 'met' : '**missed**';

export function report({ runs, results, pressed, again, builds, second_part, rows, machine, load, grid }) {
  const asked = Object.keys(results);
  const by = (network, kind) => results[network]?.[kind];
  const visits_of = (kind) => asked.flatMap((network) => by(network, kind) || []);
  const files = files_of(visits_of('ours'));
  const lines = ['## Start', '',
    'Made by `tools/bench start`: a browser that has only just started opens a page from `tools/serve.mjs` on the same machine, with a profile that was never used. ' +
    `The pages take turns, ${runs} times; a figure is the median, with the least and the most. ${networks_in_words(asked)}`, '',
    machine + busy(load) + (grid ? ` AG Grid Community ${grid}.` : ''), '',
    pages_in_words(rows, grid), ''];

  lines.push(...bytes(files, visits_of('whole'), visits_of('modules')));
  for (const network of asked) lines.push(...times(network, results[network], second_part));
  if (pressed.length) lines.push(...presses(pressed, second_part));
  if (again.length) lines.push(...later_visits(again));
  lines.push(...weights(results.none));
  lines.push(...goals({ by, again, files, second_part }));
  if (builds) lines.push('| build | seconds |', '|---|---|', `| clean, without the compiler cache | ${builds.clean.toFixed(0)} |`,
    `| nothing changed | ${builds.unchanged.toFixed(1)} |`, '');
  return lines.join('\n');
}

function networks_in_words(asked) {
  const slow = asked.filter((name) => networks[name]).map((name) => {
    const { latency_ms, down, up } = networks[name];
    return `${called[name]} is ${latency_ms} ms, ${down / 1e6} Mbit/s down and ${up / 1e6} up`;
  });
  if (!slow.length) return '';
  return `Networks are throttled by the browser (\`Network.emulateNetworkConditions\`, for the page and for its service worker): ${slow.join('; ')}. The latency is added to each request, ` +
    'the rate is shared alike by all that a page asks for, whatever its priority, and making a connection costs nothing.';
}

function pages_in_words(rows, grid) {
  const bare = 'The bare page is plain text without script and style, as large as Guichet’s page with the style that it waits for.';
  if (!grid) return bare;
  return `${bare} AG Grid shows the ${rows} services of the demo’s list with its columns, a search field, sorting, filters and selection; its rows come with the script, and it has no other page. ` +
    'Once with `ag-grid-community.min.js`, which is the whole library; once bundled and minified by esbuild with the modules that the page, and what Guichet’s list does, need. ' +
    'A first frame is the browser’s next one after Guichet’s first, or after AG Grid’s `firstDataRendered`.';
}

// The files requested before and after the first frame, of the visit with the most bytes before it. `name` marks those
// requested by the service worker.
export function files_of(visits) {
  const of = (one) => {
    const before = new Map(), after = new Map();
    for (const [files, by] of [[one.resources, ''], [one.by_workers || [], for_worker]]) for (const file of files) {
      if (!file.url.startsWith('http')) continue;
      const name = new URL(file.url).pathname + by;
      // Counts two requests for one file (a preload and its use) once.
      if (before.has(name) || after.has(name)) continue;
      (file.begin < one.first_frame ? before : after).set(name, { name, wire: file.wire, plain: file.plain, there: file.end - one.first_frame });
    }
    const sorted = (files) => [...files.values()].sort((a, b) => b.wire - a.wire);
    return { before: sorted(before), after: sorted(after), wire: sum([...before.values()], 'wire') };
  };
  return visits.map(of).reduce((most, one) => (one.wire > most.wire ? one : most));
}
const sum = (files, name) => files.reduce((total, file) => total + (file[name] || 0), 0);

const called_file = ({ name }) => name.replace(/^\S+/, (place) => `\`${place}\``);

function bytes(files, whole, modules) {
  const lines = ['| asked for before the first frame, where that was most | on the wire, KB | plain, KB |', '|---|---|---|',
    ...files.before.map((file) => `| ${called_file(file)} | ${kb(file.wire)} | ${file.plain ? kb(file.plain) : ''} |`),
    `| **all told**, at most ${budget_kb}: ${judged(files.wire <= budget_kb * 1024)} | **${kb(files.wire)}** | **${kb(sum(files.before, 'plain'))}** |`];
  const own = files.before.filter((file) => !file.name.endsWith(for_worker));
  if (own.length < files.before.length) lines.push(`| of it by the page itself | ${kb(sum(own, 'wire'))} | ${kb(sum(own, 'plain'))} |`);
  for (const [kind, visits] of [['whole', whole], ['modules', modules]]) {
    if (!visits.length) continue;
    const theirs = files_of(visits);
    lines.push(`| ${kinds[kind]}, all told | ${kb(theirs.wire)} | ${kb(sum(theirs.before, 'plain'))} |`);
  }
  lines.push('', '| asked for after it | on the wire, KB | plain, KB | there, ms after the first frame |', '|---|---|---|---|');
  if (!files.after.length) lines.push('| – | | | |');
  lines.push(...files.after.map((file) => `| ${called_file(file)} | ${kb(file.wire)} | ${file.plain ? kb(file.plain) : ''} | ${Math.round(file.there)} |`), '');
  return lines;
}

function times(network, visits, second_part) {
  const cell = (kind, name) => (visits[kind][0][name] > 0 ? spread(all(visits[kind], name)) : '');
  return [`| ${called[network]} | first text | first frame | at rest: all read, drawn and stored | second part, after the first frame |`, '|---|---|---|---|---|',
    ...Object.keys(kinds).filter((kind) => visits[kind]).map((kind) =>
      `| ${kinds[kind]} | ${cell(kind, 'first_text')} | ${cell(kind, 'first_frame')} | ${cell(kind, 'at_rest')} | ${kind !== 'ours' ? '' : second_part ? spread(after_frame(visits.ours)) : '–'} |`), ''];
}

function presses(visits, second_part) {
  const from = (name, start) => spread(visits.map((one) => one[name] - one[start]));
  const before = visits.filter((one) => one.pressed < one.second_part).length;
  return ['| fast 4G: « Gérer mes services » is pressed with the mouse as soon as there is a frame | |', '|---|---|',
    `| pressed, after the first frame | ${from('pressed', 'first_frame')} |`,
    `| its page is there, after the press | ${from('answered', 'pressed')} |`,
    `| its rows are there, after the press | ${from('rows', 'pressed')} |`,
    ...second_part ? [`| pressed before the second part was there | ${before} of ${visits.length} |`,
      `| its rows are there, after the second part | ${from('rows', 'second_part')} |`] : [], ''];
}

function later_visits(again) {
  const row = (words, kind) => {
    const visits = again.map((one) => one[kind]);
    return `| ${words} | ${spread(all(visits, 'first_text'))} | ${spread(all(visits, 'first_frame'))} | ${spread(all(visits, 'at_rest'))} |`;
  };
  return ['| not throttled, each time in a browser that has only just started | first text | first frame | at rest |', '|---|---|---|---|',
    row('cold: the first visit', 'cold'), row('warm: the second', 'warm'), row('offline: the third, without the server', 'offline'), ''];
}

function weights(visits) {
  const of = Object.keys(kinds).filter((kind) => visits?.[kind]?.[0].memory);
  if (!of.length) return [];
  const cell = (kind, name) => mb(median(visits[kind].map((one) => one.memory[name])));
  return ['| memory at rest, median, MiB | script | WebAssembly | the page’s process | the one that draws | the whole browser |', '|---|---|---|---|---|---|',
    ...of.map((kind) => `| ${kinds[kind]} | ${['script', 'wasm', 'page', 'graphics', 'browser'].map((name) => cell(kind, name)).join(' | ')} |`), ''];
}

function goals({ by, again, files, second_part }) {
  const lines = [];
  const goal = (words, here, most, digits = 2, unit = '', strictly = false) =>
    lines.push(`| ${words} | ${strictly ? '<' : '≤'} ${most}${unit} | ${here.toFixed(digits)}${unit} | ${judged(strictly ? here < most : here <= most)} |`);
  const ratio = (mine, theirs, name) => median(all(mine, name)) / median(all(theirs, name));
  goal('before the first frame', files.wire / 1024, budget_kb, 1, ' KB');
  for (const kind of ['whole', 'modules']) for (const [network, most] of [['slow-4g', 0.75], ['fast-4g', 0.75], ['none', 1]])
    if (by(network, kind)) goal(`first frame on ${called[network]}, beside ${kinds[kind]}`.replace('on not', 'not'), ratio(by(network, 'ours'), by(network, kind), 'first_frame'), most, 2, ' ×', most === 1);
  for (const network of ['slow-4g', 'fast-4g', 'none'])
    if (by(network, 'bare')) goal(`first text on ${called[network]}, beside the bare page`.replace('on not', 'not'), ratio(by(network, 'ours'), by(network, 'bare'), 'first_text'), 1.3, 2, ' ×');
  if (second_part && by('fast-4g', 'ours')) goal('second part on fast 4G, after the first frame', median(after_frame(by('fast-4g', 'ours'))), 1000, 0, ' ms');
  for (const kind of ['warm', 'offline'])
    if (again.length) goal(`first frame ${kind}, beside the cold one`, ratio(again.map((one) => one[kind]), again.map((one) => one.cold), 'first_frame'), 0.6, 2, ' ×');
  return ['| goal | asked for | here | |', '|---|---|---|---|', ...lines, ''];
}
