// docs/benchmarks.md: each tool writes only its own section.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { write_section } from '../../tools/lib/benchmarks.mjs';

function document_of(text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-benchmarks-'));
  const file = path.join(folder, 'benchmarks.md');
  if (text) writeFileSync(file, text);
  return { file, text: () => readFileSync(file, 'utf8'), remove: () => rmSync(folder, { recursive: true }) };
}

const start = '## Start\n\n| visit | 1 ms |\n';
const table = '## Table\n\nold\n\n### Typing\n\nold\n';
const whole = `# Benchmarks\n\nWords.\n\n${start}\n${table}\n## Soak\n\nlong\n`;

test('a benchmark replaces its own section and leaves every other one as it is', (t) => {
  const one = document_of(whole);
  t.after(one.remove);
  write_section('Table', '## Table\n\nnew\n', one.file);
  assert.equal(one.text(), whole.replace(table, '## Table\n\nnew\n'));
});

test('the first and the last section are replaced like any other', (t) => {
  const one = document_of(whole);
  t.after(one.remove);
  write_section('Start', '## Start\n\nnew', one.file);
  write_section('Soak', '## Soak\n\nnew', one.file);
  assert.equal(one.text(), `# Benchmarks\n\nWords.\n\n## Start\n\nnew\n\n${table}\n## Soak\n\nnew\n`);
});

test('a section that is not there yet comes last, and the document begins with what its figures are', (t) => {
  const one = document_of('');
  t.after(one.remove);
  write_section('Start', start, one.file);
  write_section('Table', table, one.file);
  assert.match(one.text(), /^# Benchmarks\n\nFigures are of the machine/);
  assert.ok(one.text().endsWith(`\n\n${start}\n${table}`));
});

test('writing the same section twice changes nothing', (t) => {
  const one = document_of(whole);
  t.after(one.remove);
  write_section('Table', table, one.file);
  assert.equal(one.text(), whole);
});
