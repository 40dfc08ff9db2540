// Which functions the first part of the program has: the list src/app/first_part.txt, and how its lines meet the names of a build.

const shorter = [
  [/\[abi:\w+\]/g, ''],                 // the version of the library
  [/\$_\d+/g, '$'],                     // the number of a lambda
  [/ ?\.(llvm\.)?\d+/g, ''],            // a clone
  [/std::__2::/g, 'std::'],
  [/, std::(char_traits|allocator|default_delete)<[^<>]*>/g, ''],
  [/std::basic_string(_view)?<char>/g, 'std::string$1'],
  [/, std::(allocator|default_delete)<[^<>]*(<[^<>]*(<[^<>]*>)?[^<>]*>)?[^<>]*>/g, ''],
  [/, 4294967295ul>/g, '>'],
];

// A name as it stands in the list: without what changes though nobody changed it, and what only makes it long.
export const listed = (name) => shorter.reduce((words, [what, by]) => words.replace(what, by), name).trim();

// What the optimiser made of several functions has no name, and is called from anywhere.
const has_a_name = (name) => !/^\d+$/.test(name);

// The lines of a new list, for the names of functions that were called.
export const list_of = (names) => [...new Set(names.filter(has_a_name).map(listed))].sort();

// Which of a module's functions the list keeps in the first part.
export function kept(names, list) {
  const lines = new Set(list.filter((line) => line && !line.startsWith('#')));
  return names.filter((name) => !has_a_name(name) || lines.has(listed(name)));
}
