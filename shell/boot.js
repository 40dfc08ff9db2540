// Starts the program: fetches it and the fonts in parallel, or shows why it cannot start. Contains no application logic.
import { let_go } from './{{asset:hold.js}}';

const root = document.documentElement;

// 1. Applies the language and the scheme that the customer chose last time, before anything is shown.
const remembered = (key) => {
  try {
    return localStorage.getItem('guichet.' + key);
  } catch {
    return null;
  }
};
const language = remembered('language') || (navigator.language || 'fr').slice(0, 2);
root.dataset.language = root.lang = language === 'en' ? 'en' : 'fr';
const scheme = remembered('theme');
if (scheme === 'dark' || scheme === 'light') root.dataset.scheme = scheme;

// Safari on phones enlarges the page at each field of letters below 16 px, and leaves it so. With this it does not, and still
// lets two fingers zoom, which other browsers would not.
if (CSS.supports('-webkit-touch-callout', 'none')) document.querySelector('meta[name=viewport]').content += ', maximum-scale=1';

// 2. Error messages.
let troubled = false;
const trouble = (why, error) => {
  if (error) console.error(error);
  if (troubled) return;
  troubled = true;
  root.dataset.trouble = why;
  root.dataset.idle = 'true';
  const page = document.getElementById('trouble');
  page.setAttribute('aria-labelledby', 'trouble-' + root.dataset.language);
  page.focus();
};
// Reload at the same address; the plain links, without this script, lose the part after '#'.
for (const link of document.querySelectorAll('[data-retry]')) link.addEventListener('click', (event) => {
  event.preventDefault();
  location.reload();
});

// The program uses SIMD: validates the smallest module with 128-bit vectors.
const has_wasm = () => typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]));
// Creates the real context, with the program's options: a second one would take as long as loading.
const has_webgl = () => !!document.getElementById('canvas').getContext('webgl2',
  { alpha: false, depth: false, stencil: false, antialias: false });

class Missing extends Error {}
const fetched = async (address, options) => {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    throw new Missing(address, { cause: error });
  }
  if (!response.ok) throw new Missing(`${address}: ${response.status}`);
  return response;
};

// 3. The fonts: for the program's drawing and for the page's text fields.
const fetch_assets = async () => {
  const assets = {};
  await Promise.all([...document.querySelectorAll('link[data-asset]')].map(async (link) => {
    assets[link.dataset.asset] = new Uint8Array(await (await fetched(link.href)).arrayBuffer());
  }));
  return assets;
};
// Files that the first frame does not need are fetched when the program asks.
const fetch_later = async (name) => {
  const known = [...document.querySelectorAll('meta[data-later]')].find((one) => one.dataset.later === name);
  return new Uint8Array(await (await fetched(known.content)).arrayBuffer());
};
const register_font = async (bytes, weight) => {
  // An ascent of whole pixels, where browsers would round it in different ways: a field's text stays in its place when the page
  // shows it instead of the canvas.
  const font = await new FontFace('Guichet', bytes, { weight, ascentOverride: '100.2%', descentOverride: '20.8%' }).load();
  document.fonts.add(font);
  if (weight !== '400') return;
  // The canvas sizes a font by its line height, CSS by its em: set the ratio.
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = '1000px Guichet';
  const line = pen.measureText('x');
  const height = line.fontBoundingBoxAscent + line.fontBoundingBoxDescent;
  if (height > 0) root.style.setProperty('--em', String(1000 / height));
};

// 4. The program.
const start = async () => {
  if (!has_wasm()) return trouble('wasm');
  const module = import('./{{asset:guichet.mjs}}').catch((error) => {
    throw new Missing('guichet.mjs', { cause: error });
  });
  const compiled = compile(document.querySelector('link[data-program]').href);
  const loaded = fetch_assets();
  // An address with a path needs the second part at once; the home page does not.
  const rest = location.hash.length > 2 ? compile(rest_address) : null;
  // The first failure is reported by the awaits below; mark the other rejections as handled.
  for (const one of [module, compiled, loaded, rest]) one?.catch(() => {});
  if (!has_webgl()) return trouble('webgl');

  const [{ default: create }, assets] = await Promise.all([module, loaded]);
  const fonts = [['inter-regular.otf', '400'], ['inter-semibold.otf', '600']];
  await Promise.all(fonts.map(([name, weight]) => register_font(assets[name], weight))).catch(console.warn);

  const ready = await compiled;
  await create({
    canvas: document.getElementById('canvas'),
    assets,
    fetchAsset: fetch_later,
    onAbort: (why) => trouble('crash', why),
    instantiateWasm: (imports, done) => {
      add_stand_ins(ready, imports);
      WebAssembly.instantiate(ready, imports).then(async (instance) => {
        first = { program: ready, exports: instance.exports };
        if (rest) join(await rest);
        done(instance, ready);
      }).catch(failed);
      return {};
    },
  });
};

