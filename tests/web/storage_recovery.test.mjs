// A damaged, emptied or missing database: readable data are kept, missing data are noticed, and writing continues.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_browser } from './stand.mjs';
import { another, stand } from './storage_words.mjs';

with_browser();

const reopened = async (page, prepare = () => {}) => {
  await page.reload();
  await page.evaluate(() => begin());
  await page.evaluate(`(${prepare})()`);
  return page.evaluate(async () => ({ ...(await opens())[1], lost: js_storage_lost(0) }));
};
const filled = async (t) => {
  const page = await stand(t);
  await page.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['meta', [1]], ['page/services/0', [2]], ['page/services/1', [3]]]);
    await writes(store, [['outbox/a/1', [4]]], { lead: false });
  });
  return page;
};
// Changes the database without the program, as damage to the disk would.
const behind_its_back = (page, change) => page.evaluate(`new Promise((done) => {
  const open = indexedDB.open('guichet');
  open.onsuccess = () => {
    const transaction = open.result.transaction('bytes', 'readwrite');
    (${change})(transaction.objectStore('bytes'));
    transaction.oncomplete = () => { open.result.close(); done(); };
  };
})`);

// The first generation cannot be opened; opening the next one never answers while `new_ones_wait`.
const unopenable = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    if (name !== 'guichet') return globalThis.new_ones_wait ? {} : open.call(this, name, version);
    const request = {};
    setTimeout(() => {
      request.error = new DOMException('Internal error opening backing store', 'UnknownError');
      request.onerror({ preventDefault() {} });
    });
    return request;
  };
};

test('nothing is missed where nothing was lost', async (t) => {
  const page = await filled(t);
  const read = await reopened(page);
  assert.deepEqual([read.ok, read.entries.length, read.lost], [true, 4, 0]);
});

test('an entry that has vanished is noticed, once: what is left counts from then on', async (t) => {
  const page = await filled(t);
  await behind_its_back(page, (entries) => entries.delete('outbox/a/1'));
  assert.deepEqual([(await reopened(page)).lost, (await page.evaluate(() => writes(0, [['meta', [5]]]))).ok], [1, true]);
  const read = await reopened(page);
  assert.deepEqual([read.entries.length, read.lost], [3, 0]);
});

test('a database that went back to an earlier state is noticed, and so is one that has vanished', async (t) => {
  const page = await filled(t);
  await behind_its_back(page, (entries) => {
    entries.delete('outbox/a/1');
    entries.put({ fence: 1, commits: 1, entries: 3 }, '\u0000holder');
  });
  assert.equal((await reopened(page)).lost, 1);
  await page.evaluate(() => writes(0, [['meta', [5]]]));
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = done; }));
  const read = await reopened(page);
  assert.deepEqual([read.ok, read.entries.length, read.lost], [true, 0, 1]);
  assert.equal((await page.evaluate(() => writes(0, [['meta', [6]]]))).ok, true);
  assert.equal((await reopened(page)).lost, 0);
});

test('a loss is noticed by every page until one has stored everything anew', async (t) => {
  const page = await filled(t);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = done; }));
  assert.equal((await reopened(page)).lost, 1);
  const tab = await another(page);
  assert.deepEqual(await tab.evaluate(async () => [(await opens())[1].ok, js_storage_lost(0)]), [true, 1]);
  await tab.close();
  await page.evaluate(() => writes(0, [['outbox/a/2', [4]]], { lead: false }));
  assert.equal((await reopened(page)).lost, 1);
  await page.evaluate(() => writes(0, [['meta', [5]]]));
  assert.equal(await page.evaluate(() => js_storage_lost(0)), 0);
  assert.equal((await reopened(page)).lost, 0);
});

test('a database that is erased under an open page is told as "gone", and the next write begins anew', async (t) => {
  const page = await filled(t);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = done; }));
  const refused = await page.evaluate(() => writes(0, [['meta', [7]]]));
  assert.deepEqual([refused.ok, refused.why], [false, 'gone']);
  assert.equal((await page.evaluate(() => writes(0, [['meta', [8]]]))).ok, true);
  const read = await reopened(page);
  assert.deepEqual([read.entries, read.lost], [[['meta', [8]]], 0]);
});

