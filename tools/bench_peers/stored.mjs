// The second half of what runs inside Chromium: rows in IndexedDB, by Dexie and without it.
import { created, expires, first_text, fold, id, last_text, now, run_scripts, words_of, fingerprint } from './page.mjs';

const screen_rows = 50;
const page_rows = 8192;

const asked = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
const complete = (transaction) => new Promise((done, fail) => {
  transaction.oncomplete = () => done();
  transaction.onabort = () => fail(transaction.error);
});
const strict = { durability: 'strict' };

function open(name, make) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => make(request.result);
  return asked(request);
}

// Writes, opens again, reads a first screen and then everything, `runs` times, each time in a database of its own.
async function write_and_read(runs, make, write, read_first, read_all) {
  const times = { written: [], first: [], all: [] };
  for (let run = 0; run < runs; ++run) {
    const name = `peer-${run}`;
    let database = await open(name, make);
    let begin = now();
    const writing = database.transaction('rows', 'readwrite', strict);
    write(writing.objectStore('rows'));
    await complete(writing);
    times.written.push(now() - begin);
    database.close();

    begin = now();
    database = await open(name, make);
    await read_first(database.transaction('rows').objectStore('rows'));
    times.first.push(now() - begin);
    times.count = await read_all(database.transaction('rows').objectStore('rows'));
    times.all.push(now() - begin);
    database.close();
    await asked(indexedDB.deleteDatabase(name));
  }
  return times;
}

const searchable = (row) => fold(row.slice(first_text, last_text + 1).join('\n'));

// One record a row, with an index by expiry, as one would begin.
export function records(runs) {
  const rows = globalThis.bench_rows;
  return write_and_read(runs,
    (database) => database.createObjectStore('rows', { keyPath: 'id' }).createIndex('expires', 'expires'),
    (store) => { for (const row of rows) store.put({ id: row[id], row, expires: row[expires], created: row[created] }); },
    (store) => asked(store.index('expires').getAll(null, screen_rows)),
    async (store) => (await asked(store.getAll())).map(({ row }) => searchable(row)).length);
}

// Pages of rows as JSON text.
export function json_pages(runs) {
  const rows = globalThis.bench_rows;
  return write_and_read(runs,
    (database) => database.createObjectStore('rows'),
    (store) => {
      for (let at = 0; at < rows.length; at += page_rows) store.put(JSON.stringify(rows.slice(at, at + page_rows)), at);
    },
    async (store) => JSON.parse(await asked(store.get(0))),
    async (store) => {
      let count = 0;
      for (const page of await asked(store.getAll())) count += JSON.parse(page).map(searchable).length;
      return count;
    });
}

// What the app stores for the same account: pairs of key and bytes, each after its length.
export async function load_stored(services, address = '') {
  const bytes = new Uint8Array(await (await fetch(`${address}/stored/${services}`)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const entries = [];
  for (let at = 0; at < bytes.length;) {
    const take = () => {
      const length = view.getUint32(at, true);
      at += 4 + length;
      return bytes.slice(at - length, at);
    };
    entries.push([new TextDecoder().decode(take()), take()]);
  }
  return entries;
}

// Our pages as bytes; that they become a table costs what "pages read" says.
export async function binary_pages(services, runs) {
  const pages = (await load_stored(services)).filter(([key]) => key.startsWith('page/services/'));
  const times = await write_and_read(runs,
    (database) => database.createObjectStore('rows'),
    (store) => { for (const [key, bytes] of pages) store.put(bytes, key); },
    async (store) => asked(store.get((await asked(store.getAllKeys(null, 1)))[0])),
    async (store) => (await asked(store.getAll())).length);
  return { ...times, pages: pages.length, bytes: pages.reduce((sum, [, bytes]) => sum + bytes.length, 0) };
}

// One edit, durable before it counts: the transaction of the app (web/storage.js) with a command of the size of a new label, beside `services` rows of pages.
export async function one_edit(services, runs) {
  const pages = await load_stored(services);
  const database = await open('edits', (fresh) => fresh.createObjectStore('rows'));
  const filling = database.transaction('rows', 'readwrite', strict);
  for (const [key, bytes] of pages) filling.objectStore('rows').put(bytes, key);
  await complete(filling);
  const times = [];
  for (let run = 0; run < runs; ++run) {
    const begin = now();
    const writing = database.transaction('rows', 'readwrite', strict);
    const rows = writing.objectStore('rows');
    const key = `outbox/00000000000000a1/${String(run).padStart(20, '0')}`;
    rows.get('\u0000holder');
    rows.count(key).onsuccess = () => {
      rows.put(crypto.getRandomValues(new Uint8Array(560)), key);
      rows.put({ fence: 1, commits: run, entries: run }, '\u0000holder');
      writing.commit();
    };
    await complete(writing);
    times.push(now() - begin);
  }
  database.close();
  await asked(indexedDB.deleteDatabase('edits'));
  return { edits: times };
}

// Dexie, as its documentation has it: bulkPut, an index to order by, a filter for what no index can answer.
export async function dexie(scripts, limit_ms) {
  const element = document.createElement('script');
  element.src = '/peers/dexie/dist/dexie.min.js';
  await new Promise((done, fail) => { element.onload = done; element.onerror = fail; document.head.append(element); });
  const rows = globalThis.bench_rows.map((row) => ({ id: row[id], row, expires: row[expires], text: searchable(row) }));
  const fresh = () => {
    const database = new globalThis.Dexie('dexie-peer', { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ services: 'id, expires' });
    return database;
  };
  await globalThis.Dexie.delete('dexie-peer');
  let database = fresh();
  await database.open();
  let begin = now();
  await database.services.bulkPut(rows);
  const written = now() - begin;
  database.close();

  const opened = [];
  for (let run = 0; run < 5; ++run) {
    database = fresh();
    begin = now();
    await database.services.orderBy('expires').limit(screen_rows).toArray();
    opened.push(now() - begin);
    if (run < 4) database.close();
  }
  const type = async (typed) => {
    const words = words_of(typed);
    const holds = ({ text }) => words.every((word) => text.includes(word));
    begin = now();
    const screen = await database.services.orderBy('expires').filter(holds).limit(screen_rows).toArray();
    const first = now() - begin;
    begin = now();
    const found = await database.services.filter(holds).count();
    return { first, whole: now() - begin, found, screen: fingerprint(screen.map((one) => one.id)) };
  };
  const keys = await run_scripts(scripts, limit_ms, type);
  const edits = [];
  for (let run = 0; run < 30; ++run) {
    begin = now();
    await database.services.update(rows[0].id, { text: `edit ${run}` });
    edits.push(now() - begin);
  }
  database.close();
  await globalThis.Dexie.delete('dexie-peer');
  return { written, opened, edits, keys };
}
