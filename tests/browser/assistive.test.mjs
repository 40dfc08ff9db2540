// axe-core finds no violation on any page or in any popup, in both themes.
import { is_without_violation } from './axe.mjs';
import { test } from './guichet.mjs';
import { chooses, first_that_may, no_popup, opens_actions, popup, services } from './lists.mjs';
import { account_menu, imports } from './shell.mjs';
import { fresh_folder } from './machine.mjs';
import { places } from '../../tools/lib/pages.mjs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on any page, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ theme });
    for (const at of [...Object.values(places), `${services}?q=rien-de-tel`]) {
      await customer.goes_to(at);
      await is_without_violation(customer, at);
    }
  });

  test(`axe finds nothing in any popup or menu, in the ${theme} theme`, async ({ arrives }) => {
    const customer = await arrives({ theme });
    for (const action of ['Étiquette et notes', 'Renouvellement automatique', 'Renouveler', 'Changer les serveurs DNS', 'Dissocier', 'Associer à un hébergement']) {
      const one = await first_that_may(customer, action, action === 'Étiquette et notes' ? '' : 'domaine');
      if (action === 'Étiquette et notes') {
        await opens_actions(customer, one);
        await is_without_violation(customer, 'the menu of a row');
        await customer.presses_key('Escape');
      }
      await chooses(customer, one, action);
      await popup(customer);
      await is_without_violation(customer, action);
      await customer.presses_key('Escape');
      await no_popup(customer);
    }
    await chooses(customer, await first_that_may(customer, 'Détails du service'), 'Détails du service');
    await is_without_violation(customer, 'Détails du service');
    await account_menu(customer);
    await is_without_violation(customer, 'the account menu');
    await customer.presses_key('Escape');
    const { folder, remove } = fresh_folder('axe');
    try {
      writeFileSync(path.join(folder, 'bad.json'), '{');
      await imports(customer, path.join(folder, 'bad.json'));
      await is_without_violation(customer, 'the refusal of a file');
    } finally { remove(); }
  });
}

test('axe finds nothing on a phone, with the menu open and closed', async ({ arrives }) => {
  const customer = await arrives({ phone: true, width: 390, height: 844, density: 2 });
  await is_without_violation(customer, 'Accueil');
  await customer.press('button', 'Ouvrir le menu');
  await is_without_violation(customer, 'the open menu');
  await customer.press('link', 'Gérer mes services');
  await is_without_violation(customer, 'Gérer mes services');
});
