// Loads files of web/ as Emscripten would: `$name` becomes an object, `js_name` a function; the test stands in for C++.
// All files share one global scope, which is returned.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const folder = new URL('../../web/', import.meta.url);

export function source(...names) {
  return names.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
}

// `world` provides what the browser would: document, window, indexedDB, and the _app_ functions.
export function load(world, ...names) {
  const memory = new Uint8Array(1 << 20);
  let top = 8;
  const context = vm.createContext({
    HEAPU8: memory,
    _malloc: (size) => (top = (top + size + 7) & ~7, top - ((size + 7) & ~7)),
    TextEncoder, TextDecoder, URL, Blob, Uint8Array, DataView, Map, Set, ArrayBuffer, console, performance,
    setTimeout, clearTimeout, queueMicrotask, structuredClone, matchMedia: () => ({ matches: false, addEventListener() {} }),
    ...world,
  });
  context.globalThis = context;
  context.addToLibrary = (library) => {
    for (const [name, value] of Object.entries(library)) {
      if (name.endsWith('__deps')) continue;
      context[name.startsWith('$') ? name.slice(1) : name] = value;
    }
  };
  for (const name of names) vm.runInContext(source(name), context, { filename: `web/${name}` });

  // Puts bytes or text into memory as C++ would: returns [address, length].
  context.put = (data) => {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const at = context._malloc(bytes.length || 1);
    memory.set(bytes, at);
    return [at, bytes.length];
  };
  context.take = (at, length) => memory.slice(at, at + length);
  context.take_text = (at, length) => new TextDecoder().decode(memory.slice(at, at + length));
  return context;
}
