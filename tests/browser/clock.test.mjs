// A device whose clock is wrong by years: nothing ends by a clock alone.
import { assert, test, until } from './guichet.mjs';
import { services } from './lists.mjs';

const years = 731 * 86_400_000;

// From the next load on, the device's clock is ahead.
const runs_ahead = (customer, by = years) => customer.context.addInitScript((by) => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given);
      else super(Real.now() + by);
    }
    static now() { return Real.now() + by; }
  };
}, by);

const active = async (customer) => (await customer.reads_status(/(\d+) résultats? sur/))[1];
const question = 'Quel jour sommes-nous ?';

test('with a clock two years ahead the server’s date counts: nothing ends, and nothing is asked', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const before = await active(customer);
  await runs_ahead(customer);
  for (let visits = 0; visits < 2; ++visits) {
    await customer.reload();
    assert.equal(await active(customer), before);
    await customer.reads_status('À jour');
    assert.equal(await customer.page.getByText(question).count(), 0);
  }
});

test('where no server answers, time stands and the customer is asked; only the answer lets it pass', async ({ arrives }) => {
  const customer = await arrives({ at: services });
  const before = await active(customer);
  await runs_ahead(customer);
  await customer.page.route('**/*', (route) => (route.request().method() === 'HEAD' ? route.abort() : route.continue()));
  customer.forgives(/ERR_FAILED/);
  await customer.reload();
  await customer.reads(question);
  await customer.reads(new RegExp(`indique le \\d+\\S* \\S+ ${new Date().getFullYear() + 2}`));
  assert.equal(await active(customer), before);
  await customer.reload();
  await customer.reads(question);
  assert.equal(await active(customer), before);
  await customer.sees('link', 'example-and-co.com');
  await customer.press('button', 'La date est juste');
  await until(async () => (await customer.page.getByText(question).count()) === 0 || null, { what: 'the question stays' });
  await customer.sees_no('link', 'example-and-co.com', { timeout: 30_000 });
});
