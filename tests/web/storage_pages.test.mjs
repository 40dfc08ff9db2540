// Several tabs share the database: each appends, one makes changes, all are notified, and a tab that slept or hung does
// no harm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { with_browser } from './stand.mjs';
import { another, stand } from './storage_words.mjs';

with_browser();

const leads = (tab) => tab.evaluate(() => js_storage_leads(0));
const tells = (tab) => tab.evaluate(() => tells());
const until = (tab, question) => tab.waitForFunction(question, null, { timeout: 20_000, polling: 50 });

async function two_tabs(t) {
  const first = await stand(t);
  await first.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['meta', [1]]]);
  });
  const second = await another(first);
  const read = await second.evaluate(async () => (await opens())[1]);
  assert.deepEqual(read.entries, [['meta', [1]]]);
  return [first, second];
}

test('each tab has a seat of its own, and the first one leads; a free seat is given to the next', async (t) => {
  const [first, second] = await two_tabs(t);
  assert.deepEqual([await first.evaluate(() => js_storage_seat(0)), await leads(first)], [0, 1]);
  assert.deepEqual([await second.evaluate(() => js_storage_seat(0)), await leads(second)], [1, 0]);
  const third = await another(first);
  await third.evaluate(() => opens());
  assert.equal(await third.evaluate(() => js_storage_seat(0)), 2);
  await second.close();
  const fourth = await another(first);
  await fourth.evaluate(() => opens());
  assert.equal(await fourth.evaluate(() => js_storage_seat(0)), 1);
});

test('every tab may append, only the one that leads may change, and each hears what the others wrote, in order', async (t) => {
  const [first, second] = await two_tabs(t);
  assert.equal((await second.evaluate(() => writes(0, [['outbox/b/1', [2]]], { lead: false }))).ok, true);
  const refused = await second.evaluate(() => writes(0, [['meta', [9]]]));
  assert.deepEqual([refused.ok, refused.why, refused.times], [false, 'behind', 1]);
  await first.evaluate(() => writes(0, [['outbox/b/1', null], ['log/1', [3, 3]]], { strict: false }));
  await until(second, () => storage_heard.length);
  assert.deepEqual(await tells(first), [[['outbox/b/1', [2]]]]);
  assert.deepEqual(await tells(second), [[['outbox/b/1', null], ['log/1', [3, 3]]]]);
  assert.deepEqual((await second.evaluate(() => reads(0))).entries, [['log/1', [3, 3]], ['meta', [1]]]);
});

test('when the tab that leads is closed, the other one leads and may change what is there', async (t) => {
  const [first, second] = await two_tabs(t);
  await first.close();
  await until(second, () => js_storage_leads(0) === 1);
  assert.deepEqual(await tells(second), ['leading']);
  assert.equal((await second.evaluate(() => writes(0, [['meta', [2]]]))).ok, true);
});

test('a tab that takes the lead writes; the one that led is told, refused, and catches up by reading', async (t) => {
  const [first, second] = await two_tabs(t);
  await second.evaluate(() => js_storage_claim(0));
  await until(second, () => js_storage_leads(0) === 1);
  assert.equal((await second.evaluate(() => writes(0, [['meta', [2]]]))).ok, true);
  await until(first, () => storage_heard.length >= 2);
  assert.equal(await leads(first), 0);
  assert.equal((await first.evaluate(() => writes(0, [['meta', [3]]]))).why, 'behind');
  assert.deepEqual((await first.evaluate(() => reads(0))).entries, [['meta', [2]]]);
});

