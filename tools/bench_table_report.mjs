// Formats the section "Table" of docs/benchmarks.md: budgets first, then each script of keystrokes beside the peers, then
// storage and the app. States where a peer is better. Times are in milliseconds.
import { busy, median } from './lib/benchmarks.mjs';

const number = (value) => value.toLocaleString('en-US');
export const digits = (ms) => ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 0.1 ? ms.toFixed(2) : ms.toFixed(3);
const range = ({ middle, least, most }) => `${digits(middle)} (${digits(least)} to ${digits(most)})`;
const of_values = (values) => ({ middle: median(values), least: Math.min(...values), most: Math.max(...values) });
const of_line = (line, part = '') => ({ middle: line[part ? `${part}_us` : 'median_us'] / 1000,
  least: line[`${part ? `${part}_` : ''}least_us`] / 1000, most: line[`${part ? `${part}_` : ''}most_us`] / 1000 });
const row = (...cells) => `| ${cells.join(' | ')} |`;
const head = (...cells) => [row(...cells), `|${'---|'.repeat(cells.length)}`];

const by_name = (lines, name, script) => lines.filter((line) => line.name === name && (script === undefined || line.script === script));
const slowest = (lines, of) => lines.map((line) => of(line)).reduce((a, b) => (b.middle > a.middle ? b : a));
const first_of = (line) => of_line(line, 'first');

// Each measurement: title, budget in words, its limit in milliseconds at 1,000,000 services, and how to read it.
const measures = [
  ['a keystroke to the whole result, the slowest', 16, (lines) => slowest(by_name(lines, 'typing'), of_line)],
  ['a keystroke to the first screen, the slowest', 4, (lines) => slowest(by_name(lines, 'typing'), first_of)],
  ['a keystroke to the whole result, the one in the middle', null, (lines) => ({ plain: median(by_name(lines, 'typing').map((line) => line.median_us / 1000)) })],
  ['the first search of all, to the whole result', null, (lines) => of_line(by_name(lines, 'first search')[0])],
  ['the first search of all, to the first screen', null, (lines) => first_of(by_name(lines, 'first search')[0])],
  ['the longest that a frame waits while typing', null, (lines) => ({ plain: Math.max(...by_name(lines, 'typing').map((line) => line.longest_us / 1000)) })],
  ...['name', 'expires', 'status'].map((key) => [`first sort by ${key}`, 200, (lines) => of_line(by_name(lines, 'first sort', key)[0])]),
  ['sort by a column that was sorted before, the slowest', 16, (lines) => slowest(by_name(lines, 'cached sort'), of_line)],
  ['text of a screen of 50 rows, at the top', null, (lines) => of_line(by_name(lines, 'screen', 'top')[0])],
  ['text of a screen of 50 rows, after nine tenths', null, (lines) => of_line(by_name(lines, 'screen', 'far')[0])],
  ['the list after an edited label', null, (lines) => of_line(by_name(lines, 'edit', 'label')[0])],
  ['the list after an edited label, while searching', null, (lines) => of_line(by_name(lines, 'edit', 'label while searching')[0])],
  ['the list after an edited expiry, by which it is sorted', null, (lines) => of_line(by_name(lines, 'edit', 'expiry')[0])],
  ['a command: checked and performed', null, (lines) => of_line(by_name(lines, 'command')[0])],
  ['a command: taken up by the host, answered, and carried out', null, (lines) => of_line(by_name(lines, 'command carried out')[0])],
  ['the host\'s first look at all rows', null, (lines) => ({ plain: by_name(lines, 'host, first step')[0].median_us / 1000 })],
  ['all rows written as pages of bytes', null, (lines) => of_line(by_name(lines, 'pages written')[0])],
  ['all rows read from them', null, (lines) => of_line(by_name(lines, 'pages read')[0])],
];
const shown = (value) => value.plain === undefined ? range(value) : digits(value.plain);
const middle_of = (value) => value.plain ?? value.middle;

