// Words that are being written are never lost: through the real storage, reloads and kills.
import { assert, test } from './guichet.mjs';
import { chooses, first_that_may, no_popup, popup, services } from './lists.mjs';

const contact = 'Contacter le support à ce sujet', describe = 'Étiquette et notes';
const resumed = /^Brouillon repris/;

async function opens(customer, identifier, action) {
  await customer.goes_to(`${services}?q=${encodeURIComponent(identifier)}`);
  await chooses(customer, identifier, action);
  return popup(customer);
}

const value = async (customer, name) => (await customer.sees('textbox', name)).inputValue();

async function left_by(customer, key) {
  await customer.presses_key(key);
  await no_popup(customer);
}

// Writes into the field and leaves the popup; gives what was in the field before.
async function begins_to_write(customer, identifier, name, words) {
  await opens(customer, identifier, describe);
  const before = await value(customer, name);
  await customer.types('textbox', name, words);
  await left_by(customer, 'Escape');
  return before;
}

test('a question to support is there again after Escape, a reload, and a killed browser, until it is sent', { timeout: 240_000 }, async ({ arrives }) => {
  const customer = await arrives({ profile: true });
  const one = await first_that_may(customer, contact);

  await opens(customer, one, contact);
  await customer.types('textbox', 'Sujet', 'Courriel');
  await left_by(customer, 'Escape');
  await opens(customer, one, contact);
  await customer.reads('Brouillon repris');
  assert.equal(await value(customer, 'Sujet'), 'Courriel');

  await customer.types('textbox', 'Message', 'Bonjour, plus rien n’arrive.');
  await customer.reload();
  await opens(customer, one, contact);
  assert.equal(await value(customer, 'Message'), 'Bonjour, plus rien n’arrive.');

  await customer.types('textbox', 'Message', 'Bonsoir');
  await customer.kills_the_browser();
  await customer.opens_the_browser_again();
  await opens(customer, one, contact);
  assert.equal(await value(customer, 'Sujet'), 'Courriel');
  assert.equal(await value(customer, 'Message'), 'Bonsoir');

  await customer.press('button', 'Envoyer');
  await no_popup(customer);
  await customer.kills_the_browser();
  await customer.opens_the_browser_again();
  await opens(customer, one, contact);
  assert.equal(await value(customer, 'Message'), '');
  assert.equal(await customer.page.getByText(resumed).count(), 0);
});

test('a label that was left is taken up by another tab, and cleared by a press, with the keyboard still in the form', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, describe);
  const before = await begins_to_write(customer, one, 'Étiquette', 'à reprendre');

  customer.page = await customer.context.newPage();
  const within = await opens(customer, one, describe);
  assert.equal(await value(customer, 'Étiquette'), 'à reprendre');
  assert.match(await customer.reason(within), resumed);
  await customer.press_by_key('button', 'Effacer le brouillon');
  assert.equal(await value(customer, 'Étiquette'), before);
  assert.equal(await customer.focused(), 'textbox "Étiquette"');
  await left_by(customer, 'Escape');
  await opens(customer, one, describe);
  assert.equal(await value(customer, 'Étiquette'), before);
  assert.equal(await customer.page.getByText(resumed).count(), 0);
});

test('a reset of the demo takes the drafts with it', async ({ arrives }) => {
  const customer = await arrives();
  const one = await first_that_may(customer, describe);
  const before = await begins_to_write(customer, one, 'Notes', 'à oublier');
  await customer.press('button', 'Démonstration');
  await customer.press('menuitem', 'Réinitialiser la démo');
  await customer.press('button', 'Réinitialiser', { within: await popup(customer) });
  await no_popup(customer);
  await opens(customer, one, describe);
  assert.equal(await value(customer, 'Notes'), before);
});
