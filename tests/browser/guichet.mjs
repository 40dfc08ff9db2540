// The vocabulary of the browser tests: a claim, and customers who check it.
import assert from 'node:assert/strict';
import { after as after_all, test as node_test } from 'node:test';
import { Customer, close_all, plain, quote } from './customer.mjs';
import { pause, until } from './machine.mjs';

export { assert, pause, plain, quote, until };
export const long = process.env.GUICHET_LONG === '1';

after_all(close_all);

// A test whose body gets `arrives(options)`, which returns a new customer with an unused browser. After the body,
// things that no customer should ever cause (console errors, CSP violations, requests to other origins) fail the test.
export function test(claim, options, body) {
  if (!body) [options, body] = [{}, options];
  node_test(claim, { timeout: 120_000, ...options }, async (t) => {
    const customers = [];
    const arrives = (wishes) => Customer.arrives(wishes, (customer) => customers.push(customer));
    try {
      await body({ arrives, t });
      for (const customer of customers) customer.has_no_complaint();
    } catch (error) {
      for (const [number, customer] of customers.entries()) await customer.keeps_a_picture(claim, number, error);
      throw error;
    } finally {
      for (const customer of customers) await customer.leaves();
    }
  });
}