export function report({ title, measured, app, machine, load, versions }) {
  const better = [];
  return [
    `## ${title}`, '',
    'Made by `tools/bench table`. The rows are those of `tools/make_account`, all of them in the list, in the order of their expiry, with the columns that the app shows and searches. Every search is typed letter by letter, as in the names of the scripts below, into a list that remembers no earlier answer; a figure is the median of a key\'s runs, with the least and the most. Each peer finds the same number of rows for every key, and (but for Dexie, which orders equal expiries by id) shows the same first screen: the bench ends where one does not. All times are milliseconds.', '',
    machine + busy(load) + (versions ? ` AG Grid Community ${versions['ag-grid-community']}, Dexie ${versions.dexie}.` : ''), '',
    ...engine('In Chromium, as WebAssembly', measured, 'wasm', true),
    ...engine('The same code natively', measured, 'native', false),
    ...memory(measured),
    ...(versions ? measured.flatMap((one) => typing(one, better)) : []),
    ...(versions ? sorting(measured, better) : []),
    ...(versions ? storage(measured, better) : []),
    ...in_app(app),
    ...at_work(app),
    ...(versions ? judgement(better) : []),
  ].join('\n');
}

function engine(title, measured, where, with_budget) {
  const last = measured[measured.length - 1];
  const judged = with_budget && last.services === 1_000_000;
  const lines = head(`${title}, ms`, ...measured.map((one) => number(one.services)), ...(judged ? ['budget at 1,000,000'] : []));
  for (const [words, budget, read] of measures) {
    const values = measured.map((one) => read(one[where]));
    const verdict = budget === null ? '' : `≤ ${budget}: ${middle_of(values[values.length - 1]) <= budget ? 'met' : '**missed**'}`;
    lines.push(row(words, ...values.map(shown), ...(judged ? [verdict] : [])));
  }
  return [...lines, ''];
}

function memory(measured) {
  const lines = head('bytes a row, in WebAssembly', ...measured.map((one) => number(one.services)));
  const of = (words, key) => row(words, ...measured.map((one) => by_name(one.wasm, 'memory')[0][key].toFixed(1)));
  const last = measured[measured.length - 1];
  const verdict = last.services !== 1_000_000 ? '' : by_name(last.wasm, 'memory')[0].bytes_a_row <= 150 ? ', met' : ', **missed**';
  return [...lines, of('the table', 'table_bytes_a_row'), of('a view that was searched, with three sort orders', 'view_bytes_a_row'),
    of(`both (budget at 1,000,000: ≤ 150${verdict})`, 'bytes_a_row'), ''];
}

const named = { plain: 'JavaScript `includes`', grid: 'AG Grid', dexie: 'Dexie' };
const key_of = ({ script, typed }) => `${script}|${typed}`;

// One row per script: the slowest key of each program.
function typing({ services, wasm, peers }, better) {
  const ours = by_name(wasm, 'typing');
  const present = Object.keys(named).filter((name) => peers[name]);
  const lines = head(`typing, ${number(services)} services: the slowest key of each script`, 'rows at its end', 'Guichet, whole', 'Guichet, first screen',
    ...present.flatMap((name) => name === 'grid' ? [`${named[name]}, whole`] : [`${named[name]}, whole`, `${named[name]}, first screen`]));
  for (const script of new Set(ours.map((line) => line.script))) {
    const keys = by_name(ours, 'typing', script);
    const cells = [`${script}: “${keys[keys.length - 1].typed}”`, number(keys[keys.length - 1].found), range(slowest(keys, of_line)), range(slowest(keys, first_of))];
    for (const name of present) {
      const theirs = (peers[name].keys || []).filter((key) => key.script === script);
      const part = (which) => theirs.length ? range(slowest(theirs, (key) => of_values(key[which]))) : '–';
      cells.push(part('whole'), ...(name === 'grid' ? [] : [part('first')]));
    }
    lines.push(row(...cells));
  }
  for (const name of present) {
    const { failed, keys } = peers[name];
    if (keys && keys.length < ours.length) lines.push('', `${named[name]} is asked for ${keys.length} of the ${ours.length} keys: one takes it seconds.`);
    if (failed) lines.push('', `${named[name]} failed at ${number(services)} services: ${failed}.`);
    for (const [part, of] of [['whole', of_line], ['first', first_of]]) {
      if (name === 'grid' && part === 'first') continue;
      const faster = (keys || []).filter((key) => {
        const line = ours.find((one) => key_of(one) === key_of(key));
        return median(key[part]) < of(line).middle;
      });
      if (faster.length) {
        const most = faster.map((key) => ({ key, by: of(ours.find((one) => key_of(one) === key_of(key))).middle - median(key[part]) })).sort((a, b) => b.by - a.by)[0];
        better.push(`${named[name]} at ${number(services)} services is faster for ${faster.length} of ${keys.length} keys ${part === 'whole' ? 'to the whole result' : 'to the first screen'}, by ${digits(most.by)} ms at most (script “${most.key.script}”, “${most.key.typed}”).`);
      }
    }
  }
  if (!peers.dexie) lines.push('', `Dexie is left out at ${number(services)} services: one record a row takes minutes to write.`);
  return [...lines, ''];
}

