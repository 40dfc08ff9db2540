// What a screen reader is told: Chromium's own accessibility tree, and not the page's attributes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plain } from './customer.mjs';
import { root, until } from './machine.mjs';

const keys = new Set(Object.keys(JSON.parse(readFileSync(path.join(root, 'assets/texts/fr.json'), 'utf8'))));
const named = new Set(['alertdialog', 'button', 'checkbox', 'columnheader', 'combobox', 'dialog', 'heading', 'image', 'link', 'list',
  'listbox', 'menu', 'menuitem', 'menuitemcheckbox', 'navigation', 'option', 'radio', 'radiogroup', 'region', 'rowheader', 'searchbox',
  'spinbutton', 'tab', 'table', 'tablist', 'textbox']);

export class Reader {
  constructor(customer) { this.customer = customer; }

  // The tree from top to bottom: { role, name, value, description, text, inside: the nodes around it, and its states }.
  async tree() {
    this.cdp ||= await this.customer.context.newCDPSession(this.customer.page);
    await this.customer.idle();
    const { nodes } = await this.cdp.send('Accessibility.getFullAXTree');
    const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
    const told = [];
    const walk = (node, inside) => {
      if (!node) return;
      let around = inside;
      if (!node.ignored) {
        const words = (part) => plain(String(node[part]?.value ?? ''));
        const one = { role: words('role'), name: words('name'), value: words('value'), description: words('description'), text: '', inside };
        for (const { name, value } of node.properties || []) one[name] ??= value.value;
        if (one.role === 'InlineTextBox') return;
        if (one.role === 'StaticText') for (const outer of inside) outer.text = `${outer.text} ${one.name}`.trim();
        told.push(one);
        around = [...inside, one];
      }
      for (const child of node.childIds || []) walk(by_id.get(child), around);
    };
    walk(nodes.find((node) => !node.parentId), []);
    return told;
  }

  // Waits until each of these is told: [role, name, { value, description, a state… }]; `text` is all that is written inside,
  // `inside` the name of something around it, and `never: true` that there is none such.
  async hears(expected, task) {
    let told, missing;
    await until(async () => {
      told = await this.tree();
      missing = expected.filter(([role, name, { never = false, ...more } = {}]) =>
        told.some((one) => one.role === role && fits(one.name, name) && Object.entries(more).every(([what, wanted]) =>
          what === 'inside' ? one.inside.some((outer) => fits(outer.name, wanted)) : fits(one[what], wanted))) === never);
      return !missing.length;
    }, { what: () => `« ${task} »: not told as expected:\n${missing.map(shown).join('\n')}\nbut:\n${told.filter((one) =>
      missing.some(([role]) => role === one.role)).map(brief).join('\n')}` });
    is_sound(told, task);
  }
}

// What no screen may ever tell.
function is_sound(told, task) {
  const faults = [];
  const over = told.findLast((one) => one.modal === true || one.role === 'menu');
  for (const one of told) {
    const says = (fault) => faults.push(`${fault}: ${brief(one)}`);
    if (named.has(one.role) && !one.name) says('nameless');
    for (const words of [one.name, one.description, one.text]) {
      if (keys.has(words)) says('a raw key');
      if (/(?<![\p{L}\p{N}.-])(\p{L}{3,})[ ,:]+\1(?![\p{L}\p{N}.-])/iu.test(one.role === 'StaticText' || words !== one.text ? words : '')) says('doubled words');
    }
    if (one.description && one.description === one.name) says('a description that is the name again');
    if (one.role === 'button' && one.disabled && !one.description) says('no reason');
    if (one.invalid === 'true' && !one.description) says('no complaint');
    const reached = one.focusable && !['RootWebArea', 'main', 'status'].includes(one.role);
    if (over && reached && one !== over && !one.inside.includes(over) && !over.inside.includes(one)) says('reached behind what is open');
  }
  if (told.filter((one) => one.focused && one.role !== 'RootWebArea').length > 1) faults.push('two have the focus');
  assert.deepEqual([...new Set(faults)], [], `« ${task} »`);
}

const fits = (is, wanted) => wanted instanceof RegExp ? wanted.test(is ?? '') : wanted === undefined || (is ?? false) === wanted;
const shown = ([role, name, more]) => `${role} ${name} ${more ? Object.entries(more).map((pair) => pair.join(' = ')).join(', ') : ''}`;

function brief({ role, name, value, description, text, ...states }) {
  const on = ['focused', 'disabled', 'expanded', 'selected', 'checked', 'invalid', 'modal', 'live'].filter((state) => states[state] && states[state] !== 'false');
  return `${role} « ${name} » ${[value && `= ${value}`, description && `– ${description}`, text && text !== name && `[${text.slice(0, 120)}]`, ...on].filter(Boolean).join(' ')}`;
}
