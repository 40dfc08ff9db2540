// The functions of the first part of the program: the list src/app/first_part.txt, and how its lines match the names in a
// build.

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

// A name in the form of the list: without parts that differ between builds of the same code, and shortened.
export const listed = (name) => shorter.reduce((words, [what, by]) => words.replace(what, by), name).trim();

// Functions that the optimiser merges have no name and may be called from anywhere.
const has_a_name = (name) => !/^\d+$/.test(name);

// The lines of a new list, from the names of the called functions.
export const list_of = (names) => [...new Set(names.filter(has_a_name).map(listed))].sort();

// Those of a module's functions that stay in the first part.
export function kept(names, list) {
  const lines = new Set(list.filter((line) => line && !line.startsWith('#')));
  return names.filter((name) => !has_a_name(name) || lines.has(listed(name)));
}