function sorting(measured, better) {
  const lines = head('making ready and sorting, ms', ...measured.map((one) => number(one.services)));
  const add = (words, read) => lines.push(row(words, ...measured.map((one) => { const value = read(one); return value === undefined ? '–' : digits(value); })));
  add('JavaScript: folding all texts', ({ peers }) => peers.plain?.made);
  add('AG Grid: taking the rows in', ({ peers }) => peers.grid?.made);
  add('AG Grid: the first search', ({ peers }) => peers.grid?.cold);
  for (const key of ['name', 'expires', 'status']) {
    add(`first sort by ${key}: Guichet`, ({ wasm }) => of_line(by_name(wasm, 'first sort', key)[0]).middle);
    add(`first sort by ${key}: JavaScript`, ({ peers }) => peers.plain?.sorts?.[key]);
    add(`first sort by ${key}: AG Grid`, ({ peers }) => peers.grid?.sorts?.[key]);
    add(`again by ${key}: Guichet`, ({ wasm }) => of_line(by_name(wasm, 'cached sort', key)[0]).middle);
    add(`again by ${key}: AG Grid`, ({ peers }) => peers.grid?.again?.[key]);
    for (const { services, wasm, peers } of measured)
      for (const [name, times, which] of [['plain', peers.plain?.sorts, 'first sort'], ['grid', peers.grid?.sorts, 'first sort'], ['grid', peers.grid?.again, 'cached sort']]) {
        const ours = of_line(by_name(wasm, which, key)[0]).middle;
        if (times && times[key] < ours) better.push(`${named[name]} at ${number(services)} services sorts by ${key} ${which === 'first sort' ? 'for the first time' : 'again'} in ${digits(times[key])} ms, Guichet in ${digits(ours)} ms.`);
      }
  }
  return [...lines, '', 'JavaScript and AG Grid compare folded texts, as Guichet does; a plain array keeps no order of another column. Each of theirs is one run.', ''];
}

function storage(measured, better) {
  const lines = head('IndexedDB in Chromium, strict durability, ms', ...measured.map((one) => number(one.services)));
  const add = (words, name, read) => lines.push(row(words, ...measured.map(({ peers }) => {
    const seen = peers[name];
    if (!seen) return '–';
    if (seen.failed) return seen.failed;
    const value = read(seen);
    return Array.isArray(value) ? range(of_values(value)) : digits(value);
  })));
  add('written: our pages (budget at 100,000: ≤ 100)', 'binary', (seen) => seen.written);
  add('written: pages of JSON', 'json', (seen) => seen.written);
  add('written: a record a row', 'records', (seen) => seen.written);
  add('written: Dexie, bulkPut', 'dexie', (seen) => seen.written);
  add('opened, first page read: our pages', 'binary', (seen) => seen.first);
  add('opened, first page read: pages of JSON', 'json', (seen) => seen.first);
  add('opened, first 50 by expiry: a record a row', 'records', (seen) => seen.first);
  add('opened, first 50 by expiry: Dexie', 'dexie', (seen) => seen.opened);
  add('opened, all bytes read: our pages', 'binary', (seen) => seen.all);
  add('opened, all read and folded: pages of JSON', 'json', (seen) => seen.all);
  add('opened, all read and folded: a record a row', 'records', (seen) => seen.all);
  add('one edit durable: a small record beside our pages (budget ≤ 2)', 'edit', (seen) => seen.edits);
  add('one edit durable: Dexie, update', 'dexie', (seen) => seen.edits);
  for (const { services, peers } of measured)
    for (const [name, words, theirs, ours] of [
      ['json', 'Pages of JSON are written', peers.json?.written, peers.binary?.written],
      ['records', 'A record a row is written', peers.records?.written, peers.binary?.written],
      ['records', 'A record a row shows its first 50', peers.records?.first, peers.binary?.first],
      ['dexie', 'Dexie shows its first 50', peers.dexie?.opened, peers.binary?.first],
      ['dexie', 'Dexie has an edit durable', peers.dexie?.edits, peers.edit?.edits]])
      if (theirs && ours && median(theirs) < median(ours)) better.push(`${words} at ${number(services)} services in ${digits(median(theirs))} ms, ours in ${digits(median(ours))} ms.`);
  return [...lines, '', `A dash: left out, since one record a row takes minutes. A page's bytes become a table as fast as “all rows read from them” says; the whole way is in the next table.`, ''];
}