test('a tab that led, hung, and writes before it hears that it was replaced is stopped by the fence', async (t) => {
  const [first, second] = await two_tabs(t);
  // Like a page that hangs: it gets no messages and does not notice that its lock was taken.
  await first.evaluate(() => {
    storage.stores[0].pages.channel.onmessage = null;
    storage_pages.set_leading = () => {};
  });
  await second.evaluate(() => js_storage_claim(0));
  await until(second, () => js_storage_leads(0) === 1);
  assert.equal((await second.evaluate(() => writes(0, [['meta', [2]]]))).ok, true);
  assert.equal(await leads(first), 1);
  const refused = await first.evaluate(() => writes(0, [['meta', [3]], ['log/9', [9]]]));
  assert.deepEqual([refused.ok, refused.why], [false, 'behind']);
  assert.deepEqual((await second.evaluate(() => reads(0))).entries, [['meta', [2]]]);
});

test('a tab that leads and gives no sign of life is replaced', async (t) => {
  const [first, second] = await two_tabs(t);
  await first.evaluate(() => { storage.stores[0].pages.channel.onmessage = null; });
  await second.evaluate(() => {
    clearInterval(storage.stores[0].pages.clock);
    storage.stores[0].pages.clock = setInterval(() => storage_pages.ask(storage.stores[0]), 100);
  });
  await until(second, () => js_storage_leads(0) === 1);
});

test('a tab that leads and answers keeps the lead', async (t) => {
  const [first, second] = await two_tabs(t);
  const asked = await second.evaluate(async () => {
    const { pages } = storage.stores[0];
    let most = 0;
    for (let times = 0; times < 20; ++times) {
      storage_pages.ask(storage.stores[0]);
      await new Promise((done) => setTimeout(done, 100));
      most = Math.max(most, pages.asked);
    }
    return most;
  });
  assert.equal(asked, 0);
  assert.equal(await leads(first), 1);
});

test('a message that never comes is missed within a second, and one that is overtaken is not', async (t) => {
  const [first, second] = await two_tabs(t);
  await first.evaluate(async () => {
    const post = BroadcastChannel.prototype.postMessage;
    const late = [];
    BroadcastChannel.prototype.postMessage = function (message) { late.push([this, message]); };
    for (const number of [1, 2, 3]) await writes(0, [['log/' + number, [number]]]);
    for (const at of [2, 0, 1]) post.call(...late[at]);
    BroadcastChannel.prototype.postMessage = post;
  });
  await until(second, () => storage_heard.length === 3);
  assert.deepEqual(await tells(second), [[['log/1', [1]]], [['log/2', [2]]], [['log/3', [3]]]]);
  await first.evaluate(async () => {
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = () => {};
    await writes(0, [['log/4', [4]]]);
    BroadcastChannel.prototype.postMessage = post;
    await writes(0, [['log/5', [5]]]);
  });
  await until(second, () => storage_heard.length);
  assert.deepEqual(await tells(second), ['missed']);
  assert.equal((await second.evaluate(() => reads(0))).entries.length, 6);
});

// Two tabs; the second reads in two attempts, between which the first writes.
async function read_at_two_times(t) {
  const first = await stand(t);
  await first.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['meta', [1]]]);
  });
  const second = await another(first);
  const opened = second.evaluate(() => {
    const run = storage.run;
    storage.run = async (store, work) => {
      storage.run = run;
      await run(store, work);
      await new Promise((done) => { globalThis.go_on = done; });
      return 'aborted';  // as if the browser closed the database before the read was complete
    };
    return opens();
  });
  await until(second, () => globalThis.go_on);
  await first.evaluate(() => writes(0, [['meta', [2]]]));
  await second.evaluate(() => go_on());
  await opened;
  assert.deepEqual(await tells(second), ['missed']);
  return second;
}

test('a reading that began before another tab wrote and was made again afterwards is followed by a whole one', async (t) => {
  const second = await read_at_two_times(t);
  assert.deepEqual((await second.evaluate(() => reads(0))).entries, [['meta', [2]]]);
  assert.deepEqual(await tells(second), []);
});

