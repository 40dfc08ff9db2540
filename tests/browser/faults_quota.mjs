// The device is out of space for a while: edits are shown, reported as not stored, and stored by the page itself once
// there is space.
//
// Chromium caches for half a minute that there was enough space. So space is taken before the page opens, or, if it
// runs out under an open page, the test waits for that half minute. navigator.storage.estimate() does not reflect it.
import { Device, Findings, chance, refusal_said } from './faults.mjs';
import { quote } from './customer.mjs';
import { pause } from './machine.mjs';

const forgets_after_ms = 40_000;

// `while_open`: in how many of them space runs out under an open page.
export async function quota({ address, count, while_open = 0, seed, say = () => {} }) {
  const findings = new Findings('quota', say);
  Object.assign(findings.figures, { faults: 0, 'under an open page': 0, edits: 0, lost: 0, 'not said': 0, 'not shown': 0,
    'slowest said, ms': 0, 'slowest stored after there is room, ms': 0 });
  const random = chance(seed);
  const device = await Device.set_up(address);
  let number = 0;
  try {
    await (await device.tab()).rests();
    await device.kills();
    for (let fault = 1; fault <= count; ++fault) {
      const where = `fault ${fault}`;
      await device.opens();
      try {
        number = await one_fault(device, random, fault <= while_open, where, number, findings);
      } catch (error) {
        findings.breaks('a lack of room is survived', `${where}: ${error.message.split('\n')[0]}`);
      }
      await device.kills();
      if (fault % 10 === 0) say(`${fault} quota faults: ${JSON.stringify(findings.figures)}`);
    }
  } finally {
    await device.leaves();
  }
  return findings;
}

async function one_fault(device, random, while_open, where, number, findings) {
  const bytes = 1 + random.below(1000);
  let tab;

  // 1. No space: the browser refuses any write.
  if (while_open) await (tab = await device.tab()).rests();
  const room = await device.has_room(bytes);
  if (!tab) await (tab = await device.tab()).settles(5000);
  let probe = await tab.page.evaluate(write_of_noise);
  for (const end = Date.now() + forgets_after_ms; while_open && !probe && Date.now() < end; await pause(1000))
    probe = await tab.page.evaluate(write_of_noise);
  if (room.quota !== bytes || !room.overrideActive || probe !== 'QuotaExceededError')
    throw new Error(`the fault is not there: the quota is ${room.quota} instead of ${bytes}, a write ends with ${quote(probe)}`);
  findings.counts('faults');
  if (while_open) findings.counts('under an open page');

  // 2. Edits are shown, and reported as not stored.
  const before = await tab.account();
  const ids = await tab.may_edit();
  const wanted = new Map();
  for (let left = 1 + random.below(3); left > 0; --left) {
    const identifier = random.one_of(ids);
    wanted.set(identifier, `plein ${++number}`);
    await tab.edits(identifier, wanted.get(identifier), number);
    findings.counts('edits');
  }
  const edited = Date.now();
  const refused = await tab.says('Non enregistré', 10_000).then(() => '', (error) => error.message.split('\n')[0]);
  const said = refused ? [] : await tab.waits_for_words(refusal_said, 5_000);
  if (refused || !said.length) {
    findings.counts('not said');
    findings.breaks('an edit without room is said not to be stored', `${where}: ${refused || '« Non enregistré » without a notice'}`);
  } else {
    findings.most('slowest said, ms', Date.now() - edited);
  }
  const missed = misses(wanted, await tab.account());
  if (missed) {
    findings.counts('not shown');
    findings.breaks('an edit without room is shown', `${where}: ${missed}`);
  }

  // 3. Space again: the page stores by itself, and says so.
  await device.has_room();
  const freed = Date.now();
  await tab.acknowledges(number, 60_000);
  findings.most('slowest stored after there is room, ms', Date.now() - freed);
  const left = refusal_said(await tab.words());
  if (left.length) findings.breaks('a refusal that is over is not said any more', `${where}: ${left.join(', ')}`);

  // 4. The browser is killed; everything is there.
  await device.kills();
  await device.opens();
  const again = await device.tab();
  await again.rests();
  const now = await again.account();
  const lost = misses(wanted, now) || (now.services.size !== before.services.size ? 'the number of services is another' : '');
  if (lost) {
    findings.counts('lost');
    findings.breaks('an edit that was stored after a lack of room is there', `${where}: ${lost}`);
  }
  return number;
}

const misses = (wanted, account) => [...wanted].filter(([identifier, label]) => account.label(identifier) !== label)
  .map(([identifier, label]) => `${identifier} has ${quote(account.label(identifier))}, not ${quote(label)}`).join('; ');

// In the page: the result of writing a megabyte of random bytes into a separate database.
async function write_of_noise() {
  const ended = (request) => new Promise((done) => {
    request.onsuccess = request.oncomplete = () => done('');
    request.onerror = request.onabort = () => done(request.error?.name || 'aborted');
  });
  const opening = indexedDB.open('noise');
  opening.onupgradeneeded = () => opening.result.createObjectStore('noise');
  let how = await ended(opening);
  if (!how) {
    const noise = new Uint8Array(1 << 20);
    for (let at = 0; at < noise.length; at += 65536) crypto.getRandomValues(noise.subarray(at, at + 65536));
    const transaction = opening.result.transaction('noise', 'readwrite');
    transaction.objectStore('noise').put(noise, 1);
    how = await ended(transaction);
    opening.result.close();
  }
  await ended(indexedDB.deleteDatabase('noise'));
  return how;
}
