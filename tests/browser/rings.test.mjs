// Where the keyboard is can be seen: what has the focus looks different, by a contrast of 3:1 with what was there.
import { assert, test } from './guichet.mjs';
import { chooses, first_that_may, no_popup, opens_actions, popup, services } from './lists.mjs';
import { contrast, picture_of, pixels_of } from './pixels.mjs';

// The part of the screen around an element.
async function around(customer, thing, by = 5) {
  const box = await thing.evaluate((element) => { const { left, top, right, bottom } = element.getBoundingClientRect(); return { left, top, right, bottom }; });
  const { width, height } = customer.page.viewportSize();
  const x = Math.max(0, Math.floor(box.left) - by), y = Math.max(0, Math.floor(box.top) - by);
  return { x, y, width: Math.min(width, Math.ceil(box.right) + by) - x, height: Math.min(height, Math.ceil(box.bottom) + by) - y };
}

// How many pixels of two pictures differ by 3:1 and more.
function different(before, after) {
  let count = 0;
  for (const [x, y] of pixels_of(before)) if (contrast(before.at(x, y), after.at(x, y)) >= 3) ++count;
  return count;
}

// `marks` brings the keyboard there; a ring is two pixels wide, round the element or a part of it at least 18 pixels large, and
// a bar beside a marked line is at least as long.
async function is_seen(customer, thing, marks, what) {
  await customer.idle();
  const clip = await around(customer, thing), before = await picture_of(customer, clip);
  await marks();
  await customer.idle();
  const after = await picture_of(customer, clip), count = different(before, after);
  assert.ok(count >= 36, `${what}: ${count} pixels differ by 3:1`);
}

// The focus, as Tab gives it.
async function shows_its_focus(customer, role, name, options = {}) {
  const thing = await customer.sees(role, name, options);
  await customer.page.evaluate(() => document.activeElement?.blur());
  await is_seen(customer, thing, () => thing.evaluate((element) => element.focus()), `${role} ${name || ''}`);
  await customer.page.evaluate(() => document.activeElement?.blur());
}

for (const theme of ['light', 'dark']) {
  const arrives_by_keyboard = async (arrives, wishes) => {
    const customer = await arrives({ theme, density: 1, ...wishes });
    await customer.presses_key('Tab');
    return customer;
  };

  test(`every kind of thing on a page shows the keyboard's focus, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives_by_keyboard(arrives, { height: 1800 });
    await shows_its_focus(customer, 'link', 'Accueil');
    await shows_its_focus(customer, 'link', 'Gérer mes services');
    await shows_its_focus(customer, 'button', 'Réduire le menu');
    await shows_its_focus(customer, 'button', /^Démonstration/);
    await shows_its_focus(customer, 'button', /^Mon compte/);
    await shows_its_focus(customer, 'combobox', 'Recherche globale');
    const main = { within: await customer.sees('main') };
    await shows_its_focus(customer, 'link', /domaine/, main);
    await shows_its_focus(customer, 'button', undefined, main);
    await shows_its_focus(customer, 'link', undefined, { within: await customer.sees('table', 'Échéances des 12 prochains mois') });
  });

  test(`every kind of thing of a list shows the keyboard's focus, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives_by_keyboard(arrives, { at: `${services}?kind=domain` });
    await shows_its_focus(customer, 'tab', 'Services actifs');
    await shows_its_focus(customer, 'tab', /En attente/);
    await shows_its_focus(customer, 'searchbox', 'Rechercher');
    await shows_its_focus(customer, 'button', /^Retirer le filtre/);
    const table = await customer.sees('table', 'Services actifs'), within = { within: table };
    await shows_its_focus(customer, 'table', 'Services actifs');
    await shows_its_focus(customer, 'button', /^Trier par Expiration/, within);
    await shows_its_focus(customer, 'checkbox', undefined, within);
    await shows_its_focus(customer, 'checkbox', /^Sélectionner \S+\.\w/, within);
    await shows_its_focus(customer, 'link', undefined, within);
    await shows_its_focus(customer, 'button', /^Actions pour/, within);
  });

  test(`everything in a menu, a popup and a list of choices shows where the keyboard is, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives_by_keyboard(arrives, { at: services });
    const in_popup = async (action, ...things) => {
      await customer.goes_to(services);
      await customer.presses_key('Tab');
      const one = await first_that_may(customer, action);
      if (action === 'Renouveler') {
        const menu = { within: await opens_actions(customer, one) };
        const item = await customer.sees('menuitem', action, menu);
        await item.evaluate((element) => element.focus());
        await is_seen(customer, customer.thing('menuitem', undefined, menu).first(), () => customer.presses_key('Home'), 'a menu item');
        await customer.presses_key('Escape');
      }
      await chooses(customer, one, action);
      const within = await popup(customer);
      for (const [role, name] of things) await shows_its_focus(customer, role, name, { within });
      return within;
    };
    const leaves_it = async () => {
      await customer.presses_key('Tab', 'Escape');
      await no_popup(customer);
    };
    await in_popup('Renouveler', ['spinbutton'], ['button', 'Annuler'], ['button', /Renouveler|Payer/], ['button', 'Fermer']);
    await leaves_it();
    await in_popup('Étiquette et notes', ['textbox', 'Étiquette'], ['textbox', 'Notes']);
    await leaves_it();
    const popup_with_choices = await in_popup('Contacter le support à ce sujet', ['combobox'], ['textbox']);
    const choices = await customer.sees('combobox', undefined, { within: popup_with_choices });
    await choices.evaluate((element) => element.focus());
    await customer.presses_key('ArrowDown');
    await is_seen(customer, customer.thing('option').nth(1), () => customer.presses_key('Home', 'ArrowDown'), 'an option');
  });

  test(`the line of the global search that Enter would take is seen, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives_by_keyboard(arrives);
    await customer.presses_key('Control+k');
    await customer.page.keyboard.type('example');
    await customer.idle();
    await is_seen(customer, customer.thing('option').nth(1), () => customer.presses_key('ArrowDown'), 'a line of the search');
  });

  test(`the drawer of a narrow window shows the keyboard's focus, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives_by_keyboard(arrives, { width: 390 });
    await customer.press_by_key('button', 'Ouvrir le menu');
    const within = await customer.sees('dialog', 'Menu principal');
    await shows_its_focus(customer, 'link', 'Gérer mes services', { within });
    await shows_its_focus(customer, 'button', 'Fermer', { within });
  });
}
