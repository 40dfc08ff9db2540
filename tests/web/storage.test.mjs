// What is stored in the browser: whole or not at all, in order, and every request answered once, whatever IndexedDB does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, with_browser } from './stand.mjs';

with_browser();

// Runs in the page: the calls that C++ makes, as promises of their one answer.
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
  globalThis.writes = (store, changes, strict = true) => {
    const request = next++;
    const [at, length] = put(pack(changes));
    js_storage_write(store, request, at, length, strict ? 1 : 0);
    HEAPU8.fill(255, at, at + length);  // C++ uses its memory again at once
    return answer_to(request);
  };
  globalThis.reads = (store, prefix) => {
    const request = next++;
    js_storage_read(store, request, ...put(prefix));
    return answer_to(request);
  };
  globalThis.clears = (store) => {
    const request = next++;
    js_storage_clear(store, request);
    return answer_to(request);
  };
};
const stand = (t, prepare) => open(t, { prepare: `(${vocabulary})(); (${prepare || (() => {})})();` });

test('what was written is read back by prefix, in the order of the keys, also after a reload', async (t) => {
  const page = await stand(t);
  await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['page/services/2', [2]], ['page/services/10', [10]], ['meta', [1, 2, 3]], ['page/services/1', []], ['page0', [9]]]);
  });
  await page.reload();
  await page.evaluate(() => begin());
  const read = await page.evaluate(() => reads(opened('guichet'), 'page/services/'));
  assert.deepEqual(read.entries, [['page/services/1', []], ['page/services/10', [10]], ['page/services/2', [2]]]);
  assert.equal((await page.evaluate(() => reads(0, ''))).entries.length, 5);
  assert.deepEqual((await page.evaluate(() => reads(0, 'none'))), { request: read.request + 2, ok: true, why: '', entries: [], times: 1 });
  assert.equal(await page.evaluate(() => js_storage_lasting(0)), 1);
});

test('a write with erasures is one transaction, and a read made after it sees it', async (t) => {
  const page = await stand(t);
  const read = await page.evaluate(async () => {
    const store = opened('guichet');
    writes(store, [['outbox/1', [1]], ['outbox/2', [2]]]);
    writes(store, [['outbox/1', null], ['meta', [7]]], false);
    return reads(store, '');
  });
  assert.deepEqual(read.entries, [['meta', [7]], ['outbox/2', [2]]]);
});

test('more entries than one batch are read whole and once', async (t) => {
  const page = await stand(t);
  const read = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, Array.from({ length: 200 }, (_, at) => [`page/${String(at).padStart(4, '0')}`, [at & 255]]));
    return reads(store, 'page/');
  });
  assert.equal(read.entries.length, 200);
  assert.deepEqual(read.entries.map(([key]) => +key.slice(5)), Array.from({ length: 200 }, (_, at) => at));
});

test('everything is erased when the demo is reset', async (t) => {
  const page = await stand(t);
  const [cleared, read] = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['meta', [1]]]);
    return [await clears(store), await reads(store, '')];
  });
  assert.equal(cleared.ok, true);
  assert.deepEqual(read.entries, []);
});

