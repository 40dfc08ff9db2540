// Starts the program: fetches it and the fonts at the same time, or says readably why it cannot.
// It knows nothing of what the program does.
const root = document.documentElement;

// 1. The language and the scheme that the customer chose last time, before anything is seen.
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

// 2. What to say when it does not work.
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
// Without this script the same links load the page again, without its place.
for (const link of document.querySelectorAll('[data-retry]')) link.addEventListener('click', (event) => {
  event.preventDefault();
  location.reload();
});

// The program uses 128-bit vectors: this is the smallest module that does.
const has_wasm = () => typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]));
// Asked of the canvas itself, with what the program will ask for: making the context takes as long as loading.
const has_webgl = () => !!document.getElementById('canvas').getContext('webgl2',
  { alpha: false, depth: false, stencil: false, antialias: false });

class Missing extends Error {}
const fetched = async (address) => {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new Missing(address, { cause: error });
  }
  if (!response.ok) throw new Missing(`${address}: ${response.status}`);
  return response;
};

// 3. The fonts: the program draws with them, and the page's text fields use the same bytes.
const fetch_assets = async () => {
  const assets = {};
  await Promise.all([...document.querySelectorAll('link[data-asset]')].map(async (link) => {
    assets[link.dataset.asset] = new Uint8Array(await (await fetched(link.href)).arrayBuffer());
  }));
  return assets;
};
// What the first frame does not need is fetched when the program asks.
const fetch_later = async (name) => {
  const known = [...document.querySelectorAll('meta[data-later]')].find((one) => one.dataset.later === name);
  return new Uint8Array(await (await fetched(known.content)).arrayBuffer());
};
const register_font = async (bytes, weight) => {
  const font = await new FontFace('Guichet', bytes, { weight }).load();
  document.fonts.add(font);
  if (weight !== '400') return;
  // The canvas sizes a font by the height of its line, the page by its em.
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
  // Whichever fails first is told below; the others must not be told of a second time.
  for (const one of [module, compiled, loaded]) one.catch(() => {});
  if (!has_webgl()) return trouble('webgl');

  const [{ default: create }, assets] = await Promise.all([module, loaded]);
  const fonts = [['inter-regular.otf', '400'], ['inter-semibold.otf', '600']];
  await Promise.all(fonts.map(([name, weight]) => register_font(assets[name], weight))).catch(console.warn);

  await create({
    canvas: document.getElementById('canvas'),
    assets,
    fetchAsset: fetch_later,
    onAbort: (why) => trouble('crash', why),
    instantiateWasm: (imports, done) => {
      compiled.then(async (program) => done(await WebAssembly.instantiate(program, imports), program)).catch(failed);
      return {};
    },
  });
};

// A server that does not know the type of .wasm files keeps the browser from compiling while it loads.
const compile = async (address) => {
  try {
    return await WebAssembly.compileStreaming(fetched(address));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return WebAssembly.compile(await (await fetched(address)).arrayBuffer());
  }
};

const failed = (error) => trouble(error instanceof Missing ? 'network' :
  error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? 'wasm' : 'crash', error);

const fault = (error) => { if (error instanceof WebAssembly.RuntimeError) trouble('crash'); };
addEventListener('error', (event) => fault(event.error));
addEventListener('unhandledrejection', (event) => fault(event.reason));
addEventListener('guichet-lost', () => trouble('lost'));
start().catch(failed);

// 5. Offline: the next visit does not need the network.
if ('serviceWorker' in navigator && isSecureContext)
  addEventListener('load', () => navigator.serviceWorker.register('./service-worker.js').catch(console.warn));