test('where the whole reading is refused, it is asked for again, and not at once', async (t) => {
  const second = await read_at_two_times(t);
  const refused = await second.evaluate(() => {
    const run = storage.run;
    storage.run = async () => {
      storage.run = run;
      return 'blocked';
    };
    return reads(0);
  });
  assert.deepEqual([refused.ok, refused.why, await tells(second)], [false, 'blocked', []]);
  await until(second, () => storage_heard.length);
  assert.deepEqual(await tells(second), ['missed']);
  assert.deepEqual((await second.evaluate(() => reads(0))).entries, [['meta', [2]]]);
});

test('a tab that reads a database which another one finds damaged meanwhile, and leaves behind, reads the new one', async (t) => {
  const [first, second] = await two_tabs(t);
  const reading = second.evaluate(() => {
    const { getAllKeys } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAllKeys = function (...args) {
      IDBObjectStore.prototype.getAllKeys = getAllKeys;
      const again = () => { if (!globalThis.left_behind) this.get('x').onsuccess = again; };
      again();
      return getAllKeys.apply(this, args);
    };
    return reads(0);
  });
  await first.evaluate(async () => {
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...args) {
      const values = getAll.apply(this, args);
      if (this.transaction.db.name === 'guichet') queueMicrotask(() => this.transaction.abort());
      return values;
    };
    await reads(0);
    await writes(0, [['meta', [7]]]);
  });
  await until(second, () => storage_heard.includes('missed'));
  await tells(second);
  await second.evaluate(() => { globalThis.left_behind = true; });
  assert.deepEqual((await reading).entries, [['meta', [1]]]);
  assert.deepEqual(await tells(second), ['missed']);
  assert.deepEqual((await second.evaluate(() => reads(0))).entries, [['meta', [7]]]);
});

test('a tab put to sleep lets the other one lead, and reads everything when it wakes', async (t) => {
  const [first, second] = await two_tabs(t);
  await first.evaluate(() => document.dispatchEvent(new Event('freeze')));
  await until(second, () => js_storage_leads(0) === 1);
  await second.evaluate(() => writes(0, [['meta', [2]]]));
  assert.equal((await first.evaluate(() => writes(0, [['meta', [3]]]))).why, 'behind');
  await first.evaluate(() => document.dispatchEvent(new Event('resume')));
  assert.equal((await tells(first)).at(-1), 'missed');
  assert.deepEqual((await first.evaluate(() => reads(0))).entries, [['meta', [2]]]);
  assert.equal(await leads(first), 0);
  await second.close();
  await until(first, () => js_storage_leads(0) === 1);
});

test('a tab put to sleep while it reads takes its place again, and reads everything', async (t) => {
  const page = await stand(t);
  await page.evaluate(async () => {
    const run = storage.run;
    storage.run = async (store, work) => {
      storage.run = run;
      document.dispatchEvent(new Event('freeze'));
      document.dispatchEvent(new Event('resume'));
      return run(store, work);
    };
    await opens();
  });
  assert.equal((await tells(page)).at(-1), 'missed');
  await page.evaluate(() => reads(0));
  await until(page, () => js_storage_leads(0) === 1);
  assert.equal((await page.evaluate(() => writes(0, [['meta', [1]]]))).ok, true);
});

test('a page that is not served securely leads alone; of two, the one that is refused reads and goes on', async (t) => {
  const without = () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  const first = await stand(t, without);
  await first.evaluate(async () => {
    const [store] = await opens();
    await writes(store, [['meta', [1]]]);
  });
  const second = await another(first);
  await second.evaluate(`(${without})()`);
  await second.evaluate(() => opens());
  assert.notEqual(await second.evaluate(() => js_storage_seat(0)), await first.evaluate(() => js_storage_seat(0)), 'they would append under the same keys');
  assert.equal((await second.evaluate(() => writes(0, [['meta', [2]]]))).ok, true);
  assert.equal((await first.evaluate(() => writes(0, [['meta', [3]]]))).why, 'behind');
  assert.deepEqual((await first.evaluate(() => reads(0))).entries, [['meta', [2]]]);
  assert.equal((await first.evaluate(() => writes(0, [['meta', [4]]]))).ok, true);
});
