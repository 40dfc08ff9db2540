// The database is taken away from an open page: deleted by another page, cleared by the browser, upgraded by another
// version, or closed in the back/forward cache. The customer's data stay, or the page reports the loss.
import { Device, Findings, damage_said, refusal_said, storage } from './faults.mjs';
import { pause } from './machine.mjs';

const said_of = (words) => [...damage_said(words), ...refusal_said(words)];

// What happens to a tab whose edits are stored; each case resolves to the page's mistake, if any.
const cases = {
  async 'another page deletes the database'({ device, tab }) {
    const page = await device.bare_page();
    const how = await page.evaluate(async (pattern) => Promise.all((await indexedDB.databases()).map((one) => one.name)
      .filter((name) => new RegExp(pattern).test(name)).map((name) => new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => done('deleted');
        request.onerror = () => done(request.error.name);
        setTimeout(() => done('blocked'), 5000);
      }))), storage.is_ours.source);
    await page.close();
    if (!how.length) throw new Error('the fault is not there: there is no database to delete');
    if (how.includes('blocked')) return 'the page holds up the deletion';
    await tab.settles(5000);
  },

  async 'the browser clears the storage of the site'({ device, tab }) {
    const cdp = await tab.cdp();
    await cdp.send('Storage.clearDataForOrigin', { origin: new URL(device.address).origin, storageTypes: 'indexeddb' });
    await tab.settles(5000);
  },

  // A connection that is never closed, beside a page with the current program.
  async 'a tab keeps an old connection open'({ device, tab }) {
    const page = await device.bare_page();
    await page.evaluate(async () => {
      window.kept = await Promise.all((await indexedDB.databases()).map((one) => new Promise((done) => {
        const request = indexedDB.open(one.name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(null);
      })));
    });
    await tab.goes();
    await tab.rests();
  },
};

const upgrade = {
  what: 'a later version upgrades the database',
  async happens({ device, tab }) {
    const page = await device.bare_page();
    const how = await page.evaluate(async (pattern) => Promise.all((await indexedDB.databases()).map((one) => one.name)
      .filter((name) => new RegExp(pattern).test(name)).map((name) => new Promise((done) => {
        const request = indexedDB.open(name, 99);
        request.onsuccess = () => { request.result.close(); done('upgraded'); };
        request.onerror = () => done(request.error.name);
        setTimeout(() => done('blocked'), 5000);
      }))), storage.is_ours.source);
    await page.close();
    if (how.includes('blocked')) return 'the page holds up the upgrade';
    await tab.settles(5000);
  },
};

export async function closed_database({ address, rounds = 1, say = () => {} }) {
  const findings = new Findings('closed database', say);
  Object.assign(findings.figures, { cases: 0, lost: 0, said: 0, 'silent losses': 0, 'back/forward': 0, 'of them from the cache': 0 });
  const counter = { last: 0 };
  // The upgrade is last: afterwards the database is unusable for the other cases.
  const all = [...Object.entries(cases).map(([what, happens]) => [what, (device) => one_case(device, what, happens, counter, findings)]),
    ['back and forward', (device) => back_and_forward(device, false, counter, findings)],
    ['back and forward, beside another tab', (device) => back_and_forward(device, true, counter, findings)],
    [upgrade.what, (device) => one_case(device, upgrade.what, upgrade.happens, counter, findings)]];
  let device = await Device.set_up(address);
  try {
    for (let round = 0; round < rounds; ++round) {
      for (const [what, run] of all) {
        try {
          findings.counts('cases');
          await run(device);
          for (const page of device.context.pages().slice(1)) await page.close();
          device.fresh_page = device.context.pages()[0];
          await device.fresh_page.goto('about:blank');
        } catch (error) {
          findings.breaks('the page survives', `${what}: ${error.message.split('\n')[0]}`);
          await device.leaves();
          device = await Device.set_up(address);
        }
      }
      await device.leaves();
      device = await Device.set_up(address);
      say(`${round + 1} rounds of closed databases: ${JSON.stringify(findings.figures)}`);
    }
  } finally {
    await device.leaves();
  }
  return findings;
}

