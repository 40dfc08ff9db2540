// Runs axe-core on the current screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function is_without_violation(customer, where) {
  await customer.idle();
  // Evaluated through the debugger, to which the page's content security policy does not apply.
  if (!await customer.page.evaluate(() => 'axe' in window)) await customer.page.evaluate(axe);
  const found = await customer.page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
    .map((one) => `${one.id} (${one.impact}): ${one.help}: ${one.nodes.slice(0, 4).map((node) => node.html.slice(0, 200) + ' — ' + node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)).join(' || ')}`));
  assert.deepEqual(found, [], where);
}
