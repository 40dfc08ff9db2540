// Language, theme and sharpness follow the customer's and the system's settings.
import { places } from '../../tools/lib/pages.mjs';
import { assert, test, until } from './guichet.mjs';
import { account_menu, chooses_language, chooses_theme } from './shell.mjs';

const canvas = (customer) => customer.page.evaluate(() => {
  const element = document.getElementById('canvas'), box = element.getBoundingClientRect();
  return { width: element.width, height: element.height, css_width: box.width, css_height: box.height, density: devicePixelRatio };
});

const scheme = (customer) => customer.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const picture = async (customer) => (await customer.page.screenshot()).toString('base64');

test('the language changes without a reload, and is remembered', async ({ arrives }) => {
  const customer = await arrives();
  await customer.page.evaluate(() => { window.still_here = true; });
  await chooses_language(customer, 'English');
  await customer.sees('heading', 'Home', { level: 1 });
  assert.equal(await customer.page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await customer.page.evaluate(() => window.still_here), true);
  await customer.sees('link', 'Manage my services');
  await customer.reload();
  await customer.sees('heading', 'Home', { level: 1 });
  await chooses_language(customer, 'Français');
  await customer.sees('heading', 'Accueil', { level: 1 });
  assert.equal(await customer.page.evaluate(() => document.documentElement.lang), 'fr');
});

test('a browser in English gets English, any other French', async ({ arrives }) => {
  const [english, german] = [await arrives({ language: 'en-GB' }), await arrives({ language: 'de-DE' })];
  await english.sees('heading', 'Home', { level: 1 });
  await german.sees('heading', /Accueil|Home/, { level: 1 });
});

test('the theme follows the system until the customer chooses, and the choice is remembered', async ({ arrives }) => {
  const customer = await arrives({ theme: 'dark' });
  assert.match(await scheme(customer), /^dark/);
  const dark = await picture(customer);
  await customer.page.emulateMedia({ colorScheme: 'light' });
  // The browser notifies the page with a delay.
  await until(async () => /^light/.test(await scheme(customer)), { what: 'the page stays dark' });
  await customer.idle();
  const light = await picture(customer);
  assert.notEqual(light, dark);

  await chooses_theme(customer, 'Sombre');
  assert.match(await scheme(customer), /^dark/);
  await customer.reload();
  assert.match(await scheme(customer), /^dark/);
  await chooses_theme(customer, 'Comme le système');
  assert.match(await scheme(customer), /^light/);
});

for (const density of [1, 1.5, 2, 3])
  test(`at ${density} device pixels a CSS pixel, one pixel of the canvas is one of the screen`, async ({ arrives }) => {
    const customer = await arrives({ density, width: 701, height: 503 });
    const size = await canvas(customer);
    assert.equal(size.density, density);
    assert.ok(Math.abs(size.width - size.css_width * density) < 1, JSON.stringify(size));
    assert.ok(Math.abs(size.height - size.css_height * density) < 1, JSON.stringify(size));
    assert.equal(size.css_width, 701);
    await customer.press('link', 'Gérer mes services').catch(() => {});  // in a drawer at this width
    await customer.sees('heading', undefined, { level: 1 });
  });

test('a window moved to a sharper screen is sharp there, and takes its presses at the same places', async ({ arrives }) => {
  const customer = await arrives();
  const cdp = await customer.context.newCDPSession(customer.page);
  for (const [width, density] of [[1279, 2], [1281, 1.25], [1280, 1]]) {
    // Chromium's emulation reports another density only together with another size.
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: density, mobile: false });
    await customer.page.waitForTimeout(300);
    await customer.idle();
    const size = await canvas(customer);
    assert.ok(Math.abs(size.width - width * density) < 1, `${JSON.stringify(size)} at ${density}`);
    await customer.press('link', 'Gérer mes services');
    await customer.sees('heading', 'Gérer mes services', { level: 1 });
    await customer.press('link', 'Accueil', { within: await customer.sees('navigation', 'Menu principal') });
    await customer.sees('heading', 'Accueil', { level: 1 });
  }
});

for (const width of [320, 768, 1280, 2560])
  test(`at ${width} pixels every page opens and nothing sticks out of the window`, async ({ arrives }) => {
    const customer = await arrives({ width, height: 720 });
    for (const at of Object.values(places)) {
      await customer.goes_to(at);
      const out = await customer.page.evaluate(() => [...document.querySelectorAll('#mirror :is(button,a,input,h1)')]
        .filter((element) => !element.closest('[role=table],[role=tablist]'))
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.left < -1 || box.right > innerWidth + 1))
        .map(([element, box]) => `${element.localName} "${element.getAttribute('aria-label') || element.textContent}" from ${box.left} to ${box.right}`));
      assert.deepEqual(out, [], `at ${at}`);
      assert.equal(await customer.page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), true);
    }
  });

test('on a phone the menu is a drawer, opened and used by touch', async ({ arrives }) => {
  const customer = await arrives({ phone: true, width: 390, height: 844, density: 3 });
  await customer.press('button', 'Ouvrir le menu');
  await customer.press('link', 'Gérer mes services');
  await customer.sees('heading', 'Gérer mes services', { level: 1 });
  await customer.press('button', 'Mon compte');
  await customer.sees('menuitem', /Exporter/);
  assert.ok(await account_menu(customer));
});