test('what can be read of a damaged database goes into a new one, and the customer does not wait', async (t) => {
  const page = await filled(t);
  const damage = () => {
    const { getAll, get } = IDBObjectStore.prototype;
    const fails = (store) => {
      const request = get.call(store, 'x');
      queueMicrotask(() => {
        Object.defineProperty(store.transaction, 'error', { value: new DOMException('bad block', 'UnknownError') });
        store.transaction.abort();
      });
      return request;
    };
    IDBObjectStore.prototype.getAll = function (...args) { return this.transaction.db.name === 'guichet' ? fails(this) : getAll.apply(this, args); };
    IDBObjectStore.prototype.get = function (key) {
      return this.transaction.db.name === 'guichet' && key === 'page/services/0' ? fails(this) : get.call(this, key);
    };
    // It cannot be deleted either.
    IDBFactory.prototype.deleteDatabase = () => { throw new DOMException('no', 'UnknownError'); };
  };
  const began = Date.now();
  const read = await reopened(page, damage);
  assert.ok(Date.now() - began < 5000);
  assert.deepEqual([read.ok, read.lost, read.times], [true, 1, 1]);
  assert.deepEqual(read.entries, [['meta', [1]], ['outbox/a/1', [4]], ['page/services/1', [3]]]);
  await page.waitForFunction(() => js_storage_leads(0) === 1);
  assert.equal((await page.evaluate(() => writes(0, [['meta', [9]]]))).ok, true);

  const again = await reopened(page, damage);
  assert.deepEqual([again.ok, again.lost, again.entries], [true, 0, [['meta', [9]]]]);
  assert.equal(await page.evaluate(() => storage.stores[0].generation), 1);
});

test('a database that cannot be opened is left behind for a new one', async (t) => {
  const page = await filled(t);
  const read = await reopened(page, unopenable);
  assert.deepEqual([read.ok, read.lost, read.entries], [true, 1, []]);
  await page.waitForFunction(() => js_storage_leads(0) === 1);
  assert.equal((await page.evaluate(() => writes(0, [['meta', [9]]]))).ok, true);
  assert.deepEqual((await reopened(page, unopenable)).entries, [['meta', [9]]]);
});

test('a database that fails once is read the next time, and nothing is said to be lost', async (t) => {
  const page = await filled(t);
  const read = await reopened(page, () => {
    const { getAll } = IDBObjectStore.prototype;
    let failed = 0;
    IDBObjectStore.prototype.getAll = function (...args) {
      if (failed++ < 2) setTimeout(() => { try { this.transaction.abort(); } catch { /* over */ } });
      return getAll.apply(this, args);
    };
  });
  assert.equal(read.ok, true);
  assert.deepEqual(Object.fromEntries(read.entries), { 'meta': [1], 'outbox/a/1': [4], 'page/services/0': [2], 'page/services/1': [3] });
});

test('without a sentinel the latest generation is found, and a sentinel that is nonsense counts as none', async (t) => {
  const page = await filled(t);
  await page.evaluate(() => new Promise((done) => {
    const open = indexedDB.open('guichet.3', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('bytes').put(new Uint8Array([7]), 'meta');
    open.onsuccess = () => { open.result.close(); done(); };
  }));
  for (const words of [null, '{', '{"generation":-1,"commits":0}', '"x"', '{"generation":1}']) {
    await page.evaluate((text) => { text === null ? localStorage.removeItem('guichet.storage') : localStorage.setItem('guichet.storage', text); }, words);
    const read = await reopened(page);
    assert.equal(await page.evaluate(() => storage.stores[0].generation), 3);
    assert.equal(read.ok, true);
  }
});

test('a database that can be read and takes nothing more is left behind after three writes, and the program is told to store everything', async (t) => {
  const page = await filled(t);
  const answers = await page.evaluate(async () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (this.transaction.db.name === 'guichet' && args[1] === 'meta') {
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('Internal error', 'UnknownError') });
        this.transaction.abort();
      }
      return request;
    };
    const whys = [];
    for (let times = 0; times < 4; ++times) whys.push((await writes(0, [['meta', [7]]])).why);
    return whys;
  });
  assert.deepEqual(answers, ['damaged', 'damaged', 'gone', '']);
  const read = await reopened(page);
  assert.deepEqual([read.entries, read.lost, await page.evaluate(() => storage.stores[0].generation)], [[['meta', [7]]], 0, 1]);
});

