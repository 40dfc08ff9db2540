// Back closes what is open before it leaves the page, and what was closed otherwise leaves nothing in the history.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, with_browser } from './stand.mjs';

with_browser();

const main = { id: 1, role: 'main', rect: [0, 0, 800, 600], children: [{ id: 2, role: 'button', name: 'Ouvrir', rect: [20, 20, 100, 36] }] };
const over = (id, more = {}) => ({ id, role: 'dialog', name: `Popup ${id}`, state: 'modal', keys: 'escape', rect: [100, 100, 400, 300],
  children: [{ id: id + 1, role: 'button', name: 'Fermer', rect: [120, 120, 100, 36] }], ...more });

// A page that came from another one: "#/a", then "#/b".
async function at_b(t) {
  const page = await open(t);
  const go = (address, replace = 0) => page.evaluate(([address, replace]) => js_go(...put(address), replace), [address, replace]);
  await page.show(main);
  await go('/a', 1);
  await go('/b');
  await page.heard();
  const rest = () => page.waitForFunction(() => !back.returning);
  return { page, go, rest,
    hash: () => page.evaluate(() => location.hash),
    back: async () => { await page.goBack(); await rest(); },
    forward: async () => { await page.goForward(); await page.waitForTimeout(50); await rest(); },
    shows: async (...nodes) => { await page.show(main, ...nodes); await rest(); },
    keys: async () => (await page.heard()).filter((event) => event.kind === 'key').map((event) => [event.text, event.owner]) };
}

test('Back closes the topmost of what is open, one after the other, and only then leaves the page', async (t) => {
  const { keys, shows, back, hash } = await at_b(t);
  await shows(over(50));
  await shows(over(50), over(60));
  await back();
  assert.deepEqual(await keys(), [['Escape', 60]]);
  await shows(over(50));
  await back();
  assert.deepEqual(await keys(), [['Escape', 50]]);
  await shows();
  assert.equal(await hash(), '#/b');
  await back();
  assert.equal(await hash(), '#/a');
  assert.deepEqual(await keys(), []);
});

test('what Escape or the cross has closed is not in the way of Back', async (t) => {
  const { shows, back, hash } = await at_b(t);
  for (let times = 0; times < 3; ++times) {
    await shows(over(50));
    await shows();
  }
  await back();
  assert.equal(await hash(), '#/a');
});

test('what closes in favour of another page leaves Back leading to the page below it', async (t) => {
  const { go, shows, back, hash } = await at_b(t);
  await shows(over(50));
  await go('/c');
  await shows();
  assert.equal(await hash(), '#/c');
  await back();
  assert.equal(await hash(), '#/b');
  await back();
  assert.equal(await hash(), '#/a');
});

test('Forward opens nothing again', async (t) => {
  const { keys, shows, back, forward, hash } = await at_b(t);
  await shows(over(50));
  await back();
  await shows();
  await keys();
  await forward();
  assert.equal(await hash(), '#/b');
  assert.deepEqual(await keys(), []);
  await back();
  assert.equal(await hash(), '#/a');
});

test('an address that changes under what is open stays when it is closed, by Back or otherwise', async (t) => {
  const { go, shows, back, hash } = await at_b(t);
  await shows(over(50));
  await go('/b?q=1', 1);
  await shows();
  assert.equal(await hash(), '#/b?q=1');
  await shows(over(50));
  await go('/b?q=2', 1);
  await back();
  await shows();
  assert.equal(await hash(), '#/b?q=2');
  await back();
  assert.equal(await hash(), '#/a');
});

test('a popup with an address leaves no second entry of the page that it was opened from', async (t) => {
  const { page, go, shows, rest, back, hash } = await at_b(t);
  await go('/b/item');
  await shows(over(50));
  await shows();
  await go('/b', 1);
  await rest();
  await page.waitForFunction(() => location.hash === '#/b');
  await back();
  assert.equal(await hash(), '#/a');
});

test('a list of choices closes before the popup that it is in', async (t) => {
  const { keys, shows, back } = await at_b(t);
  const choice = { id: 55, role: 'combobox', name: 'Pays', state: 'expandable expanded', keys: 'escape', rect: [120, 160, 100, 36] };
  await shows(over(50, { children: [choice] }));
  await back();
  assert.deepEqual(await keys(), [['Escape', 55]]);
});

test('a page that is loaded again at the entry of a popup goes back to the entry below', async (t) => {
  const { page, shows, back, hash } = await at_b(t);
  await shows(over(50));
  await page.reload();
  await page.evaluate(() => begin());
  await page.show(main);
  await page.waitForFunction(() => !back.returning && !history.state?.open);
  assert.equal(await hash(), '#/b');
  await back();
  assert.equal(await hash(), '#/a');
});

for (const late of [0, 1, 3, 10]) {
  test(`an address that is gone to ${late} ms after a popup was closed is where the customer arrives`, async (t) => {
    const { page, shows, rest, back, hash } = await at_b(t);
    await shows(over(50));
    await page.evaluate((late) => {
      const leave = back.leave;
      back.leave = (below) => {
        leave(below);
        const edit = () => { location.hash = '#/x'; };
        if (late) setTimeout(edit, late);
        else edit();
      };
    }, late);
    await page.show(main);
    await page.waitForTimeout(late + 50);
    await rest();
    assert.equal(await hash(), '#/x');
    await page.heard();
    await back();
    assert.equal(await hash(), '#/b');
    await back();
    assert.equal(await hash(), '#/a');
  });
}
