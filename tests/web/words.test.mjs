// The mirror uses the values of src/base/screen_words.hpp: numbers of roles, sorts and events, bits of states and keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './library.mjs';
import { EVENTS, KEYS, ROLES, SORTS, STATES } from './screen_words.mjs';

const { mirror, mirror_elements, mirror_keys } = load({ guichet: {} }, 'mirror.js', 'mirror_elements.js', 'mirror_keys.js');
const bit = (list, name) => {
  assert.ok(list.includes(name), name);
  return 2 ** list.indexOf(name);
};

test('every role has an element', () => {
  assert.equal(mirror_elements.ROLES.length, ROLES.length);
  // A role given to an element is the ARIA name of that role.
  const in_aria = { image: 'img' };
  ROLES.forEach((name, number) => {
    const [tag, role] = mirror_elements.ROLES[number];
    assert.ok(tag);
    if (role) assert.equal(role, in_aria[name] || name);
  });
});

test('roles, states, sorts and events are called and numbered as in the program', () => {
  const names = Object.keys(mirror_elements).filter((name) => /^[A-Z_]+$/.test(name) && typeof mirror_elements[name] === 'number');
  assert.ok(names.length > 40);
  for (const name of names) {
    const word = name.toLowerCase();
    const numbers = [ROLES.includes(word) ? ROLES.indexOf(word) : null, STATES.includes(word) ? bit(STATES, word) : null];
    assert.ok(numbers.includes(mirror_elements[name]), `${name} is ${mirror_elements[name]}, not ${numbers}`);
  }
  for (const word of STATES) assert.equal(mirror_elements[word.toUpperCase()], bit(STATES, word), word);
  assert.deepEqual(SORTS, ['none', 'ascending', 'descending', 'sortable']);
  assert.deepEqual([...mirror_elements.SORTS], ['', 'ascending', 'descending', 'none']);
  EVENTS.forEach((word, number) => assert.equal(mirror[word.toUpperCase()], number, word));
});

test('a field is what one can type into', () => {
  const fields = ['searchbox', 'textbox', 'spinbutton'];
  ROLES.forEach((name, role) => {
    assert.equal(mirror_elements.is_field({ role, state: 0 }), fields.includes(name), name);
    const editable = mirror_elements.is_field({ role, state: bit(STATES, 'editable') });
    assert.equal(editable, fields.includes(name) || name === 'combobox', name);
  });
});

test('keys have the bits that the program asks for them by', () => {
  const asked = { ArrowUp: 'up_down', ArrowDown: 'up_down', ArrowLeft: 'left_right', ArrowRight: 'left_right', Home: 'home_end',
    End: 'home_end', PageUp: 'pages', PageDown: 'pages', Escape: 'escape', Enter: 'enter', ' ': 'space', Delete: 'erase',
    Backspace: 'erase', Tab: 'tab' };
  for (const [key, word] of Object.entries(asked)) assert.equal(mirror_keys.named(key), bit(KEYS, word), key);
  assert.equal(mirror_keys.LETTERS, bit(KEYS, 'letters'));
  assert.equal(mirror_keys.SELECT_ALL, bit(KEYS, 'select_all'));
  assert.equal(mirror_keys.COPY, bit(KEYS, 'copy'));
  assert.equal(mirror_keys.MENU, bit(KEYS, 'menu'));
  const covered = new Set([...Object.values(asked), 'letters', 'select_all', 'copy', 'menu']);
  assert.deepEqual(KEYS.filter((word) => !covered.has(word)), []);
  const left = ['up_down', 'pages', 'escape', 'enter', 'tab'].reduce((sum, word) => sum | bit(KEYS, word), 0);
  assert.equal(mirror_keys.FROM_FIELD, left);
});