function in_app(app) {
  const [few] = app;
  const lines = head('the built site, ms', ...app.map((one) => `${number(one.services)} services`));
  const add = (words, read) => lines.push(row(words, ...app.map((one) => one.failed || few.failed ? one.failed || '–' : read(one))));
  add('from the navigation to the list\'s first screen', (one) => range(of_values(one.first)));
  const more = (one, what, budget) => {
    const by = Math.max(0, median(one[what]) - median(few[what]));
    return one === few ? '–' : digits(by) + (by <= budget ? '' : ': **missed**');
  };
  add('of that, more than with 50 services (budget: ≤ 100)', (one) => more(one, 'first', 100));
  add('from the navigation to all rows searched for “lyon”', (one) => range(of_values(one.searched)));
  add('of that, more than with 50 services (budget: ≤ 1,000)', (one) => more(one, 'searched', 1000));
  add('a scrolling frame, work of the main thread (budget: ≤ 2)', (one) => range(of_values(one.working.task)));
  add('of that, script', (one) => range(of_values(one.working.script)));
  add('that work, as a multiple of the one with 50 services (budget: ≤ 1.1)', (one) => (median(one.working.task) / median(few.working.task)).toFixed(2));
  add('a scrolling frame, time that passed in the main thread\'s tasks', (one) => range(of_values(one.passing.task)));
  add('what the list says of the search', (one) => one.found);
  return [...lines, '', 'The browser and its profile are warm, the site is not: each opening loads it anew. What the first screen needs beside the rows, and it is the same for every size, is in “Start”. A scrolling frame is all that the main thread did while the wheel turned, by the number of frames drawn: script, the mirror\'s elements, and the browser\'s own work for them. Time that passed also holds what it waited, for the graphics by software on the same cores among others.', ''];
}

function at_work(app) {
  const done = app.filter((one) => one.use);
  if (!done.length) return [];
  const lines = head('the built site at work, ms', ...done.map((one) => `${number(one.services)} services`));
  for (const { name } of done[0].use)
    lines.push(row(name, ...done.map(({ use }) => {
      const { took, frames, worst, dropped, task } = use.find((one) => one.name === name);
      return `${number(frames)} frames in ${number(took)}; the longest ${digits(worst)}; ${dropped} dropped${task ? `; a task of ${digits(task)}` : ''}`;
    })));
  return [...lines, '', 'Frames: how long the script of each took, everything that is drawn and searched in it. Dropped: those that took it longer than the 16.7 ms for which a screen shows one. A task: the longest of the main thread that took over 50 ms, with the browser\'s own work in it. Typed is “boulangerie-lyon”, letter by letter and back; sorted is by name, status, name again and expiry; exported is everything, as CSV.', ''];
}

function judgement(better) {
  if (!better.length) return ['**Where a peer is better:** nowhere in this run.', ''];
  return ['**Where a peer is better:**', '', ...better.map((words) => `- ${words}`), ''];
}
