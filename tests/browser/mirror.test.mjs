// The mirror lies where the canvas draws: within a pixel, at any density and zoom.
import { assert, test } from './guichet.mjs';
import { chooses, first_that_may, popup, services } from './lists.mjs';
import { colors_of, contrast, picture_of, pixels_of } from './pixels.mjs';

// The edges of what stands out from the ground, in CSS pixels from the corner of the picture: { left, top, right, bottom }.
function edges(picture, scale, stands_out = 2) {
  const [[ground]] = colors_of(picture);
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of pixels_of(picture)) {
    if (contrast(picture.at(x, y), ground) < stands_out) continue;
    found.left = Math.min(found.left, x);
    found.top = Math.min(found.top, y);
    found.right = Math.max(found.right, x + 1);
    found.bottom = Math.max(found.bottom, y + 1);
  }
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value / scale]));
}

// The place of an element's text, without what is drawn at its left, as a part of the screen on whole CSS pixels.
const place_of_text = (thing) => thing.evaluate((element) => {
  const box = element.getBoundingClientRect(), range = document.createRange();
  range.selectNodeContents(element);
  const words = range.getBoundingClientRect();
  const left = Math.floor(Math.max(box.left, words.left)) - 3, right = Math.ceil(Math.min(box.right, words.right)) + 3;
  const top = Math.floor(words.top) - 3, bottom = Math.ceil(words.bottom) + 3;
  return { x: left, y: top, width: right - left, height: bottom - top };
});

// Shows the mirror's text in place of the canvas.
const shows_in_the_mirror = (thing, shown) => thing.evaluate((element, shown) => {
  document.getElementById('canvas').style.opacity = shown ? '0' : '';
  element.style.color = shown ? 'var(--field-text)' : '';
}, shown);

const texts = [['heading', { level: 1 }], ['heading', { level: 2 }], ['link', { name: 'Gérer mes services' }], ['tab', { name: 'Services actifs' }], ['tab', { name: /En attente/ }]];

async function texts_agree(customer, density, what) {
  let compared = 0;
  const least = Math.max(1, 1 / density) + 0.01;  // no text is drawn between two pixels of the screen
  const row = customer.page.locator('#mirror [role=rowheader] a').first(), cell = customer.page.locator('#mirror [role=table]:has([role=columnheader]) [role=cell]:not(:empty, :has(*))').first();
  for (const thing of [...texts.map(([role, options]) => customer.page.getByRole(role, options).first()), row, cell]) {
    if (!await thing.count()) continue;
    const clip = await place_of_text(thing), window = customer.page.viewportSize();
    if (clip.x < 0 || clip.y < 0 || clip.x + clip.width > window.width || clip.y + clip.height > window.height) continue;  // not on the screen
    const drawn = edges(await picture_of(customer, clip), density);
    if (drawn.left > drawn.right) continue;  // an icon stands for the words
    await shows_in_the_mirror(thing, true);
    const mirrored = edges(await picture_of(customer, clip), density);
    await shows_in_the_mirror(thing, false);
    const words = await thing.textContent();
    for (const side of ['left', 'top', 'right', 'bottom'])
      assert.ok(Math.abs(drawn[side] - mirrored[side]) <= least, `${what}: « ${words} » is drawn at ${JSON.stringify(drawn)} and mirrored at ${JSON.stringify(mirrored)}`);
    ++compared;
  }
  assert.ok(compared >= 2, `${what}: ${compared} texts compared`);
}

// A field's frame and a button's ground are drawn at the edges of their elements.
async function boxes_agree(customer, density, what) {
  // A rounded edge fades over a pixel of the screen, which may lie half outside.
  const least = Math.max(1, 1 / density) + 0.5;
  for (const thing of [customer.thing('textbox').first(), customer.thing('button', /^Enregistrer/).first()]) {
    const box = await thing.evaluate((element) => { const { left, top, right, bottom } = element.getBoundingClientRect(); return { left, top, right, bottom }; });
    const clip = { x: Math.floor(box.left) - 6, y: Math.floor(box.top) - 6, width: Math.ceil(box.right - box.left) + 12, height: Math.ceil(box.bottom - box.top) + 12 };
    const picture = await picture_of(customer, clip), corner = picture.at(1, 1);
    const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const [x, y] of pixels_of(picture)) {
      if (contrast(picture.at(x, y), corner) < 1.3) continue;
      found.left = Math.min(found.left, clip.x + x / density);
      found.top = Math.min(found.top, clip.y + y / density);
      found.right = Math.max(found.right, clip.x + (x + 1) / density);
      found.bottom = Math.max(found.bottom, clip.y + (y + 1) / density);
    }
    for (const side of ['left', 'top', 'right', 'bottom'])
      assert.ok(Math.abs(found[side] - box[side]) <= least, `${what}: ${await thing.getAttribute('aria-label') || await thing.textContent()} is drawn at ${JSON.stringify(found)} and mirrored at ${JSON.stringify(box)}`);
  }
}

// The browser's zoom changes density and window together.
const screens = [...[1, 1.25, 1.5, 2, 3].map((density) => [`density ${density}`, density, 1]),
  ...[0.5, 0.67, 0.8, 1.1, 1.75, 4].map((zoom) => [`zoom ${Math.round(zoom * 100)} %`, zoom, zoom])];

for (const [what, density, zoom] of screens)
  test(`texts, fields and buttons lie in the mirror where they are drawn, at ${what}`, async ({ arrives }) => {
    const customer = await arrives({ density, width: Math.round(1280 / zoom), height: Math.max(900, Math.round(800 / zoom)), at: services });
    await texts_agree(customer, density, what);
    await chooses(customer, await first_that_may(customer, 'Étiquette et notes'), 'Étiquette et notes');
    await popup(customer);
    await customer.press('button', 'Annuler', { within: await popup(customer), button: 'middle' });  // the pointer away from the fields
    await customer.page.evaluate(() => document.activeElement?.blur());
    await customer.idle();
    await boxes_agree(customer, density, what);
  });

for (const density of [1, 1.5, 2, 3])
  test(`the text in a field does not move when the field gets the focus, at density ${density}`, async ({ arrives }) => {
    const customer = await arrives({ density, at: services });
    await chooses(customer, await first_that_may(customer, 'Renouveler'), 'Renouveler');
    const within = await popup(customer), field = await customer.sees('spinbutton', undefined, { within });
    const clip = await field.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return { x: box.left + 8, y: box.top + 6, width: 14, height: box.height - 12 };
    });
    await field.evaluate((element) => { element.style.caretColor = 'transparent'; });
    const look = async (focused) => {
      await field.evaluate((element, focused) => focused ? element.focus() : element.blur(), focused);
      await field.evaluate((element) => element.setSelectionRange(0, 0)).catch(() => {});
      await customer.idle();
      return edges(await picture_of(customer, clip), density, 3);
    };
    const [away, here] = [await look(false), await look(true)];
    for (const side of ['top', 'bottom'])
      assert.ok(Math.abs(away[side] - here[side]) <= 0.7, `${JSON.stringify(away)} without, ${JSON.stringify(here)} with the focus`);
  });
