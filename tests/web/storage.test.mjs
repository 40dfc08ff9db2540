// Storage in the browser: writes are atomic and ordered, and every request is answered exactly once, whatever IndexedDB
// does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_browser } from './stand.mjs';
import { stand } from './storage_words.mjs';

with_browser();

test('what was written is read back in the order of the keys, also after a reload', async (t) => {
  const page = await stand(t);
  await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['page/services/2', [2]], ['page/services/10', [10]], ['meta', [1, 2, 3]], ['page/services/1', []], ['page0', [9]]]);
  });
  await page.reload();
  await page.evaluate(() => begin());
  const read = await page.evaluate(async () => (await opens())[1]);
  assert.deepEqual([read.ok, read.why, read.times], [true, '', 1]);
  assert.deepEqual(read.entries, [['meta', [1, 2, 3]], ['page/services/1', []], ['page/services/10', [10]], ['page/services/2', [2]], ['page0', [9]]]);
  assert.deepEqual(await page.evaluate(() => [js_storage_lasting(0), js_storage_lost(0), js_storage_seat(0), js_storage_leads(0)]), [1, 0, 0, 1]);
});

test('a write with erasures is one transaction, and a read made after it sees it', async (t) => {
  const page = await stand(t);
  const read = await page.evaluate(async () => {
    const [store] = await opens();
    writes(store, [['outbox/1', [1]], ['outbox/2', [2]]], { lead: false });
    writes(store, [['outbox/1', null], ['meta', [7]]], { strict: false });
    return reads(store);
  });
  assert.deepEqual(read.entries, [['meta', [7]], ['outbox/2', [2]]]);
});

test('more entries than one batch are read whole and once, and the first of them are handed over before the rest', async (t) => {
  const page = await stand(t);
  const [read, parts] = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, Array.from({ length: 200 }, (_, at) => [`page/${String(at).padStart(4, '0')}`, [at & 255]]));
    const answer = await reads(store);
    return [answer, parts.filter((part) => part.request === answer.request)];
  });
  assert.deepEqual(read.entries.map(([key]) => +key.slice(5)), Array.from({ length: 200 }, (_, at) => at));
  assert.equal(parts[0].entries, 8);
  assert.equal(parts.at(-1).entries, 200);
});

test('the entry that somebody waits for comes before all others, by itself, and once', async (t) => {
  const page = await stand(t);
  const keys = Array.from({ length: 30 }, (_, at) => `page/${String(at).padStart(4, '0')}`);
  const reading = await page.evaluate(async (keys) => {
    const [store] = await opens();
    await writes(store, keys.map((key, at) => [key, [at]]));
    const all = [];
    for (const first of ['page/0017', 'page/0000', 'page/0029', 'nobody']) {
      const answer = await reads(store, first);
      all.push({ first, entries: answer.entries, parts: parts.filter((part) => part.request === answer.request).map((part) => part.entries) });
    }
    return all;
  }, keys);
  for (const { first, entries, parts } of reading) {
    const expected = keys.includes(first) ? [first, ...keys.filter((key) => key !== first)] : keys;
    assert.deepEqual(entries, expected.map((key) => [key, [keys.indexOf(key)]]));
    if (keys.indexOf(first) > 0) assert.equal(parts[0], 1);
    assert.equal(parts.at(-1), 30);
  }
});

test('large entries are handed over one by one, whatever kind of bytes they are', async (t) => {
  const page = await stand(t);
  const seen = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['a', [1]], ['meta', [2]]]);
    const database = await storage.database(storage.stores[store]);
    await new Promise((done) => {
      const writing = database.transaction('bytes', 'readwrite');
      for (let at = 0; at < 20; ++at) writing.objectStore('bytes').put(at % 2 ? new Uint8Array(300_000).fill(at) : new Uint8Array(300_000).fill(at).buffer, `page/${at + 10}`);
      writing.oncomplete = done;
    });
    const answer = await reads(store);
    return { entries: answer.entries.map(([key, bytes]) => [key, bytes.length, bytes.at(-1)]), parts: parts.filter((part) => part.request === answer.request).map((part) => part.entries) };
  });
  assert.deepEqual(seen.entries, [['a', 1, 1], ['meta', 1, 2], ...Array.from({ length: 20 }, (_, at) => [`page/${at + 10}`, 300_000, at])]);
  // The first reads were requested before the size of the entries was known, so they came together.
  assert.deepEqual(seen.parts, [8, 16, 17, 18, 19, 20, 21, 22]);
});

test('without IndexedDB the entries are kept in memory, and the program is told that they will not last', async (t) => {
  const page = await stand(t, () => Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  const [wrote, read, lasting] = await page.evaluate(async () => {
    const [store] = await opens();
    return [await writes(store, [['b', [2]], ['a', [1]], ['c', null]]), await reads(store), js_storage_lasting(store)];
  });
  assert.deepEqual([wrote.ok, wrote.times], [true, 1]);
  assert.deepEqual(read.entries, [['a', [1]], ['b', [2]]]);
  assert.equal(lasting, 0);
});

test('a full disk refuses the whole write with "quota", and what was there stays', async (t) => {
  const page = await stand(t);
  const [refused, read] = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['a', [1]]]);
    // Over quota a browser aborts the transaction without failing a request.
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (args[1] === 'b') {
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
        this.transaction.abort();
      }
      return request;
    };
    return [await writes(store, [['a', [2]], ['b', [3]]]), await reads(store)];
  });
  assert.deepEqual([refused.ok, refused.why, refused.times], [false, 'quota', 1]);
  assert.deepEqual(read.entries, [['a', [1]]]);
});

