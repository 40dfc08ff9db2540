// The vocabulary of tests of web/storage*.js: the calls of C++, as promises of their only answer.
import { open } from './stand.mjs';

// Runs in the page.
const vocabulary = () => {
  globalThis.answer_to = async (request) => {
    while (!answers.some((one) => one.request === request)) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 50));
    const mine = answers.filter((one) => one.request === request);
    return { ...mine[0], times: mine.length };
  };
  let next = 1;
  const u32 = (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
  const utf8 = (text) => Array.from(new TextEncoder().encode(text));
  globalThis.pack = (changes) => [...u32(changes.length), ...changes.flatMap(([key, bytes]) =>
    [...u32(utf8(key).length), ...utf8(key), ...(bytes ? [...u32(bytes.length), ...bytes] : u32(0xffffffff))])];
  globalThis.opened = (name) => js_storage_open(...put(name));
  globalThis.writes = (store, changes, { strict = true, lead = true } = {}) => {
    const request = next++;
    const [at, length] = put(pack(changes));
    js_storage_write(store, request, at, length, strict ? 1 : 0, lead ? 1 : 0);
    HEAPU8.fill(255, at, at + length);  // C++ reuses its memory at once
    return answer_to(request);
  };
  globalThis.reads = (store, first = '') => {
    const request = next++;
    js_storage_read(store, request, ...put(first));
    return answer_to(request);
  };
  // What other pages wrote, and all other messages, in order.
  globalThis.tells = () => storage_heard.splice(0).map((one) =>
    one.request ? entries_of(one.request).map(([key, [there, ...bytes]]) => [key, there ? bytes : null]) : one);
  globalThis.opens = async (name = 'guichet') => {
    const store = opened(name);
    return [store, await reads(store)];
  };
};
// `prepare` runs in the page before anything else.
export const stand = (t, prepare, options) =>
  open(t, { prepare: `(${vocabulary})(); (${prepare || (() => {})})();`, ...options });

// Another tab of the same browser.
export async function another(page) {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await tab.evaluate(`(${vocabulary})(); begin();`);
  return tab;
}
