// Assembles the static site: `node tools/package_site.mjs BUILD_FOLDER DIST_FOLDER`
// Every file except the page and the service worker has the hash of its content in its name, so that it can be cached for ever.
// In text files `{{asset:NAME}}` becomes that name, `{{assets-json}}` the list of all of them, `{{text:NAME}}` the text of a
// style without comments, and `{{sha256:NAME}}` that text's hash for a content security policy. Files that compress get a .br
// and a .gz beside them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [build, dist] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const shell = path.join(root, 'shell');
const keeps_its_name = new Set(['index.html', 'service-worker.js']);

// 1. All files, by the names that other files use.
const sources = new Map();
for (const name of readdirSync(shell)) sources.set(name, readFileSync(path.join(shell, name)));
const take = (name, file) => {
  if (!existsSync(file)) throw new Error(`${file} is missing: the build is not complete.`);
  sources.set(name, readFileSync(file));
};
for (const name of ['guichet.mjs', 'guichet.first.wasm', 'guichet.rest.wasm']) take(name, path.join(build, name));
for (const name of ['inter-regular.otf', 'inter-semibold.otf', 'icons.ttf']) take(name, path.join(build, 'generated/fonts', name));
take('public_suffixes.txt', path.join(build, 'generated/public_suffixes.txt'));
sources.set('licences.txt', Buffer.from(licences()));

// 2. Their names with hashes; a file comes after the files that it refers to.
const named = new Map();
const opening = [];
// Styles inlined in the page are not files of their own; found first, since any file may be filled first.
const in_page = new Set([...sources.get('index.html').toString().matchAll(/\{\{text:([^}]+)\}\}/g)].map((match) => match[1]));
function name_of(name) {
  if (named.has(name)) return named.get(name);
  if (!sources.has(name)) throw new Error(`${opening.at(-1)} asks for {{asset:${name}}}, and there is no such file.`);
  if (opening.includes(name)) throw new Error(`${[...opening, name].join(' → ')}: files may not name each other in a circle.`);
  opening.push(name);
  fill(name);
  opening.pop();
  if (keeps_its_name.has(name)) named.set(name, name);
  else {
    const { dir, name: stem, ext } = path.parse(name);
    const hash = createHash('sha256').update(sources.get(name)).digest('hex').slice(0, 12);
    named.set(name, path.join(dir, `${stem}.${hash}${ext}`));
  }
  return named.get(name);
}
function fill(name) {
  if (!/\.(html|css|js|mjs|webmanifest|svg|txt)$/.test(name)) return;
  let text = sources.get(name).toString();
  text = text.replace(/\{\{text:([^}]+)\}\}/g, (_, other) => style_of(other));
  text = text.replace(/\{\{sha256:([^}]+)\}\}/g, (_, other) => `'sha256-${createHash('sha256').update(style_of(other)).digest('base64')}'`);
  text = text.replace(/\{\{asset:([^}]+)\}\}/g, (_, other) => name_of(other));
  if (text.includes('{{assets-json}}')) {
    const others = [...sources.keys()].filter((other) => !keeps_its_name.has(other) && !in_page.has(other));
    text = text.replace('{{assets-json}}', JSON.stringify(others.map(name_of).sort()));
  }
  sources.set(name, Buffer.from(text));
}
// A style inlined in the page, so that the first text waits for no further request.
function style_of(name) {
  return sources.get(name).toString().replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim();
}
for (const name of sources.keys()) if (!in_page.has(name)) name_of(name);

// 3. Written beside the old site, which is replaced at the end: a server never sees a half-written site.
const fresh = `${dist}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
for (const [name, target] of named) {
  const bytes = sources.get(name);
  const file = path.join(fresh, target);
  writeFileSync(file, bytes);
  const packed = {
    '.br': () => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    '.gz': () => gzipSync(bytes, { level: 9 }),
  };
  for (const [ending, pack] of Object.entries(packed)) {
    const before = path.join(dist, target + ending);
    // Brotli is slow, and a name with a hash always has the same content: reuses the old files.
    const smaller = !keeps_its_name.has(name) && existsSync(before) ? readFileSync(before) : pack();
    if (smaller.length < bytes.length) writeFileSync(file + ending, smaller);
  }
}
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);

// The licences of third-party code and fonts in the site.
function licences() {
  const parts = [
    ['Guichet', 'LICENSE'],
    ['Dear ImGui', '.toolchain/imgui/LICENSE.txt'],
    ['SDL', '.toolchain/sdl2/LICENSE.txt'],
    ['JSON for Modern C++ (as packaged by Debian)', '.toolchain/json/copyright'],
    ['Inter (as packaged by Debian)', '.toolchain/inter/copyright'],
    ['Lucide icons', 'node_modules/lucide-static/LICENSE'],
    ['The Public Suffix List (as packaged by Debian)', '/usr/share/doc/publicsuffix/copyright'],
    ['Emscripten and its libraries', '.toolchain/emscripten-licence.txt'],
  ];
  return parts.map(([what, file]) => `${'='.repeat(78)}\n${what}\n${'='.repeat(78)}\n\n${readFileSync(path.resolve(root, file), 'utf8').trim()}\n`).join('\n\n');
}