// If the server sends a wrong type for .wasm files, compile after loading instead.
const compile = async (address, options) => {
  try {
    return await WebAssembly.compileStreaming(fetched(address, options));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return WebAssembly.compile(await (await fetched(address, options)).arrayBuffer());
  }
};

// 5. The program has two parts: the code for the first frame of the home page, and the rest, which is fetched right after that
// frame. Until then each function of the rest has a stand-in that loads it synchronously. Stand-ins should never run, because
// input is held back until the rest is there (hold.js).
const rest_address = document.querySelector('meta[data-rest]').content;
let first = null;  // { program, exports } once the first part runs

const add_stand_ins = (program, imports) => {
  for (const { module, name } of WebAssembly.Module.imports(program)) {
    if (!module.startsWith('r.')) continue;
    (imports[module] ||= {})[name] = (...args) => {
      if (!is_whole()) join_at_once();
      return later_functions().get(+name)(...args);
    };
  }
};
const join_at_once = () => {
  try {
    join(compile_while_all_waits(rest_address));
  } catch (error) {
    // The program is in the middle of a call and cannot continue.
    trouble('network', error);
    throw new WebAssembly.RuntimeError('the rest of the program is missing');
  }
};
const is_whole = () => root.dataset.whole === 'true';
// The table by which the first part calls the rest; wasm-split chooses its name.
const later_functions = () => Object.entries(first.exports).find(([name, one]) => name[0] === '%' && one instanceof WebAssembly.Table)[1];

const build_of = (program) => new Uint8Array(WebAssembly.Module.customSections(program, 'guichet')[0] || []).join();
const join = (rest) => {
  if (is_whole()) return;
  if (build_of(rest) !== build_of(first.program)) throw new Missing('the parts of the program are of different builds');
  new WebAssembly.Instance(rest, { f: first.exports });
  root.dataset.whole = 'true';
  Promise.resolve().then(let_go);  // later, not during a call of the program
};

// After the first frame, on the program's event. If the rest is slow or fails, the page says so, and the first part goes on
// working.
const join_soon = async () => {
  for (let pause = 2; !is_whole(); pause = Math.min(pause * 2, 30)) {
    const slow = setTimeout(() => { root.dataset.partly = 'slow'; }, 4000);
    try {
      // After a failure, bypass the browser's cache, which may hold an incomplete copy.
      join(await compile(rest_address, pause > 2 ? { cache: 'reload' } : {}));
    } catch (error) {
      console.warn(error);
      root.dataset.partly = 'missing';
      await a_while(pause);
    } finally {
      clearTimeout(slow);
    }
  }
  add_later_parts();
};

addEventListener('guichet-started', join_soon);

// Waits some seconds, or until the network is back.
const a_while = (seconds) => new Promise((done) => {
  const ended = new AbortController();
  const end = () => { ended.abort(); clearTimeout(late); done(); };
  const late = setTimeout(end, seconds * 1000);
  addEventListener('online', end, { signal: ended.signal });
});

const compile_while_all_waits = (address) => {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');  // the only way to get bytes from a synchronous request
  try {
    request.send();
  } catch (error) {
    throw new Missing(address, { cause: error });
  }
  if (request.status !== 200) throw new Missing(`${address}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
};

const failed = (error) => trouble(error instanceof Missing ? 'network' :
  error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? 'wasm' : 'crash', error);

const fault = (error) => { if (error instanceof WebAssembly.RuntimeError) trouble('crash'); };
addEventListener('error', (event) => fault(event.error));
addEventListener('unhandledrejection', (event) => fault(event.reason));
addEventListener('guichet-lost', () => trouble('lost'));
start().catch(failed);

// 6. What is needed only when the program is complete: the style for paper, and for offline use the service worker, which fetches
// what it keeps. A tab may stay open for days: a newer version is looked for when it is seen again and daily, and the program
// says when one is there.
const add_later_parts = async () => {
  const paper = { rel: 'stylesheet', media: 'print', href: './{{asset:print.css}}' };
  document.head.append(Object.assign(document.createElement('link'), paper));
  if (!('serviceWorker' in navigator && isSecureContext)) return;
  const workers = navigator.serviceWorker;
  let served = !!workers.controller;  // else the first worker takes charge of this page, which is of its version
  workers.addEventListener('controllerchange', () => {
    if (served) dispatchEvent(new Event('guichet-renewed'));
    served = true;
  });
  try {
    const registration = await workers.register('./service-worker.js');
    const look = () => { if (!document.hidden) registration.update().catch(() => {}); };
    document.addEventListener('visibilitychange', look);
    setInterval(look, 24 * 3600 * 1000);
  } catch (error) {
    console.warn(error);
  }
};
