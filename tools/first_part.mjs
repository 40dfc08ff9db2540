// Finds the functions that run before the first frame and until the whole program is loaded, and the texts shown by then:
//   node tools/first_part.mjs MODULE SITE
// Opens the site in Chromium, and writes src/app/first_part.txt and assets/texts/first.txt. The opened program counts calls
// (wasm-split --instrument) and is not split, except for the function that looks up later texts: calls to it go through the
// page, which records the requested texts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Customer, close_all } from '../tests/browser/customer.mjs';
import { chooses, first_that_may } from '../tests/browser/lists.mjs';
import { serve } from '../tests/browser/machine.mjs';
import { first_of, places_of } from './generate_texts.mjs';
import { list_of } from './lib/first_part.mjs';
import { functions_of, module_of, sections_of } from './lib/wasm.mjs';
import { run_wasm_split, split } from './split_module.mjs';

const [module_file, site] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const wasm_split = path.join(root, '.toolchain/bin/wasm-split');
const later = split(wasm_split, readFileSync(module_file), (names) => names.filter((name) => !name.startsWith('base::later_text(')), { named: true });
const functions = functions_of(later.first);
const counting = instrumented(later.first);
const nothing = module_of(sections_of(later.first).slice(-1));  // contains only the build's mark, for the page to join

// Typical visits: new customers in both languages and themes, on wide and narrow screens; returning customers, also just after
// a change, while it is in the log but not yet in the pages.
const visits = [
  { language: 'fr-FR', width: 1280, height: 800, density: 1, calm: false },
  { language: 'fr-FR', width: 1280, height: 800, density: 1, again: true },
  { language: 'fr-FR', width: 2000, height: 800, changes: true, again: true },
  { language: 'en-GB', width: 390, height: 844, dark: true, density: 3, phone: true },
  { language: 'en-GB', width: 820, height: 1180, density: 1, dark: true },
  { language: 'fr-FR', width: 2560, height: 1440, density: 0.5, again: true },
  { language: 'fr-FR', width: 1024, height: 640, density: 1.25 },
  { language: 'fr-FR', width: 1280, height: 800, density: 0.5 },
];

const server = await serve(site);
const called = new Set();
const asked = new Set();  // positions of texts
try {
  for (const visit of visits) {
    const before = called.size;
    await open(visit);
    console.log(`${visit.width} × ${visit.height}, ${visit.language}${visit.changes ? ', after a change' : visit.again ? ', again' : ''}: ${called.size - before} more functions, ${called.size} in all`);
  }
} finally {
  await close_all();
  server.stop();
}
const names = [...called].map((at) => functions[at].name);
write('src/app/first_part.txt', 'What the first part of the program has; a function that is not here is in the second part.', list_of(names));
const first_texts = path.join(root, 'assets/texts/first.txt');
const places = places_of(JSON.parse(readFileSync(path.join(root, 'assets/texts/fr.json'), 'utf8')));
// Texts that are in this program's first part are never requested as later ones, so they are kept.
const said = [...first_of(readFileSync(first_texts, 'utf8'))].filter((key) => places.includes(key));
write('assets/texts/first.txt', 'The sentences that are said before the program is whole, by their keys; all others come with the second part.',
  [...new Set([...said, ...[...asked].map((place) => places[place])])].sort());
const size = (some) => Math.round(some.reduce((sum, one) => sum + one.size, 0) / 1024);
console.log(`${names.length} of ${functions.length} functions, ${size([...called].map((at) => functions[at]))} of ${size(functions)} KB of code; ${asked.size} more sentences`);

function write(file, what, lines) {
  writeFileSync(path.join(root, file), `# ${what} Made by tools/first_part.\n${lines.join('\n')}\n`);
}

function instrumented(module) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-counting-'));
  try {
    const file = path.join(folder, 'counting.wasm');
    writeFileSync(file, module);
    run_wasm_split(wasm_split, ['--instrument', '--quiet', file, '-o', file]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open({ dark, again = false, changes = false, ...wishes }) {
  const customer = await Customer.arrives({ ...wishes, theme: dark ? 'dark' : 'light', where: server.address, serviceWorkers: 'block', before: async (context) => {
    await context.route('**/guichet.first.*.wasm', (route) => route.fulfill({ body: counting, contentType: 'application/wasm' }));
    await context.route('**/guichet.rest.*.wasm', (route) => route.fulfill({ body: nothing, contentType: 'application/wasm' }));
    await context.addInitScript(keep_the_program, later.rest.toString('base64'));
  } });
  try {
    const { page } = customer;
    if (await page.evaluate(() => document.documentElement.dataset.trouble)) throw new Error(`the program did not start: ${customer.complaints.join('; ')}`);
    if (changes) await change_a_label(customer);
    if (again) {
      await page.goto('about:blank');
      await customer.goes_to('');
    }
    // Input that the first part handles without waiting for the rest (shell/hold.js): pointer moves, the wheel, a resize.
    const { width, height } = customer.wishes;
    for (const place of [0.05, 0.3, 0.6, 0.9]) await page.mouse.move(width * place, height * place, { steps: 3 });
    await page.mouse.wheel(0, 200);
    await page.setViewportSize({ width: width - 20, height: height - 20 });
    await customer.idle();
    // The page is hidden and shown again, the network goes and comes back, the system changes its colour scheme.
    await page.evaluate(looks_away);
    await customer.context.setOffline(true);
    await customer.context.setOffline(false);
    await page.emulateMedia({ colorScheme: dark ? 'light' : 'dark', reducedMotion: 'no-preference' });
    await customer.idle();
    const { calls, texts } = await page.evaluate(take_notes, functions.length);
    for (const at of calls) called.add(at);
    for (const place of texts) asked.add(place);
  } finally {
    await customer.leaves();
  }
}

async function change_a_label(customer) {
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  await customer.types('textbox', 'Étiquette', 'Atelier');
  await customer.press('button', 'Enregistrer');
  await customer.sees_no('dialog');
}

// In the page: keeps the program before anything else uses it, and joins it with the function that looks up later texts.
function keep_the_program(rest) {
  const instantiate = WebAssembly.instantiate;
  const asked = window.guichet_asked = new Set();
  let later_text;
  WebAssembly.instantiate = async (module, imports) => {
    for (const name of Object.keys(imports).filter((one) => one.startsWith('r.')))
      imports[name] = { 0: (...args) => { asked.add(args.at(-1)); return later_text(...args); } };
    const program = window.guichet_program = await instantiate(module, imports);
    const table = Object.entries(program.exports).find(([name, one]) => name[0] === '%' && one instanceof WebAssembly.Table)[1];
    const noting = table.get(0);
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(atob(rest), (letter) => letter.charCodeAt(0))), { f: program.exports });
    later_text = table.get(0);
    table.set(0, noting);
    return program;
  };
}

// In the page: simulates a switch to another tab and back.
async function looks_away() {
  for (const state of ['hidden', 'visible']) {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    window.dispatchEvent(new Event(state === 'hidden' ? 'blur' : 'focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((done) => setTimeout(done, 100));
  }
}

// In the page: returns the numbers of the called functions and the positions of the requested later texts. The program is
// unusable afterwards: the profile overwrites its memory.
function take_notes(functions) {
  const { exports } = window.guichet_program;
  const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
  const at = 65536, head = 8;
  exports.__write_profile(at, head + 4 * functions);
  const first_calls = new Uint32Array(memory.buffer, at + head, functions);
  return { calls: [...first_calls.keys()].filter((number) => first_calls[number] > 0), texts: [...window.guichet_asked] };
}
