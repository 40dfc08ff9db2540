// What the customer's system asks for reaches the pixels: contrast, forced colours, a finger instead of a mouse.
import { places } from '../../tools/lib/pages.mjs';
import { assert, test, until } from './guichet.mjs';
import { chooses, first_that_may, popup, services } from './lists.mjs';
import { colors_of, picture_of } from './pixels.mjs';
import { hard_to_read } from './readings.mjs';

const pages = Object.entries(places);

for (const theme of ['light', 'dark'])
  for (const [wish, contrast, least] of [['', 'no-preference', 4.5], [', with more contrast', 'more', 7]])
    test(`all text can be read as it is drawn, in the ${theme} theme${wish}`, async ({ arrives }) => {
      const customer = await arrives({ theme, contrast, density: 2 });
      for (const [name, at] of pages) {
        await customer.goes_to(at);
        const { found, texts } = await hard_to_read(customer, least);
        assert.deepEqual(found, [], name);
        assert.ok(texts > 10, `${name} has ${texts} texts`);
      }
      await customer.goes_to(services);
      await chooses(customer, await first_that_may(customer, 'Renouveler'), 'Renouveler');
      assert.deepEqual((await hard_to_read(customer, least)).found, []);
    });

test('the reading of contrasts notices text that is too pale', async ({ arrives }) => {
  const customer = await arrives({ density: 2 });
  await customer.page.evaluate(() => { document.getElementById('canvas').style.opacity = '.5'; });
  const { found, texts } = await hard_to_read(customer, 4.5);
  assert.ok(found.length > texts / 2, `${found.length} of ${texts}`);
});

const system_colors = (customer) => customer.page.evaluate(() => ['Canvas', 'CanvasText', 'LinkText', 'ButtonFace', 'Highlight', 'HighlightText'].map((name) => {
  const probe = document.createElement('i');
  probe.style.color = name;
  document.getElementById('mirror').append(probe);
  const color = getComputedStyle(probe).color.match(/\d+/g).map(Number);
  probe.remove();
  return color;
}));

for (const theme of ['light', 'dark'])
  test(`with forced colours there is one text, in the colours of the system, in popups too (${theme})`, async ({ arrives }) => {
    const customer = await arrives({ theme, forcedColors: 'active', density: 2, at: services });
    const [canvas, text, , ...others] = await system_colors(customer);
    const is_as_forced = async (clip) => {
      await customer.idle();
      const picture = await picture_of(customer, clip), colors = colors_of(picture);
      assert.deepEqual(colors[0][0], canvas);
      const share = (color) => (colors.find(([one]) => one.join() === color.join())?.[1] || 0) / (picture.width * picture.height);
      assert.ok(share(text) > 0.003, `${share(text)} of the screen has the colour of text`);
      // Nothing but the system's colours, and what lies between two of them at the edges of letters.
      const known = [canvas, text, ...others].reduce((sum, color) => sum + share(color), 0);
      assert.ok(known > 0.9, `${known} of the screen has a colour of the system`);
      assert.deepEqual((await hard_to_read(customer, 7)).found, []);
      // The mirror is not seen.
      await customer.page.evaluate(() => { document.getElementById('mirror').style.opacity = '0'; });
      const alone = await picture_of(customer, clip);
      await customer.page.evaluate(() => { document.getElementById('mirror').style.opacity = ''; });
      assert.deepEqual(colors_of(alone), colors);
    };
    await is_as_forced();
    await chooses(customer, await first_that_may(customer, 'Étiquette et notes'), 'Étiquette et notes');
    // Without its rounded corners, and the page behind it.
    const { x, y, width, height } = await (await popup(customer)).boundingBox();
    await customer.presses_key('Shift+Tab');  // out of the field, whose text the page shows
    await is_as_forced({ x: x + 20, y: y + 20, width: width - 40, height: height - 40 });
  });

test('each wish of the system changes the screen as soon as it is made', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const screen = async () => JSON.stringify(colors_of(await picture_of(customer)));
  for (const wish of [{ colorScheme: 'dark' }, { contrast: 'more' }, { forcedColors: 'active' }]) {
    const before = await screen();
    await customer.page.emulateMedia(wish);
    await until(async () => (await screen()) !== before, { what: `${JSON.stringify(wish)} changes nothing` });
  }
});

for (const width of [320, 390])
  test(`for a finger everything that is pressed is 44 pixels large, and fits in ${width}`, async ({ arrives }) => {
    const customer = await arrives({ phone: true, width, height: 760 });
    const small = () => customer.page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, [role=option])')]
      .filter((one) => !one.closest('[inert], [role=tablist]'))
      .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width && box.bottom > 0 && box.top < innerHeight)
      .filter(([one, box]) => box.height < 43.5 || box.width < 43.5 || box.left < -1 || box.right > innerWidth + 1)
      .map(([one, box]) => `${one.getAttribute('role') || one.localName} "${one.getAttribute('aria-label') || one.textContent}" ${box.width} × ${box.height} at ${box.left}`));
    for (const [name, at] of pages) {
      await customer.goes_to(at);
      assert.deepEqual(await small(), [], name);
    }
    await customer.goes_to(services);
    await chooses(customer, await first_that_may(customer, 'Renouveler'), 'Renouveler');
    assert.deepEqual(await small(), [], 'a popup');
  });
