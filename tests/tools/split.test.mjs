// The split program: which functions the first part keeps, that the later texts are in the second, and that both work
// together.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { later_mark, places_of, first_of } from '../../tools/generate_texts.mjs';
import { kept, list_of, listed } from '../../tools/lib/first_part.mjs';
import { data_of, data_section, functions_of, module_of, number, section, sections_of, signed, text } from '../../tools/lib/wasm.mjs';
import { split } from '../../tools/split_module.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wasm_split = path.join(root, '.toolchain/bin/wasm-split');

test('a line of the list meets its function in a later build, whatever number its lambda or the library’s version then has', () => {
  for (const [name, line] of [
    ['pages::draw(pages::Home&, pages::Screen&)', 'pages::draw(pages::Home&, pages::Screen&)'],
    ['app::App::listen()::$_3::operator()() const', 'app::App::listen()::$::operator()() const'],
    ['std::__2::vector<int, std::__2::allocator<int>>::push_back[abi:nn210108](int const&)', 'std::vector<int>::push_back(int const&)'],
    ['std::__2::basic_string<char, std::__2::char_traits<char>, std::__2::allocator<char>>::reserve(unsigned long)', 'std::string::reserve(unsigned long)'],
    ['host::step(model::State&) .llvm.123', 'host::step(model::State&)'],
  ]) assert.equal(listed(name), line);
});

test('the first part keeps what the list names, and what the optimiser left without a name', () => {
  const names = ['a()', 'b(int)', '12', 'c()::$_1::operator()() const'];
  assert.deepEqual(kept(names, ['# a comment', 'a()', 'c()::$::operator()() const', '']), ['a()', '12', 'c()::$_1::operator()() const']);
  assert.deepEqual(list_of([...names, 'a()']), ['a()', 'b(int)', 'c()::$::operator()() const']);
});

test('numbers are read as they were written', () => {
  for (const value of [0, 1, 127, 128, 16383, 16384, 2 ** 31 - 1]) {
    const body = data_section([{ address: value, bytes: Buffer.from('x') }]).body;
    assert.deepEqual(data_of(body).map(({ address }) => address), [value]);
    assert.ok(number(value).length <= signed(value).length);
  }
});

// A program that returns a byte of a later text: main() calls say(), which reads the data.
function small_program() {
  const sections = (bodies) => bodies.map(([id, ...parts]) => ({ id, body: Buffer.concat(parts.map((one) => Buffer.from(one))) }));
  const words = Buffer.from(`kept ${later_mark}later words\0${later_mark} kept too`);
  const at = 1024;
  const code = (body) => [body.length + 1, 0, ...body];
  const place = at + words.indexOf('later words');
  const say = [0x41, ...signed(place), 0x2d, 0, 0, 0x0b];  // i32.load8_u
  const main = [0x10, 1, 0x0b];                            // call 1
  const names = Buffer.concat([text('name'), Buffer.from([1]), ...[Buffer.concat([Buffer.from([2, 0]), text('main()'), Buffer.from([1]), text('say()')])].flatMap((one) => [number(one.length), one])]);
  return module_of([...sections([
    [1, [1, 0x60, 0, 1, 0x7f]], [3, [2, 0, 0]], [5, [1, 0, 1]],
    [7, [2], text('run'), [0, 0], text('memory'), [2, 0]],
    [section.code, [2, ...code(main), ...code(say)]],
  ]), data_section([{ address: at, bytes: words }]), { id: section.custom, body: names }]);
}

test('the second part brings what the first has not, and the two are of one build', { skip: !existsSync(wasm_split) && 'the toolchain is not set up' }, () => {
  const program = small_program();
  assert.deepEqual(functions_of(program).map(({ name }) => name), ['main()', 'say()']);
  const parts = split(wasm_split, program, (names) => names.filter((name) => name === 'main()'));
  assert.match(String(parts.stand_ins), /^0:say\(\)$/m);
  assert.ok(!parts.first.includes('later words') && parts.rest.includes('later words'));
  assert.ok(parts.first.includes('kept ') && parts.first.includes(' kept too') && !parts.first.includes(later_mark));

  const [first, rest] = [parts.first, parts.rest].map((bytes) => new WebAssembly.Module(bytes));
  const build = (module) => Buffer.from(WebAssembly.Module.customSections(module, 'guichet')[0]).toString('hex');
  assert.equal(build(first), build(rest));
  assert.equal(build(first).length, 32);
  const space = WebAssembly.Module.imports(first)[0].module;
  const running = new WebAssembly.Instance(first, { [space]: { 0: () => -1 } });
  assert.equal(running.exports.run(), -1);  // the result of its stand-in
  new WebAssembly.Instance(rest, { f: running.exports });
  assert.equal(running.exports.run(), 'l'.charCodeAt(0));
});

test('a program without later texts, or with half of them, is not parted', { skip: !existsSync(wasm_split) && 'the toolchain is not set up' }, () => {
  const bare = module_of(sections_of(small_program()).map((one) => one.id === section.data ? data_section([{ address: 1024, bytes: Buffer.from('nothing') }]) : one));
  assert.throws(() => split(wasm_split, bare, (names) => names.slice(0, 1)), /two marks, and the program has 0/);
});

test('every sentence that is said first is one that there is', () => {
  const there = places_of(JSON.parse(readFileSync(path.join(root, 'assets/texts/fr.json'), 'utf8')));
  const first = [...first_of(readFileSync(path.join(root, 'assets/texts/first.txt'), 'utf8'))];
  assert.ok(first.length > 20 && first.length < there.length / 2);
  assert.deepEqual(first.filter((key) => !there.includes(key)), [], 'run tools/first_part');
});
