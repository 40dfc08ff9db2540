// What people paste, through the real clipboard: with what was copied along, over several lines, into the wrong field.
import { assert, test } from './guichet.mjs';
import { chooses, first_that_may, identifiers, no_popup, popup, services } from './lists.mjs';

const permissions = ['clipboard-read', 'clipboard-write'];

async function pastes(customer, role, name, text, options = {}) {
  const field = await customer.types(role, name, '', options);
  await customer.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await customer.page.keyboard.press('Control+V');
  await customer.idle();
  return field;
}

test('a search finds the row in whatever was pasted with its name', async ({ arrives }) => {
  const customer = await arrives({ at: services, permissions });
  const one = (await identifiers(customer)).find((name) => name.endsWith('.fr'));
  for (const text of [`https://www.${one}/page?x=1`, `contact@${one}`, `«\u00a0${one}\u00a0».`, `\t${one}\r\n`, one.replace('-', '\u2011')]) {
    await pastes(customer, 'searchbox', 'Rechercher', text);
    assert.deepEqual(await identifiers(customer), [one], text);
  }
  await customer.presses_key('Control+k');
  await pastes(customer, 'combobox', 'Recherche globale', `https://${one}/`);
  await customer.sees('option', new RegExp(one.replaceAll('.', '\\.')));
});

test('name servers pasted over several lines fill as many fields, and what stands around them is gone', async ({ arrives }) => {
  const customer = await arrives({ at: services, width: 1400, permissions });
  await chooses(customer, await first_that_may(customer, 'Changer les serveurs DNS', 'domaine'), 'Changer les serveurs DNS');
  const within = await popup(customer);
  await pastes(customer, 'textbox', 'Serveur 1', 'NS1.host.example.\r\nns2.host.example,\nns3–a.host.example\n', { within });
  const fields = await customer.thing('textbox', /^Serveur \d/, { within }).all();
  const values = await Promise.all(fields.map((field) => field.inputValue()));
  for (const server of ['ns1.host.example', 'ns2.host.example', 'ns3-a.host.example']) assert.ok(values.includes(server), `${server} among ${values}`);
  await customer.press('button', 'Changer les serveurs', { within });
  await no_popup(customer);
});

test('an account number is never shortened by the field: the length is named, and blanks and dashes do no harm', async ({ arrives }) => {
  const customer = await arrives({ at: '#/services/trade', permissions });
  await customer.press('button', 'Céder un service');
  const within = await popup(customer);
  const field = await pastes(customer, 'textbox', 'Identifiant du compte destinataire', 'C-2045190', { within });
  assert.equal(await field.inputValue(), 'C-2045190');
  await customer.press('button', 'Demander la cession', { within });
  assert.match(await customer.reason(field), /9 caractères.*il en faut 8/);
  await pastes(customer, 'textbox', 'Identifiant du compte destinataire', ' c–118 203 ', { within });
  assert.doesNotMatch(await customer.reason(field), /caractères|forme/);
  const mail = await pastes(customer, 'textbox', 'Adresse e-mail du destinataire', 'jean..x@exemple.fr', { within });
  assert.match(await customer.reason(mail), /point/);
  await pastes(customer, 'textbox', 'Adresse e-mail du destinataire', 'mailto:jean@château-exemple.fr', { within });
  assert.doesNotMatch(await customer.reason(mail), /arobase|accepté/);
});

test('a label keeps what shows of what was pasted, and blanks that do not show are no subject', async ({ arrives }) => {
  const customer = await arrives({ at: services, permissions });
  const one = await first_that_may(customer, 'Étiquette et notes');
  await chooses(customer, one, 'Étiquette et notes');
  await pastes(customer, 'textbox', 'Étiquette', 'site\r\n1\t\u202efdp.exe\u200b', { within: await popup(customer) });
  await customer.press('button', 'Enregistrer');
  await no_popup(customer);
  await chooses(customer, one, 'Étiquette et notes');
  assert.equal(await (await customer.sees('textbox', 'Étiquette')).inputValue(), 'site 1 fdp.exe');
  await customer.presses_key('Escape');
  await no_popup(customer);

  await chooses(customer, one, 'Contacter le support à ce sujet');
  const within = await popup(customer);
  const subject = await pastes(customer, 'textbox', 'Sujet', '\u200b\u3164', { within });
  await customer.press('button', 'Envoyer', { within });
  assert.match(await customer.reason(subject), /obligatoire/);
});

test('an offered domain is read from a pasted address, and shown as it will be ordered', async ({ arrives }) => {
  const customer = await arrives({ at: services, permissions });
  await chooses(customer, await first_that_may(customer, 'Choisir le domaine offert', 'hébergement'), 'Choisir le domaine offert');
  const within = await popup(customer);
  const field = await pastes(customer, 'textbox', 'Nom du domaine', 'https://www.château–neuf.fr/accueil', { within });
  assert.match(await customer.reason(field), /château-neuf\.fr \(xn--/);
  await pastes(customer, 'textbox', 'Nom du domaine', 'exemple-neuf', { within });
  await customer.press('button', 'Choisir ce domaine', { within });
  assert.match(await customer.reason(field), /extension/);
  await pastes(customer, 'textbox', 'Nom du domaine', '💩.fr', { within });
  assert.match(await customer.reason(field), /ne peut pas contenir/);
});
