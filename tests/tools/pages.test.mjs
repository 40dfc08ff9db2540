// tools/lib/pages.mjs agrees with the program's table of pages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pages, places } from '../../tools/lib/pages.mjs';

test('every row of the table is read, with its tabs', () => {
  const source = readFileSync(new URL('../../src/pages/frame/page_table.cpp', import.meta.url), 'utf8');
  assert.equal(pages.length, source.match(/\.name\s*=\s*"/g).length);
  const tabs = pages.flatMap((page) => page.tabs);
  assert.equal(tabs.length, source.match(/^ {4}\{"/gm).length);
  assert.equal(Object.keys(places).length, pages.filter(({ way, tabs }) => way !== 'link' && !tabs.length).length + tabs.length);
});

test('the pages that have stood there from the beginning are found at their addresses', () => {
  assert.equal(places.home, '#/');
  assert.equal(places.active, '#/services/active');
  assert.equal(places.trade, '#/services/trade');
  assert.equal(places.billing, '#/billing');
  assert.equal(places.mail, '#/mail');
  assert.equal(places.confirm, undefined);
});