test('without IndexedDB the entries are kept in memory, and the program is told that they will not last', async (t) => {
  const page = await stand(t, () => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  const [wrote, read, lasting] = await page.evaluate(async () => {
    const store = opened('guichet');
    return [await writes(store, [['b', [2]], ['a', [1]], ['c', null]]), await reads(store, ''), js_storage_lasting(store)];
  });
  assert.deepEqual([wrote.ok, wrote.times], [true, 1]);
  assert.deepEqual(read.entries, [['a', [1]], ['b', [2]]]);
  assert.equal(lasting, 0);
});

test('of two tabs the one that read everything last writes; the other is refused with "elsewhere" and loads anew when the customer is back', async (t) => {
  const first = await stand(t);
  await first.evaluate(async () => {
    await reads(opened('guichet'), '');
    await writes(0, [['a', [1]]]);
  });
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.evaluate(`(${vocabulary})(); begin();`);
  assert.deepEqual((await second.evaluate(() => reads(opened('guichet'), ''))).entries, [['a', [1]]]);

  const refused = await first.evaluate(() => writes(0, [['a', [2]], ['b', [2]]]));
  assert.deepEqual([refused.ok, refused.why, refused.times], [false, 'elsewhere', 1]);
  assert.equal((await second.evaluate(() => writes(0, [['c', [3]]]))).ok, true);
  assert.deepEqual((await second.evaluate(() => reads(0, 'a'))).entries, [['a', [1]]]);

  const loaded = first.waitForEvent('load');
  await first.evaluate(() => { dispatchEvent(new Event('focus')); });
  await loaded;
  await first.evaluate(`(${vocabulary})(); begin();`);
  assert.deepEqual((await first.evaluate(() => reads(opened('guichet'), ''))).entries, [['a', [1]], ['c', [3]]]);
  assert.equal((await first.evaluate(() => writes(0, [['a', [4]]]))).ok, true);
});

test('the tab that erases everything goes on writing', async (t) => {
  const page = await stand(t);
  await page.evaluate(() => reads(opened('guichet'), ''));
  await page.evaluate(() => clears(0));
  assert.equal((await page.evaluate(() => writes(0, [['a', [1]]]))).ok, true);
  assert.deepEqual((await page.evaluate(() => reads(0, ''))).entries, [['a', [1]]]);
});

test('a full disk refuses the whole write with "quota", and what was there stays', async (t) => {
  const page = await stand(t);
  const [refused, read] = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['a', [1]]]);
    // At its quota a browser aborts the transaction and fails no request.
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (args[1] === 'b') {
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
        this.transaction.abort();
      }
      return request;
    };
    return [await writes(store, [['a', [2]], ['b', [3]]]), await reads(store, '')];
  });
  assert.deepEqual([refused.ok, refused.why, refused.times], [false, 'quota', 1]);
  assert.deepEqual(read.entries, [['a', [1]]]);
});

test('a database that the browser closed is opened again without anybody noticing', async (t) => {
  const page = await stand(t);
  const read = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['a', [1]]]);
    (await storage.stores[store].database).close();
    await writes(store, [['b', [2]]]);
    return reads(store, '');
  });
  assert.deepEqual(read.entries, [['a', [1]], ['b', [2]]]);
});

test('a tab with an older program makes way, and is refused with "closed" when it writes afterwards', async (t) => {
  const page = await stand(t);
  const refused = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['a', [1]]]);
    await new Promise((done, fail) => {
      const newer = indexedDB.open('guichet', 2);
      newer.onsuccess = () => done(newer.result.close());
      newer.onblocked = newer.onerror = () => fail(new Error('blocked'));
    });
    return writes(store, [['a', [2]]]);
  });
  assert.deepEqual([refused.ok, refused.why, refused.times], [false, 'closed', 1]);
});

test('a database that never opens is answered with "blocked" instead of never', async (t) => {
  const page = await stand(t, () => { IDBFactory.prototype.open = () => ({}); });
  const read = await page.evaluate(async () => {
    storage.PATIENCE_MS = 50;
    return reads(opened('guichet'), '');
  });
  assert.deepEqual([read.ok, read.why, read.times], [false, 'blocked', 1]);
});

test('a transaction that never ends is given up and answered', async (t) => {
  const page = await stand(t);
  const wrote = await page.evaluate(async () => {
    const store = opened('guichet');
    await writes(store, [['a', [1]]]);
    storage.PATIENCE_MS = 50;
    // Keeps the transaction busy for good, as a stuck disk does.
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const again = () => { try { this.get('x').onsuccess = again; } catch { /* aborted */ } };
      again();
      return put.apply(this, args);
    };
    return writes(store, [['a', [2]]]);
  });
  assert.deepEqual([wrote.ok, wrote.why, wrote.times], [false, 'aborted', 1]);
});
