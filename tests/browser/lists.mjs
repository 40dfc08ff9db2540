// The vocabulary of lists: searching, reading rows, and opening a row's actions.
import assert from 'node:assert/strict';
import { plain } from './customer.mjs';

export const services = '#/services/active';

export async function searches(customer, words) {
  await customer.types('searchbox', 'Rechercher', words);
}

// { found, of } as the list shows them.
export async function results(customer) {
  const [, found, of] = await customer.reads_status(/([\d ]+) résultats? sur ([\d ]+)/);
  const number = (text) => +text.replace(/\s/g, '');
  return { found: number(found), of: number(of) };
}

// The drawn rows by column title: [{ 'Identifiant': …, 'Type': … }].
export async function rows(customer, name = 'Services actifs') {
  const table = await customer.sees('table', name);
  return table.evaluate((element) => {
    const text = (one) => (one.getAttribute('aria-label') || one.textContent || '').replace(/[\u00a0\u202f]/g, ' ').trim();
    const heads = new Map([...element.querySelectorAll('[role=columnheader]')].map((head) => [head.getAttribute('aria-colindex'), text(head)]));
    return [...element.querySelectorAll('[role=row]')].filter((row) => row.querySelector('[role=cell],[role=rowheader]'))
      .map((row) => Object.fromEntries([...row.querySelectorAll('[role=cell],[role=rowheader]')]
        .map((cell) => [heads.get(cell.getAttribute('aria-colindex')), text(cell)])));
  });
}

// The identifiers of the drawn rows, from the names of their action buttons.
export async function identifiers(customer) {
  await customer.sees('button', /^Actions pour /);
  const buttons = await customer.thing('button', /^Actions pour /).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') || one.textContent));
  return buttons.map((one) => plain(one).replace('Actions pour ', ''));
}

export async function opens_actions(customer, identifier) {
  await customer.press('button', `Actions pour ${identifier}`);
  return customer.sees('menu');
}

// The open popup, whether dialog or alertdialog.
export async function popup(customer, name = /./) {
  const open = customer.thing('dialog', name).or(customer.thing('alertdialog', name)).first();
  await open.waitFor({ state: 'attached', timeout: 10_000 }).catch(async () => assert.fail(`No popup ${name} is open. On screen:\n${await customer.screen()}`));
  return open;
}

export async function no_popup(customer) {
  await customer.sees_no('dialog');
  await customer.sees_no('alertdialog');
}

// Presses the check box of a row; `held`: 'Shift' selects from the row selected last up to here.
export async function selects(customer, identifier, { held } = {}) {
  if (held) await customer.page.keyboard.down(held);
  await customer.press('checkbox', `Sélectionner ${identifier}`);
  if (held) await customer.page.keyboard.up(held);
}

// Exports the whole list, or the selected rows.
export async function exports_as(customer, format, options) {
  await customer.press('button', 'Exporter');
  const item = await customer.sees('menuitem', format);
  return customer.downloads(() => customer.press_at(item, { rest: false, ...options }));
}

// Opens a popup from a row's menu.
export async function chooses(customer, identifier, action) {
  const menu = await opens_actions(customer, identifier);
  const item = await customer.sees('menuitem', action, { within: menu });
  assert.notEqual(await item.getAttribute('aria-disabled'), 'true', `${action} is refused for ${identifier}: ${await customer.reason(item)}`);
  await customer.press_at(item);
}

// The first service, among the results of a search, whose action is possible now.
export async function first_that_may(customer, action, among = '') {
  await customer.goes_to(services + (among ? `?q=${encodeURIComponent(among)}` : ''));
  for (const identifier of await identifiers(customer)) {
    const menu = await opens_actions(customer, identifier);
    const item = customer.thing('menuitem', action, { within: menu });
    const may = await item.count() === 1 && await item.getAttribute('aria-disabled') !== 'true';
    await customer.presses_key('Escape');
    await customer.sees_no('menu');
    if (may) return identifier;
  }
  throw new Error(`No service may ${action}${among ? ` among « ${among} »` : ''}`);
}
