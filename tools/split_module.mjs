// Splits the browser's program in two: what the first frame needs, and the rest, which is fetched right after it.
//   node tools/split_module.mjs WASM_SPLIT MODULE LIST FIRST REST STAND_INS
// MODULE is the linked module with function names; LIST names the functions of the first part (tools/first_part generates it).
// All other functions go into the rest: a call to one of them waits until the rest is loaded (shell/boot.js). The texts between
// the later marks (tools/generate_texts.mjs) also go into the rest, and are copied to their addresses when it is joined.
// STAND_INS, for debugging, lists which function of the rest each stand-in of the first part replaces, one per line. Both parts
// contain the hash of MODULE in a section "guichet", so that no page joins parts of different programs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { later_mark } from './generate_texts.mjs';
import { kept } from './lib/first_part.mjs';
import { custom_section, data_of, data_section, functions_of, module_of, number, section, sections_of } from './lib/wasm.mjs';

const features = ['simd', 'bulk-memory', 'bulk-memory-opt', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'reference-types', 'multivalue']
  .map((name) => `--enable-${name}`);

export function run_wasm_split(program, args) {
  const done = spawnSync(program, [...features, ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`wasm-split failed: ${done.error?.message ?? done.stderr}`);
}

// Returns { first, rest, stand_ins }: the two modules and the list of stand-ins. `stays` returns those of the given function
// names that stay in the first part; with `named` the functions keep their names.
export function split(wasm_split, module, stays, { named = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-split-'));
  const file = (name) => path.join(folder, name);
  try {
    writeFileSync(file('whole.wasm'), module);
    writeFileSync(file('keep.txt'), stays(functions_of(module).map((one) => one.name)).join('\n') + '\n');
    run_wasm_split(wasm_split, [file('whole.wasm'), '--keep-funcs', `@${file('keep.txt')}`, '-o1', file('first.wasm'), '-o2', file('rest.wasm'),
      '--import-namespace', 'f', '--placeholder-namespace-prefix', 'r', '--export-prefix', '%', named ? '-g' : '--strip-debug', '--placeholdermap', '--quiet']);
    const [first, rest] = with_later_texts(sections_of(readFileSync(file('first.wasm'))), sections_of(readFileSync(file('rest.wasm'))));
    const mark = custom_section('guichet', createHash('sha256').update(module).digest().subarray(0, 16));
    return { first: module_of([...first, mark]), rest: module_of([...rest, mark]), stand_ins: readFileSync(file('first.wasm.placeholders')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Moves the later texts from the first part's initial memory into the rest, at the same address.
function with_later_texts(first, rest) {
  const segments = data_of(first.find(({ id }) => id === section.data).body);
  const marks = segments.flatMap(({ address, bytes }) => places_of(later_mark, bytes).map((place) => address + place));
  if (marks.length !== 2) throw new Error(`the later texts stand between two marks, and the program has ${marks.length}`);
  const [from, to] = [marks[0], marks[1] + later_mark.length];
  const cut = (low, high) => segments.flatMap(({ address, bytes }) => {
    const [begin, end] = [Math.max(low, address), Math.min(high, address + bytes.length)];
    return begin < end ? [{ address: begin, bytes: bytes.subarray(begin - address, end - address) }] : [];
  });
  if (rest.some(({ id }) => id === section.data)) throw new Error('the rest has data of its own, which nobody foresaw');
  return [with_data(first, [...cut(0, from), ...cut(to, 2 ** 31)]), with_data(rest, cut(from, to))];
}

// The sections with these data segments; updates the segment count of modules that have one.
function with_data(sections, segments) {
  const others = sections.filter(({ id }) => id !== section.data)
    .map((one) => one.id === section.data_count ? { ...one, body: number(segments.length) } : one);
  const at = others.findIndex(({ id }) => id === section.code) + 1;
  return [...others.slice(0, at), data_section(segments), ...others.slice(at)];
}

function places_of(words, bytes) {
  const found = [];
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) found.push(at);
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [wasm_split, module, list, first, rest, stand_ins] = process.argv.slice(2);
  if (!stand_ins) throw new Error('usage: split_module.mjs WASM_SPLIT MODULE LIST FIRST REST STAND_INS');
  const parts = split(wasm_split, readFileSync(module), (names) => kept(names, readFileSync(list, 'utf8').split('\n')));
  writeFileSync(first, parts.first);
  writeFileSync(rest, parts.rest);
  writeFileSync(stand_ins, parts.stand_ins);
}