// From now on counts the filler bytes that are written.
const watches_filling = () => {
  globalThis.filled_bytes = 0;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (key.startsWith('\u0000filler')) filled_bytes += value.length;
    return put.call(this, value, key);
  };
};
const writes_and_fills = (page) => page.evaluate(async () => {
  const before = filled_bytes;
  const { ok } = await writes(0, [['meta', [5]]]);
  return { ok, bytes: filled_bytes - before };
});
const more_than_a_log = 4 << 20;

test('nothing is written behind half a write: after a loss, more than a log holds comes first, and nothing of it stays', async (t) => {
  const page = await filled(t);
  await reopened(page, watches_filling);
  assert.deepEqual(await writes_and_fills(page), { ok: true, bytes: 0 });
  await behind_its_back(page, (entries) => entries.delete('outbox/a/1'));
  await reopened(page, watches_filling);
  const first = await writes_and_fills(page);
  assert.equal(first.ok, true);
  assert.ok(first.bytes > more_than_a_log);
  assert.deepEqual(await writes_and_fills(page), { ok: true, bytes: 0 });
  const keys = await page.evaluate(() => new Promise((done) => {
    indexedDB.open('guichet').onsuccess = (event) => {
      const request = event.target.result.transaction('bytes').objectStore('bytes').getAllKeys();
      request.onsuccess = () => done(request.result);
    };
  }));
  assert.deepEqual(keys, ['\u0000holder', 'meta', 'page/services/0', 'page/services/1']);
});

test('after a loss the database is closed before the first write, until the browser has closed its files: what it erases then is stored again', async (t) => {
  const page = await filled(t);
  await behind_its_back(page, (entries) => entries.delete('outbox/a/1'));
  assert.equal((await reopened(page)).lost, 1);
  const seen = await page.evaluate(async () => {
    const first = writes(0, [['meta', [5]]]);
    while (storage.stores[0].database) await new Promise((done) => setTimeout(done, 5));
    const closed = performance.now();
    const open = () => new Promise((done) => setTimeout(() => done('open'), 500));
    const erased = await Promise.race([open(), new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = () => done('erased'); })]);
    const { ok, why } = await first;
    return { erased, ok, why, closed_ms: performance.now() - closed, again: (await writes(0, [['meta', [6]], ['page/services/0', [7]]])).ok };
  });
  assert.deepEqual([seen.erased, seen.ok, seen.why, seen.again], ['erased', false, 'gone', true]);
  assert.ok(seen.closed_ms > 2500, `closed for ${seen.closed_ms} ms`);
  const read = await reopened(page);
  assert.deepEqual([read.entries, read.lost], [[['meta', [6]], ['page/services/0', [7]]], 0]);
});

test('a page that ended while it was being looked at may have left half a write; one that was hidden or closed has not', async (t) => {
  const page = await filled(t);
  const shows = (visibility) => page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    return localStorage.getItem('guichet.open.0');
  }, visibility);
  assert.equal(await shows('visible'), '');
  assert.equal(await shows('hidden'), null);
  assert.equal(await shows('visible'), '');
  await reopened(page, watches_filling);
  assert.deepEqual(await writes_and_fills(page), { ok: true, bytes: 0 }, 'a page that was left in order');

  // As after a kill: the page could not remove its mark.
  await page.evaluate(() => { Storage.prototype.removeItem = () => {}; });
  await reopened(page, watches_filling);
  assert.ok((await writes_and_fills(page)).bytes > more_than_a_log);
  // Its own mark does not count: another read writes no filler.
  await page.evaluate(() => reads(0));
  assert.deepEqual(await writes_and_fills(page), { ok: true, bytes: 0 });
});

// For the first database, open() returns a request that `answer(request)` handles.
const with_factory = (answer) => `() => {
  const { open } = IDBFactory.prototype;
  globalThis.opened_names = [];
  IDBFactory.prototype.open = function (name, version) {
    opened_names.push(name);
    if (name !== 'guichet') return open.call(this, name, version);
    const request = {};
    (${answer})(request);
    return request;
  };
}`;

