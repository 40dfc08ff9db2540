// The icons that Guichet uses, by name: `node tools/generate_icons.mjs NAMES CODEPOINTS HEADER LIST`
// From assets/icons.txt and Lucide's codepoints it makes ui/icons.hpp and the list for tools/subset_font.py.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [names_file, codepoints_file, header, list] = process.argv.slice(2);
const names = readFileSync(names_file, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
const codepoints = JSON.parse(readFileSync(codepoints_file, 'utf8'));

const unknown = names.filter((name) => !(name in codepoints));
if (unknown.length) {
  console.error(`${names_file}: the icon font has no ${unknown.join(', ')}`);
  process.exit(1);
}
const sorted = [...names].sort();
if (new Set(sorted).size !== sorted.length || sorted.some((name, i) => name !== names[i])) {
  console.error(`${names_file}: the names must be sorted, each standing once`);
  process.exit(1);
}

const bytes = (point) => [...Buffer.from(String.fromCodePoint(point))].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const lines = names.map((name) => `inline constexpr const char* ${name.replaceAll('-', '_')} = "${bytes(codepoints[name])}";`);
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
write(header, `// Made by tools/generate_icons.mjs from ${path.basename(names_file)}.\n#pragma once\nnamespace ui::icons {\n${lines.join('\n')}\n}  // namespace ui::icons\n`);
write(list, names.map((name) => codepoints[name].toString(16)).join(','));