async function one_case(device, what, happens, counter, findings) {
  const tab = await device.tab();
  await tab.rests();
  const ids = await tab.may_edit();
  for (const identifier of ids.slice(0, 3)) await tab.edits(identifier, `avant ${++counter.last}`, counter.last);
  await tab.acknowledges(counter.last);
  await tab.rests();
  const before = await tab.account();

  const held_up = await happens({ device, tab });
  if (held_up) findings.breaks('the page lets go of the database', `${what}: ${held_up}`);
  const words = [...said_of(await tab.words())];

  // Checks what it shows afterwards, an edit afterwards, and the data after the next opening.
  const shows = before.differences(await tab.account());
  await tab.edits(ids[4], `après ${++counter.last}`, counter.last);
  const refused_edit = await tab.acknowledges(counter.last, 30_000).then(() => '', (error) => error.message.split('\n')[0]);
  words.push(...said_of(await tab.words()));
  if (await tab.sync() === 'Non enregistré') words.push('Non enregistré');
  if (refused_edit && !words.length) findings.breaks('an edit is stored, or said not to be', `${what}: ${refused_edit}`);
  const wanted = await tab.account();
  await tab.goes();
  await tab.rests();
  words.push(...said_of(await tab.words()));
  const lost = [...shows, ...wanted.differences(await tab.account())];
  findings.notes.push(`${what}: says ${words.join(', ') || 'nothing'}; ${lost.join('; ') || 'nothing is lost'}`);
  if (lost.length) {
    findings.counts('lost');
    findings.counts(words.length ? 'said' : 'silent losses');
    if (!words.length) findings.breaks('a loss is said', `${what}: ${lost.slice(0, 3).join('; ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''}`);
  }
  if (tab.troubles.length) findings.breaks('the page has no error', `${what}: ${tab.troubles.join('; ')}`);
}

// Goes to another page and back; `beside`: while another tab edits.
async function back_and_forward(device, beside, counter, findings) {
  const first = await device.tab(), second = beside ? await device.tab() : null;
  await first.rests();
  await second?.rests();
  const ids = await first.may_edit();
  await first.edits(ids[0], `avant de partir ${++counter.last}`, counter.last);
  await first.acknowledges(counter.last);
  await first.page.evaluate(() => addEventListener('pageshow', (event) => { window.came_back = event.persisted; }));
  await first.page.goto(`${device.address}/manifest.webmanifest`);
  const meanwhile = second && `pendant l’absence ${++counter.last}`;
  await second?.edits(ids[1], meanwhile, counter.last);
  await second?.acknowledges(counter.last).catch((error) => findings.breaks('a tab stores while another page is in the back/forward cache', error.message.split('\n')[0]));
  await first.page.goBack({ waitUntil: 'commit' });
  await first.page.evaluate(() => window.faults.shown(15_000));
  await first.rests();
  findings.counts('back/forward');
  if (await first.page.evaluate(() => window.came_back === true)) findings.counts('of them from the cache');
  let shown = !beside;
  for (const end = Date.now() + 5_000; !shown && Date.now() < end; await pause(50))
    shown = (await first.account()).label(ids[1]) === meanwhile;
  if (!shown) findings.breaks('back from another page, the current data is shown', 'the edit of the other tab is not');
  await first.edits(ids[2], `de retour ${++counter.last}`, counter.last);
  await first.acknowledges(counter.last, 10_000).catch((error) => findings.breaks('back from another page, edits are stored', error.message.split('\n')[0]));
  const wanted = await first.account();
  await first.goes();
  await first.rests();
  const lost = wanted.differences(await first.account());
  if (lost.length) {
    findings.counts('lost');
    findings.breaks('back from another page, what is shown is what is stored', lost.slice(0, 3).join('; '));
  }
}
