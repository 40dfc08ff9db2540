// A phone: its keyboard takes half of the window, its fingers are large, its toasts are as wide as the screen.
import { assert, pause, plain, test, until } from './guichet.mjs';
import { first_that_may, opens_actions, popup, services } from './lists.mjs';

const phone = { phone: true, width: 390, height: 760 };

// The parts of the window that an element and what is said about it take: [top, bottom].
const place = (thing) => thing.evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
});

async function is_in_sight(customer, thing, height, what) {
  await until(async () => {
    const { top, bottom } = await place(thing);
    return top >= 0 && bottom <= height;
  }, { ms: 4000, what: async () => `${what} lies at ${JSON.stringify(await place(thing))} of ${height}` });
}

async function opens(customer, action) {
  const within = await opens_actions(customer, await first_that_may(customer, action));
  await pause(400);  // a menu that has just opened takes no key
  await customer.press_by_key('menuitem', action, { within });  // the end of a long menu is out of sight
  return popup(customer);
}

for (const height of [330, 380, 440])
  test(`a field that is typed in stays in sight when the keyboard leaves ${height} pixels`, async ({ arrives }) => {
    const customer = await arrives({ ...phone, at: services });
    const within = await opens(customer, 'Contacter le support à ce sujet');
    for (const [number, field] of (await customer.thing('textbox', undefined, { within }).all()).entries()) {
      await customer.page.setViewportSize({ width: phone.width, height: phone.height });
      await customer.idle();
      await field.evaluate((element) => element.focus());
      await customer.idle();
      await customer.page.setViewportSize({ width: phone.width, height });
      await customer.idle();
      await is_in_sight(customer, field, height, `field ${number + 1}`);
    }
  });

test('a field and its complaint are in sight together above the keyboard', async ({ arrives }) => {
  const customer = await arrives({ ...phone, at: services });
  const within = await opens(customer, 'Changer les serveurs DNS');
  const field = await customer.sees('textbox', undefined, { within });
  await field.evaluate((element) => element.focus());
  await customer.page.setViewportSize({ width: phone.width, height: 330 });
  await customer.page.keyboard.press('Control+A');
  await customer.page.keyboard.type('pas un serveur');
  await customer.presses_key('Enter');
  const wrong = customer.page.locator('[aria-invalid=true]').first();
  await wrong.waitFor({ state: 'attached', timeout: 5000 });
  await is_in_sight(customer, wrong, 330, 'the field');
  const complaint = customer.page.locator('#mirror div', { hasText: plain(await customer.reason(wrong)).slice(0, 20) }).last();
  await is_in_sight(customer, complaint, 330, 'its complaint');
});

test('where only the visual viewport tells of the keyboard, the field stays in what is seen', async ({ arrives }) => {
  const customer = await arrives({ ...phone, at: services });
  const within = await opens(customer, 'Contacter le support à ce sujet');
  const field = await customer.thing('textbox', undefined, { within }).last();
  await field.evaluate((element) => element.focus());
  await customer.idle();
  // As Safari does: the window keeps its size, and the part that is seen is moved.
  await customer.page.evaluate(() => {
    Object.defineProperties(visualViewport, { height: { get: () => 350 }, offsetTop: { get: () => 120 }, scale: { get: () => 1 } });
    visualViewport.dispatchEvent(new Event('resize'));
  });
  await customer.idle();
  await until(async () => {
    const { top, bottom } = await place(field);
    return top >= 120 && bottom <= 120 + 350;
  }, { ms: 4000, what: async () => `the field lies at ${JSON.stringify(await place(field))}, and 120 to 470 are seen` });
  // What is pressed is where it is seen.
  await (await customer.sees('button', 'Fermer', { within })).evaluate((element) => element.focus());
  await customer.press('button', 'Fermer', { within });
  await customer.sees_no('dialog');
});

test('on a low screen the title and the buttons of a popup scroll with its content', async ({ arrives }) => {
  const customer = await arrives({ ...phone, at: services });
  const within = await opens(customer, 'Contacter le support à ce sujet');
  await customer.page.setViewportSize({ width: phone.width, height: 340 });
  await customer.idle();
  const last = await customer.sees('button', 'Annuler', { within });
  const before = await place(last);
  assert.ok(before.bottom > 340, JSON.stringify(before));
  await last.evaluate((element) => element.focus());
  await customer.idle();
  await is_in_sight(customer, last, 340, 'the button');
  assert.ok((await place(await customer.sees('heading', undefined, { within, level: 2 }))).bottom < 0);
});

test('a slow swipe scrolls without a complaint of the browser', async ({ arrives }) => {
  const customer = await arrives({ ...phone, at: services });
  const said = [];
  customer.page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  const cdp = await customer.context.newCDPSession(customer.page);
  const touch = (type, y) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
  const first = await customer.page.locator('#mirror [role=row] a').first().textContent();
  await touch('touchStart', 600);
  for (let y = 596; y > 200; y -= 6) {
    await touch('touchMove', y);
    await pause(16);
  }
  await touch('touchEnd');
  await customer.idle();
  assert.notEqual(await customer.page.locator('#mirror [role=row] a').first().textContent(), first);
  assert.deepEqual(said, []);
});

// A toast, and the words it says.
async function gets_a_toast(customer) {
  await customer.press('button', /^Démonstration/);
  await customer.press('menuitem', /d’un jour/);
  return customer.page.locator('#mirror > section[aria-label]').last();
}

test('a toast does not move when a menu opens, and is said once', async ({ arrives }) => {
  const customer = await arrives(phone);
  await customer.page.evaluate(() => {
    window.said = [];
    new MutationObserver((all) => {
      for (const { target } of all) {
        const live = (target.nodeType === 3 ? target.parentElement : target).closest('[role=status], [role=alert]');
        if (live?.closest('section') && live.textContent) window.said.push(live.textContent);
      }
    }).observe(document.getElementById('mirror'), { childList: true, characterData: true, subtree: true });
  });
  const toast = await gets_a_toast(customer);
  await toast.waitFor({ state: 'attached', timeout: 5000 });
  const at = await place(toast);
  await customer.press('button', 'Mon compte');
  await customer.sees('menu');
  assert.deepEqual(await place(toast), at);
  assert.equal((await customer.page.evaluate(() => window.said)).length, 1);
});

test('a toast lies on no button of a popup', async ({ arrives }) => {
  const customer = await arrives({ ...phone, height: 1000 });
  const toast = await gets_a_toast(customer);
  await customer.press('button', 'Renouveler');
  const within = await popup(customer), { top, bottom } = await place(toast);
  for (const button of await customer.thing('button', undefined, { within }).all()) {
    const box = await place(button);
    assert.ok(box.bottom <= top || box.top >= bottom, `${await button.textContent()} at ${JSON.stringify(box)}, the toast at ${top} to ${bottom}`);
  }
});

test('a toast leaves by itself', async ({ arrives }) => {
  const customer = await arrives(phone);
  const toast = await gets_a_toast(customer);
  await toast.waitFor({ state: 'attached', timeout: 5000 });
  await toast.waitFor({ state: 'detached', timeout: 15_000 });
});
