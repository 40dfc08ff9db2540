// The pages of the program and their tabs, read from page_table.cpp.
import { readFileSync } from 'node:fs';

const table = 'src/pages/frame/page_table.cpp';
const source = readFileSync(new URL(`../../${table}`, import.meta.url), 'utf8');

function rows_of(start) {
  const at = source.indexOf(start);
  if (at < 0) throw new Error(`${table} has no ${start}`);
  return source.slice(at, source.indexOf('\n};', at));
}

const tabs_of = (name) => [...rows_of(`constexpr TabEntry ${name}[] = {`).matchAll(/^ {4}\{"(\w+)",/gm)].map(([, tab]) => tab);

// { name: 'services', way: 'menu', tabs: ['active', …] }; the name of the home page is empty.
export const pages = rows_of('constexpr PageEntry pages_in_order[] = {').split(/^ {4}\{(?=\.name)/m).slice(1).map((row) => ({
  name: row.match(/^\.name\s*=\s*"(\w*)"/)[1],
  way: (row.match(/\.way\s*=\s*Way::(\w+)/) || [, 'menu'])[1],
  tabs: row.includes('.tabs') ? tabs_of(row.match(/\.tabs\s*=\s*(\w+)/)[1]) : [],
}));

// The pages that can be reached without a letter, by name: { home: '#/', active: '#/services/active', … }.
export const places = Object.fromEntries(pages.filter(({ way }) => way !== 'link').flatMap(({ name, tabs }) =>
  tabs.length ? tabs.map((tab) => [tab, `#/${name}/${tab}`]) : [[name || 'home', `#/${name}`]]));
