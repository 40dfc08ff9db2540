// The report of the first-visit benchmark.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { bare_page } from '../../tools/bench_start_peers.mjs';
import { files_of, networks, report } from '../../tools/bench_start_report.mjs';

const KB = 1024;
const file = (name, wire_kb, begin = 10, end = begin + 10) => ({ url: `http://localhost:1/${name}`, wire: wire_kb * KB, plain: 3 * wire_kb * KB, begin, end });
const memory = { script: 2 ** 20, wasm: 2 ** 24, page: 2 ** 26, graphics: 2 ** 26, browser: 2 ** 28 };
const visit = (first_text, first_frame, more = {}) => ({ first_text, first_frame, at_rest: first_frame + 500, resources: [file('', 2), file('program.wasm', 200)], memory, ...more });
const five = (one) => [one, one, one, one, one];

function measured({ ours = visit(100, 700), pressed = [], again = [], second_part = false, load = 0, asked = Object.keys(networks) } = {}) {
  const kinds = { ours: five(ours), whole: five(visit(300, 1000)), modules: five(visit(300, 800)), bare: five({ first_text: 100, resources: [] }) };
  return report({ runs: 5, results: Object.fromEntries(asked.map((name) => [name, kinds])), pressed, again, builds: null, second_part, rows: 44, machine: 'A machine.', load, grid: '1' });
}

test('what is asked for before the first frame counts once, and against the budget; what comes later does not', () => {
  const one = visit(100, 700, { resources: [file('', 2), file('program.wasm', 200), file('program.wasm', 200), file('rest.wasm', 190, 701, 950), { ...file('x', 9), url: 'data:,' }] });
  const { before, after, wire } = files_of([one]);
  assert.deepEqual([before.map(({ name }) => name), after.map(({ name }) => name), wire], [['/program.wasm', '/'], ['/rest.wasm'], 202 * KB]);
  const text = measured({ ours: one, second_part: true });
  assert.match(text, /all told\*\*, at most 260: met \| \*\*202\.0\*\*/);
  assert.match(text, /`\/rest\.wasm` \| 190\.0 \| 570\.0 \| 250 \|/);
});

test('what begins before the first frame is part of it, though it comes after it', () => {
  const { wire } = files_of([visit(100, 700, { resources: [file('early.wasm', 300, 690, 2000)] })]);
  assert.equal(wire, 300 * KB);
  assert.match(measured({ ours: visit(100, 700, { resources: [file('early.wasm', 300, 690, 2000)] }) }), /at most 260: \*\*missed\*\* \| \*\*300\.0\*\*/);
});

test('what the service worker loads before the first frame counts as what the page loads does', () => {
  const one = visit(100, 700, { by_workers: [{ url: 'http://localhost:1/licences.txt', wire: 31 * KB, begin: 300, end: 400 }, { url: 'http://localhost:1/', wire: KB, begin: 800, end: 900 }] });
  assert.equal(files_of([one]).wire, 233 * KB);
  const text = measured({ ours: one });
  assert.match(text, /\| `\/licences\.txt` \(service worker\) \| 31\.0 \| +\|/);
  assert.match(text, /of it by the page itself \| 202\.0 \|/);
  assert.match(text, /\| `\/` \(service worker\) \| 1\.0 \| +\| 200 \|/);
});

test('the visit with the most bytes speaks for all', () => {
  assert.equal(files_of([visit(1, 2), visit(1, 700, { resources: [file('a', 201)] }), visit(1, 700, { resources: [file('a', 5)] })]).wire, 201 * KB);
});

test('goals are judged beside what was measured in the same run', () => {
  const text = measured();
  assert.match(text, /first frame on slow 4G, beside AG Grid, the whole library \| ≤ 0\.75 × \| 0\.70 × \| met/);
  assert.match(text, /first frame on fast 4G, beside AG Grid, bundled with what it uses \| ≤ 0\.75 × \| 0\.88 × \| \*\*missed\*\*/);
  assert.match(text, /first frame not throttled, beside AG Grid, bundled with what it uses \| < 1 × \| 0\.88 × \| met/);
  assert.match(text, /first text on slow 4G, beside the bare page \| ≤ 1\.3 × \| 1\.00 × \| met/);
  assert.match(measured({ ours: visit(140, 1000) }), /first frame not throttled, beside AG Grid, the whole library \| < 1 × \| 1\.00 × \| \*\*missed\*\*/);
  assert.match(measured({ ours: visit(140, 1000) }), /first text on fast 4G, beside the bare page \| ≤ 1\.3 × \| 1\.40 × \| \*\*missed\*\*/);
});

test('a program in one part has no second one to wait for, and one in two is judged by when it is there', () => {
  assert.doesNotMatch(measured(), /second part on fast 4G/);
  assert.match(measured({ ours: visit(100, 700, { second_part: 1600 }), second_part: true }), /second part on fast 4G, after the first frame \| ≤ 1000 ms \| 900 ms \| met/);
});

test('a press between the frame and the second part is told with what it waited for', () => {
  const pressed = five(visit(100, 700, { second_part: 1600, pressed: 750, answered: 800, rows: 1650 }));
  const text = measured({ ours: visit(100, 700, { second_part: 1600 }), second_part: true, pressed });
  assert.match(text, /its page is there, after the press \| 50 ms/);
  assert.match(text, /its rows are there, after the press \| 900 ms/);
  assert.match(text, /pressed before the second part was there \| 5 of 5/);
});

test('later visits are judged beside the first of the same profile', () => {
  const text = measured({ again: five({ cold: visit(100, 1000), warm: visit(50, 600), offline: visit(50, 610) }) });
  assert.match(text, /first frame warm, beside the cold one \| ≤ 0\.6 × \| 0\.60 × \| met/);
  assert.match(text, /first frame offline, beside the cold one \| ≤ 0\.6 × \| 0\.61 × \| \*\*missed\*\*/);
});

test('networks that were left out are not spoken of, and a busy machine is', () => {
  const text = measured({ asked: ['none'], load: 3 });
  assert.doesNotMatch(text, /4G/);
  assert.match(text, /a load of 3\.0 when it began/);
  assert.match(measured(), /slow 4G is 400 ms, 1\.6 Mbit\/s down and 0\.75 up/);
});

test('the bare page is as large on the wire as the page with the styles that it waits for', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const noise = (length) => Array.from({ length }, (_, at) => Math.imul(at + 1, 2654435761) >>> 0).join(' ');
  const files = { 'index.html': `<link rel="stylesheet" href="a.css"><noscript><link rel="stylesheet" href="b.css"></noscript>${noise(400)}`, 'a.css': noise(300), 'b.css': noise(2000) };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const wire = (text) => brotliCompressSync(text).length;
  const wanted = wire(files['index.html']) + wire(files['a.css']);
  const page = readFileSync(path.join(bare_page(folder, folder), 'index.html'), 'utf8');
  assert.ok(Math.abs(wire(page) - wanted) < wanted / 20, `${wire(page)} instead of ${wanted}`);
  assert.doesNotMatch(page, /<script|<style|stylesheet/);
});
