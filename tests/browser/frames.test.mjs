// Nothing is drawn while nothing changes, and after a lost GPU context everything is drawn again.
import { assert, long, pause, test } from './guichet.mjs';
import { services } from './lists.mjs';

const seconds = long ? 60 : 10;

for (const [place, at, field] of [['at home', '#/', false], ['in a list', services, false], ['with the caret in a field', services, true]])
  test(`${seconds} seconds ${place} without a hand on the mouse draw no frame`, { timeout: (seconds + 60) * 1000 }, async ({ arrives }) => {
    const customer = await arrives({ at });
    if (field) await customer.press('searchbox', 'Rechercher');
    await pause(1500);  // a service worker may still be starting
    await customer.idle();
    const before = await customer.frames();
    await pause(seconds * 1000);
    assert.equal(await customer.frames() - before, 0);
  });

test('a press draws a few frames, not a stream of them', async ({ arrives }) => {
  const customer = await arrives();
  const before = await customer.frames();
  await customer.press('link', 'Gérer mes services');
  const drawn = await customer.frames() - before;
  assert.ok(drawn >= 1 && drawn <= 30, `${drawn} frames`);
});

test('a tab in the background draws nothing', async ({ arrives }) => {
  const customer = await arrives();
  const other = await customer.context.newPage();
  await other.bringToFront();
  await pause(500);
  const before = await customer.frames();
  await pause(2000);
  assert.equal(await customer.frames() - before, 0);
});

test('a lost and restored GPU shows the same page again, and the page goes on working', async ({ arrives }) => {
  const customer = await arrives({ at: services, density: 1 });
  await customer.page.mouse.move(640, 5);
  await customer.idle();
  const before = (await customer.page.screenshot()).toString('base64');
  for (let round = 0; round < 2; ++round) {
    await customer.page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      const gl = canvas.getContext('webgl2') || canvas.getContext('webgl');
      window.lost = gl.getExtension('WEBGL_lose_context');
      window.lost.loseContext();
    });
    await pause(200);
    await customer.page.mouse.move(640, 6);
    await customer.page.mouse.move(640, 5);
    await pause(200);
    await customer.page.evaluate(() => window.lost.restoreContext());
    await pause(300);
    await customer.idle();
    assert.equal((await customer.page.screenshot()).toString('base64') === before, true, 'the picture is another one');
  }
  await customer.press('link', 'Accueil', { within: await customer.sees('navigation', 'Menu principal') });
  await customer.sees('heading', 'Accueil', { level: 1 });
  assert.notEqual((await customer.page.screenshot()).toString('base64'), before);
});

test('a window that changes its size is filled again at once', async ({ arrives }) => {
  const customer = await arrives({ density: 1 });
  for (const [width, height] of [[500, 900], [1600, 700], [321, 481], [1280, 800]]) {
    await customer.page.setViewportSize({ width, height });
    await pause(150);
    await customer.idle();
    const size = await customer.page.evaluate(() => { const canvas = document.getElementById('canvas'); return [canvas.width, canvas.height]; });
    assert.deepEqual(size, [width, height]);
    await customer.sees('heading', 'Accueil', { level: 1 });
  }
});
