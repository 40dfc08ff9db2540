// The vocabulary of the top bar: language, theme, and the account menu with import, export and reset.
import assert from 'node:assert/strict';

// Opens the menu called `settings` in the top bar, and presses the entry `choices`.
async function chooses(customer, settings, choices) {
  const opener = customer.page.getByRole('button', { name: settings }).or(customer.page.getByRole('combobox', { name: settings })).first();
  await opener.waitFor({ state: 'attached', timeout: 10_000 });
  await customer.press_at(opener);
  const choice = customer.page.getByRole('menuitemcheckbox', { name: choices }).or(customer.page.getByRole('menuitem', { name: choices })).or(customer.page.getByRole('option', { name: choices }))
    .or(customer.page.getByRole('radio', { name: choices })).first();
  await choice.waitFor({ state: 'attached', timeout: 10_000 });
  await customer.press_at(choice);
}

export const chooses_language = (customer, language) => chooses(customer, /^(Langue|Language)/, new RegExp(language));
export const chooses_theme = (customer, theme) => chooses(customer, /^(Thème|Theme)/, new RegExp(theme));

export async function account_menu(customer) {
  if (await customer.count('menu') === 0) await customer.press('button', /^(Mon compte|My account)/);
  return customer.sees('menu');
}

export async function exports_the_account(customer) {
  const menu = await account_menu(customer);
  const item = await customer.sees('menuitem', 'Exporter le compte', { within: menu });
  const file = await customer.downloads(() => customer.press_at(item, { rest: false }));
  await customer.idle();
  assert.match(file.name, /\.json$/);
  return file;
}

export async function imports(customer, file) {
  const menu = await account_menu(customer);
  const item = await customer.sees('menuitem', /^Importer un compte/, { within: menu });
  await customer.picks_file(file, () => customer.press_at(item, { rest: false }));
}