test('a database that never answers can be done without: at once, in memory, and it is not touched', async (t) => {
  const page = await filled(t);
  const silent = with_factory(() => {});
  await page.reload();
  const read = await page.evaluate(`(async () => {
    begin();
    (${silent})();
    const store = opened('guichet');
    const reading = reads(store);
    await new Promise((done) => setTimeout(done, 300));
    const early = answers.length;
    js_storage_do_without(store);
    const answer = await reading;
    const written = await writes(store, [['meta', [9]]]);
    return { early, ok: answer.ok, times: answer.times, entries: answer.entries, lasting: js_storage_lasting(store),
      leads: js_storage_leads(store), seat: js_storage_seat(store), written: written.ok, again: (await reads(store)).entries };
  })()`);
  assert.deepEqual(read, { early: 0, ok: true, times: 1, entries: [], lasting: 0, leads: 1, seat: 0, written: true, again: [['meta', [9]]] });
  const after = await reopened(page);
  assert.deepEqual([after.entries.length, after.lost], [4, 0]);
});

test('what a database that was done without says too late changes nothing: a loss is still told the next time', async (t) => {
  const page = await filled(t);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('guichet').onsuccess = done; }));
  await page.reload();
  const late = await page.evaluate(async () => {
    begin();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = {};
      setTimeout(() => {
        const real = open.apply(this, args);
        real.onupgradeneeded = () => { request.result = real.result; request.onupgradeneeded(); };
        real.onsuccess = () => { request.result = real.result; request.onsuccess(); };
      }, 600);
      return request;
    };
    const store = opened('guichet');
    const reading = reads(store);
    await new Promise((done) => setTimeout(done, 200));
    js_storage_do_without(store);
    const { ok, entries } = await reading;
    await new Promise((done) => setTimeout(done, 1500));
    return { ok, entries, lasting: js_storage_lasting(store), leads: js_storage_leads(store), times: answers.length };
  });
  assert.deepEqual(late, { ok: true, entries: [], lasting: 0, leads: 1, times: 1 });
  assert.equal((await reopened(page)).lost, 1);
});

test('a customer who goes on without a damaged database, while the new one opens, hears of the loss the next time', async (t) => {
  const page = await filled(t);
  await page.reload();
  const without = await page.evaluate(`(async () => {
    begin();
    (${unopenable})();
    globalThis.new_ones_wait = true;
    const store = opened('guichet');
    const reading = reads(store);
    while (storage.stores[0].generation === 0) await new Promise((done) => setTimeout(done, 20));
    js_storage_do_without(store);
    const { ok, entries } = await reading;
    return { ok, entries, lasting: js_storage_lasting(store) };
  })()`);
  assert.deepEqual(without, { ok: true, entries: [], lasting: 0 });
  const read = await reopened(page, unopenable);
  assert.deepEqual([read.ok, read.entries, read.lost], [true, [], 1]);
});

test('a page that goes on without a database before it has a seat leaves the mark of the page that sits there', async (t) => {
  const page = await filled(t);
  await page.reload();
  const mark = await page.evaluate(async () => {
    begin();
    navigator.locks.query = () => new Promise(() => {});
    localStorage.setItem('guichet.open.0', '');
    const store = opened('guichet');
    const reading = reads(store);
    await new Promise((done) => setTimeout(done, 100));
    js_storage_do_without(store);
    await reading;
    return localStorage.getItem('guichet.open.0');
  });
  assert.equal(mark, '');
});

test('a database that takes long to refuse is not asked three times', async (t) => {
  const page = await filled(t);
  const begin = Date.now();
  const read = await reopened(page, with_factory((request) => setTimeout(() => {
    request.error = new DOMException('Internal error opening backing store', 'UnknownError');
    request.onerror({ preventDefault() {} });
  }, 2500)));
  assert.deepEqual([read.ok, read.lost, read.entries], [true, 1, []]);
  assert.deepEqual(await page.evaluate(() => opened_names), ['guichet', 'guichet', 'guichet.1']);
  assert.ok(Date.now() - begin < 3 * 2500);
});
