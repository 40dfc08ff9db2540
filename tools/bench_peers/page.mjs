// What runs inside Chromium: our engine, and how a list of rows is searched, sorted and stored without it. Every function
// gives back plain numbers; times are in milliseconds.

export const now = () => performance.now();
const screen_rows = 50;

// As base::fold does it for these rows: lower case without accents.
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'");
export const words_of = (text) => [...new Set(fold(text).split(/\s+/).filter(Boolean))];

// FNV-1a of the ids on the first screen, as tools/bench_rows.hpp has it.
export function fingerprint(ids) {
  let sum = 2166136261;
  for (const id of ids.slice(0, screen_rows))
    for (let at = 0; at < id.length; ++at) sum = Math.imul(sum ^ id.charCodeAt(at), 16777619) >>> 0;
  return sum;
}

// Our engine: the lines that bench_table prints.
export async function ours(services) {
  const { default: create } = await import('/ours/bench_table.mjs');
  const lines = [];
  await create({ arguments: ['--services', String(services)], print: (line) => lines.push(line), printErr: (line) => console.error(line) });
  return lines.map((line) => JSON.parse(line));
}

// The same rows: [id, names, kind, label, account, status, linked to, created, expires].
export async function load_rows(services) {
  const reader = (await fetch(`/rows/${services}`)).body.pipeThrough(new TextDecoderStream()).getReader();
  const rows = [];
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) for (const row of JSON.parse(line)) rows.push(row);
  }
  if (rows.length !== services) throw new Error(`${rows.length} rows came, ${services} were asked for`);
  return globalThis.bench_rows = rows;
}

export const id = 0, first_text = 1, last_text = 6, created = 7, expires = 8;
const text_of = (row) => fold(row.slice(first_text, last_text + 1).join('\n'));

// Types the scripts again and again, for `limit_ms` at most, and gives back each key's times and what it found.
// `type(text)` shows a text's rows and gives { first, whole, found, screen }; `reset(text)` does the same unmeasured.
export async function run_scripts(scripts, limit_ms, type) {
  const begin = now();
  const results = [];
  for (let run = 0; run < 9 && (run < 1 || now() - begin < limit_ms); ++run) {
    for (const [number, { script, before, keys }] of scripts.entries()) {
      await type(before);
      for (const [at, typed] of keys.entries()) {
        const seen = await type(typed);
        const result = (results[number] ||= [])[at] ||= { script, typed, found: seen.found, screen: seen.screen, first: [], whole: [] };
        result.first.push(seen.first);
        result.whole.push(seen.whole);
      }
      if (run > 0 && now() - begin > limit_ms) break;
    }
  }
  return results.flat();
}

// --- plain JavaScript ---------------------------------------------------------------

// An array of folded strings; a text that goes on from the one before looks only at what that one found.
export async function plain(scripts, limit_ms) {
  const rows = globalThis.bench_rows;
  let begin = now();
  const texts = rows.map(text_of);
  const made = now() - begin;

  const sorts = {};
  const by_text = (column) => {
    const keys = rows.map((row) => fold(row[column]));
    return (a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b);
  };
  const sort = (name, order) => {
    begin = now();
    const sorted = rows.map((_, at) => at).sort(order());
    sorts[name] = now() - begin;
    return sorted;
  };
  sort('name', () => by_text(first_text));
  sort('status', () => by_text(5));
  const all = sort('expires', () => (a, b) => rows[a][expires] - rows[b][expires] || a - b);

  let before = '', found = all;
  const type = (typed) => {
    const start = now();
    const words = words_of(typed);
    const candidates = typed.startsWith(before) ? found : all;
    const next = [];
    let first = 0;
    candidates: for (const row of candidates) {
      for (const word of words) if (!texts[row].includes(word)) continue candidates;
      if (next.push(row) === screen_rows) first = now() - start;
    }
    const whole = now() - start;
    before = typed;
    found = next;
    return { first: first || whole, whole, found: next.length, screen: fingerprint(next.slice(0, screen_rows).map((row) => rows[row][id])) };
  };
  return { made, sorts, keys: await run_scripts(scripts, limit_ms, type) };
}

// --- AG Grid ------------------------------------------------------------------------

const script = (address) => new Promise((done, fail) => {
  const element = document.createElement('script');
  element.src = address;
  element.onload = done;
  element.onerror = () => fail(new Error(`${address} could not be loaded`));
  document.head.append(element);
});
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

// The client-side row model with the quick filter and its cache. Times are of the call, after which all rows stand; what
// the grid draws in later frames is not counted.
export async function grid(scripts, limit_ms) {
  await script('/peers/ag-grid-community/dist/ag-grid-community.min.js');
  const rows = globalThis.bench_rows.map(([id, name, kind, label, account, status, linked, created, expires]) =>
    ({ id, name, kind, label, account, status, linked, created, expires }));
  const place = document.createElement('div');
  place.style.cssText = 'width:1200px;height:700px';
  document.body.replaceChildren(place);
  const searched = { getQuickFilterText: ({ value }) => fold(value || '') };
  const silent = { getQuickFilterText: () => '' };
  const by_fold = (a, b) => { const x = fold(a), y = fold(b); return x < y ? -1 : x > y ? 1 : 0; };
  let begin = now();
  const api = globalThis.agGrid.createGrid(place, {
    rowData: rows,
    cacheQuickFilter: true,
    quickFilterParser: (text) => words_of(text).map((word) => word.toUpperCase()),
    columnDefs: [...['name', 'kind', 'label', 'account', 'status', 'linked'].map((field) => ({ field, ...searched, comparator: by_fold })),
      { field: 'created', ...silent }, { field: 'expires', ...silent }],
  });
  const made = now() - begin;
  await frame();

  const sort = (field, direction = 'asc') => {
    begin = now();
    api.applyColumnState({ state: [{ colId: field, sort: direction }], defaultState: { sort: null } });
    return now() - begin;
  };
  const sorts = {}, again = {};
  for (const field of ['name', 'status', 'expires']) sorts[field] = sort(field);
  for (const field of ['name', 'status', 'expires']) again[field] = sort(field);
  await frame();

  const type = async (typed) => {
    const start = now();
    api.setGridOption('quickFilterText', typed);
    const whole = now() - start;
    const found = api.getDisplayedRowCount();
    const ids = [];
    for (let at = 0; at < screen_rows && at < found; ++at) ids.push(api.getDisplayedRowAtIndex(at).data.id);
    await frame();
    return { first: whole, whole, found, screen: fingerprint(ids) };
  };
  begin = now();
  const cold = await type('b');
  const result = { made, sorts, again, cold: cold.whole, keys: await run_scripts(scripts, limit_ms, type) };
  api.destroy();
  return result;
}
