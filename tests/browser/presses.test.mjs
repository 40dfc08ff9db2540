// Presses that were meant for something else: a held key, a second press, a finger that was down before the popup came.
import { assert, test } from './guichet.mjs';
import { first_that_may, no_popup, opens_actions, popup, rows, services } from './lists.mjs';

const expiry_of = async (customer, identifier) => {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  return (await rows(customer)).find((row) => row.Identifiant === identifier)?.Expiration;
};

// From the row's menu, with the keyboard up to the entry: nothing is pressed yet.
async function reaches(customer, identifier, action) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  const menu = await opens_actions(customer, identifier);
  await customer.thing('menuitem', action, { within: menu }).focus();
  await customer.idle();
}

test('Enter that is held, or pressed twice, opens « Renouveler » and pays nothing', async ({ arrives }) => {
  const customer = await arrives({ width: 1400 });
  const { keyboard } = customer.page;
  const one = await first_that_may(customer, 'Renouveler', 'domaine');
  const before = await expiry_of(customer, one);

  await reaches(customer, one, 'Renouveler');
  for (let times = 0; times < 20; ++times) {
    await keyboard.down('Enter');
    await customer.page.waitForTimeout(40);
  }
  await keyboard.up('Enter');
  await customer.idle();
  await popup(customer, /Renouveler/);
  await customer.presses_key('Escape');
  await no_popup(customer);

  for (const pause of [60, 120, 250]) {
    await reaches(customer, one, 'Renouveler');
    await keyboard.press('Enter');
    await customer.page.waitForTimeout(pause);
    await keyboard.press('Enter');
    await customer.idle();
    const open = await popup(customer, /Renouveler/);
    // A number is no question that Enter answers.
    await customer.thing('spinbutton', /./, { within: open }).focus();
    await customer.page.waitForTimeout(400);
    await customer.presses_key('Enter');
    await popup(customer, /Renouveler/);
    await customer.presses_key('Escape');
    await no_popup(customer);
  }
  assert.equal(await expiry_of(customer, one), before);
  await customer.goes_to('#/services/pending');
  assert.equal(await customer.count('cell', one), 0);
});

// A tap that comes later than the popup's guard may press what lies there by then, which must be nothing that destroys.
test('a double tap on the last entry of a menu, quick or slow, ends nothing', async ({ arrives }) => {
  const customer = await arrives({ phone: true, width: 390, height: 760, density: 2 });
  const action = /^Demander la résiliation/;
  const one = await first_that_may(customer, 'Demander la résiliation', 'domaine');
  for (const pause of [0, 60, 150, 300, 500, 900]) {
    await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
    const entry = await customer.sees('menuitem', action, { within: await opens_actions(customer, one) });
    await entry.focus();  // the menu is longer than the window: the entry comes into sight
    await customer.idle();
    const place = await customer.place_of(entry);
    await customer.page.touchscreen.tap(place.x, place.y);
    if (pause) {
      await customer.page.waitForTimeout(pause);
      await customer.page.touchscreen.tap(place.x, place.y);
    }
    await customer.idle();
    // One tap opens the popup; of two, a late second one may close it again.
    if (!pause) await popup(customer, /résili/i);
    if (await customer.count('dialog', /résili/i)) {
      await customer.presses_key('Escape');
      await no_popup(customer);
    }
  }
  await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
  await customer.sees('menuitem', action, { within: await opens_actions(customer, one) });
});
