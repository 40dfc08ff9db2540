// The report of the list benchmark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from '../../tools/bench_table_report.mjs';

const line = (name, us, more = {}) => ({ name, services: 1_000_000, found: 7, median_us: us, least_us: us / 2, most_us: us * 2,
  first_us: us / 10, first_least_us: us / 20, first_most_us: us / 5, longest_us: us, ...more });
const key = (typed, us) => line('typing', us, { script: 'narrow', typed, before: '' });

// One size of a benchmark in which every measurement except typing takes a millisecond.
function measured({ keys = [key('a', 1000)], peers = {} } = {}) {
  const lines = [...keys, line('first search', 1000), line('command', 1), line('command carried out', 6), line('host, first step', 1000), line('pages written', 1000), line('pages read', 1000),
    ...['name', 'expires', 'status'].flatMap((script) => [line('first sort', 1000, { script }), line('cached sort', 1000, { script })]),
    ...['top', 'far'].map((script) => line('screen', 1000, { script })),
    ...['label', 'label while searching', 'expiry'].map((script) => line('edit', 1000, { script })),
    { name: 'memory', services: 1_000_000, table_bytes_a_row: 100, view_bytes_a_row: 40, bytes_a_row: 140 }];
  return { services: 1_000_000, native: lines, wasm: lines, peers };
}
const app = (services, ms) => ({ services, first: [ms], searched: [ms], found: '', working: { task: [ms], script: [ms] }, passing: { task: [ms], script: [ms] } });
const said = (one, more = {}) => report({ measured: [one], app: [app(50, 1), app(1_000_000, 2)], machine: 'A machine.', load: 0, versions: { 'ag-grid-community': '1', dexie: '1' }, ...more });

test('a budget is judged by the slowest key, wherever it stands', () => {
  const text = said(measured({ keys: [key('a', 1000), key('ab', 17_000), key('abc', 2000)] }));
  assert.match(text, /keystroke to the whole result, the slowest \| 17\.0 \(8\.50 to 34\.0\) \| ≤ 16: \*\*missed\*\*/);
  assert.match(said(measured()), /keystroke to the whole result, the slowest \| 1\.00 \(0\.50 to 2\.00\) \| ≤ 16: met/);
});

test('where a peer is faster, it is said by name', () => {
  const plain = (ms) => ({ made: 1, sorts: { name: 9, expires: 9, status: 9 }, keys: [{ script: 'narrow', typed: 'a', found: 7, first: [ms], whole: [ms] }] });
  assert.match(said(measured({ peers: { plain: plain(0.25) } })), /Where a peer is better:\*\*\n\n- JavaScript `includes` at 1,000,000 services is faster for 1 of 1 keys to the whole result, by 0\.75 ms/);
  assert.match(said(measured({ peers: { plain: plain(5) } })), /\*\*Where a peer is better:\*\* nowhere in this run/);
});

test('a peer that gives up, an app that never opens and a busy machine are told, not left out', () => {
  const text = said(measured({ peers: { grid: { failed: 'the page ran out of memory' } } }), { load: 9, app: [app(50, 1), { services: 1_000_000, failed: 'not done after 120 s' }] });
  assert.match(text, /AG Grid failed at 1,000,000 services: the page ran out of memory/);
  assert.match(text, /first screen \| 1\.00 \(1\.00 to 1\.00\) \| not done after 120 s/);
  assert.match(text, /a load of 9\.0 when it began/);
});
