// After the first visit the site works without a network, and says that it is offline.
import { assert, test, until } from './guichet.mjs';
import { chooses, first_that_may, rows, services } from './lists.mjs';
import { serve } from './machine.mjs';

async function kept_for_offline(customer) {
  await customer.page.evaluate(() => Promise.race([navigator.serviceWorker.ready,
    new Promise((_, fail) => setTimeout(() => fail(new Error('no service worker after 20 s')), 20_000))]));
  await until(() => customer.page.evaluate(async () => {
    const stored = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)));
    return stored.flat().some((url) => url.endsWith('.wasm'));
  }), { ms: 20_000, every: 100, what: 'the program was never put into the cache' });
}

test('after the first visit the site opens without its server, and an edit made then is kept', async ({ arrives }) => {
  const server = await serve();
  try {
    const customer = await arrives({ where: server.address, width: 2000 });
    customer.forgives(/Failed to load resource|net::ERR|service ?worker/i);
    await kept_for_offline(customer);
    server.stop();
    await customer.reload();
    await customer.sees('heading', 'Accueil', { level: 1 });
    const one = await first_that_may(customer, 'Étiquette et notes');
    await chooses(customer, one, 'Étiquette et notes');
    await customer.types('textbox', 'Étiquette', 'sans réseau');
    await customer.press('button', 'Enregistrer');
    await customer.sees_no('dialog');
    await customer.reload();
    await customer.goes_to(`${services}?q=${encodeURIComponent(one)}`);
    assert.equal((await rows(customer)).find((row) => row.Identifiant === one).Étiquette, 'sans réseau');
  } finally {
    server.stop();
  }
});

test('a deep link opens without the server, too', async ({ arrives }) => {
  const server = await serve();
  try {
    const customer = await arrives({ where: server.address });
    customer.forgives(/Failed to load resource|net::ERR|service ?worker/i);
    await kept_for_offline(customer);
    server.stop();
    await customer.page.close();
    customer.page = await customer.context.newPage();
    await customer.goes_to(services);
    await customer.sees('table', 'Services actifs');
  } finally {
    server.stop();
  }
});

test('the state of the network is told, and told again when it comes back', async ({ arrives }) => {
  const customer = await arrives();
  // The service worker may be on its way while the network goes.
  customer.forgives(/Failed to load resource|net::ERR|when fetching the script/);
  await customer.context.setOffline(true);
  await customer.reads_status('Hors ligne');
  await customer.context.setOffline(false);
  await customer.reads_status('À jour');
});