test('a database that the browser closed is opened again without anybody noticing', async (t) => {
  const page = await stand(t);
  const read = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['a', [1]]]);
    (await storage.stores[store].database).close();
    await writes(store, [['b', [2]]]);
    return reads(store);
  });
  assert.deepEqual(read.entries, [['a', [1]], ['b', [2]]]);
});

// Chromium lets a transaction begin on a connection that it is about to close, and sends no event for it.
const closes_when_asked = (times) => {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    if (times-- <= 0) return transaction.apply(this, args);
    this.close();
    setTimeout(() => this.dispatchEvent(new Event('close')));
    return { objectStore: () => ({ get: () => ({}), count: () => ({}) }), abort() {} };
  };
};
const read_anew = async (page, closings = 0) => {
  await page.reload();
  await page.evaluate(() => begin());
  await page.evaluate(closes_when_asked, closings);
  return page.evaluate(async () => ({ ...(await opens())[1], lost: js_storage_lost(0) }));
};

test('what was asked of a database while the browser closed it is asked once more, and not waited for in vain', async (t) => {
  const page = await stand(t);
  await page.evaluate(() => opens());
  await page.evaluate(closes_when_asked, 1);
  const answer = await page.evaluate(() =>
    Promise.race([writes(0, [['meta', [1]]]), new Promise((done) => setTimeout(done, 5000, 'no answer'))]));
  assert.deepEqual([answer.ok, answer.times], [true, 1]);
  assert.deepEqual((await read_anew(page)).entries, [['meta', [1]]]);
});

test('a reading during which the browser closes the database twice is tried again, and nothing is said to be lost', async (t) => {
  const page = await stand(t);
  await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['meta', [1]]]);
  });
  const read = await read_anew(page, 2);
  assert.deepEqual([read.ok, read.entries, read.lost], [true, [['meta', [1]]], 0]);
});

test('a tab with an older program makes way, and is refused with "closed" when it writes afterwards', async (t) => {
  const page = await stand(t);
  const refused = await page.evaluate(async () => {
    const [store] = await opens();
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
    return (await opens())[1];
  });
  assert.deepEqual([read.ok, read.why, read.times], [false, 'blocked', 1]);
});

test('a transaction that never ends is given up and answered', async (t) => {
  const page = await stand(t);
  const wrote = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['a', [1]]]);
    storage.PATIENCE_MS = 50;
    // Keeps the transaction busy for ever, like a stuck disk.
    IDBTransaction.prototype.commit = () => {};
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

// Writes, with a transaction that can no longer be aborted and takes `ms` to commit; the timeout is 400 ms.
const commits_for = (page, ms) => page.evaluate(async (ms) => {
  const [store] = await opens();
  storage.PATIENCE_MS = 400;
  IDBTransaction.prototype.abort = () => { throw new DOMException('it is being committed', 'InvalidStateError'); };
  IDBTransaction.prototype.commit = () => {};
  const put = IDBObjectStore.prototype.put;
  const begin = performance.now();
  IDBObjectStore.prototype.put = function (...args) {
    const again = () => { if (performance.now() < begin + ms) this.get('x').onsuccess = again; };
    again();
    return put.apply(this, args);
  };
  const { ok, why, times } = await writes(store, [['a', [2]]]);
  return { ok, why, times, took: performance.now() - begin };
}, ms);

test('a write that can no longer be undone when patience ends is waited for, and answered as it ends', async (t) => {
  const wrote = await commits_for(await stand(t), 600);
  assert.deepEqual([wrote.ok, wrote.times], [true, 1]);
});

test('a write that can no longer be undone and does not end either is answered when patience ends again', async (t) => {
  const wrote = await commits_for(await stand(t), 60_000);
  assert.deepEqual([wrote.ok, wrote.why, wrote.times], [false, 'aborted', 1]);
  assert.ok(wrote.took >= 800, `answered after ${wrote.took} ms`);
});

test('a write of which one entry cannot be taken is refused whole', async (t) => {
  const page = await stand(t);
  const [wrote, read] = await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['a', [1]]]);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      if (key === 'b') throw new DOMException('out of memory', 'DataCloneError');
      return put.call(this, value, key);
    };
    return [await writes(store, [['a', [2]], ['b', [2]]]), await reads(store)];
  });
  assert.equal(wrote.ok, false);
  assert.deepEqual(read.entries, [['a', [1]]]);
});

test('a fault of the program while it is answered is a fault of the page', async (t) => {
  const page = await stand(t);
  const ended = await page.evaluate(async () => {
    addEventListener('error', (event) => event.preventDefault());
    const [store] = await opens();
    const answer = _app_answer;
    globalThis._app_answer = (...args) => {
      answer(...args);
      throw new WebAssembly.RuntimeError('unreachable');
    };
    await writes(store, [['a', [1]]]);
    await new Promise((done) => setTimeout(done));
    return guichet.ended;
  });
  assert.equal(ended, true);
});
