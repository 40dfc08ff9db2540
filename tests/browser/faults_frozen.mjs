// The leading tab is frozen, either by the browser, like background tabs, or by the system, which stops its process.
// The other tab continues to store, and the tab that wakes overwrites nothing. The leader cannot be identified from
// outside: each round freezes the tab opened first, then the tab opened last.
import { readFileSync } from 'node:fs';
import { Device, Findings, chance } from './faults.mjs';
import { pause } from './machine.mjs';

// The browser never freezes a tab within a transaction, and neither does this test. The system stops a process
// anywhere: then the database waits until the browser aborts that transaction after a minute, and the other tab says
// until then that its edits are not stored.
const limits_ms = { frozen: 20_000, stopped: 90_000 };

export async function frozen_tab({ address, rounds, seed, say = () => {} }) {
  const findings = new Findings('frozen tab', say);
  Object.assign(findings.figures, { frozen: 0, stopped: 0, edits: 0, lost: 0, stale: 0, 'slowest settled while frozen, ms': 0, 'slowest settled while stopped, ms': 0 });
  const random = chance(seed);
  const device = await Device.set_up(address, { untouched: true });
  const counter = { last: 0 };
  try {
    for (let round = 0; round < rounds; ++round) {
      for (const [how, order] of [['frozen', 'first'], ['stopped', 'first'], ['frozen', 'last'], ['stopped', 'last']]) {
        const where = `round ${round + 1}, the tab opened ${order} is ${how}`;
        try {
          await one_round(device, { how, order, where }, random, counter, findings);
        } catch (error) {
          findings.breaks('a frozen tab does no harm', `${where}: ${error.message.split('\n')[0]}`);
        }
        await device.kills();
        await device.opens();
      }
      say(`${round + 1} rounds of freezing: ${JSON.stringify(findings.figures)}`);
    }
  } finally {
    await device.leaves();
  }
  return findings;
}

async function one_round(device, { how, order, where }, random, counter, findings) {
  // 1. One tab has stored edits, and one edit made just before it is frozen.
  const one = await device.tab();
  await one.rests();
  const before = renderers(device);
  const other = await device.tab();
  await other.rests();
  const [sleeper, waker] = order === 'first' ? [one, other] : [other, one];
  const pids = renderers(device).filter((pid) => before.includes(pid) === (order === 'first'));
  await sleeper.comes_to_front();
  const ids = [...await sleeper.may_edit()].sort(() => random.next() - 0.5);
  const [both, kept, late, ...others] = ids;
  const text = () => `gel ${++counter.last}`;
  const wanted = new Map();
  const edits = async (tab, identifier) => {
    wanted.set(identifier, text());
    await tab.edits(identifier, wanted.get(identifier), counter.last);
    findings.counts('edits');
  };
  await edits(sleeper, both);
  await edits(sleeper, kept);
  await sleeper.acknowledges(counter.last);
  await edits(sleeper, late);

  // 2. It is frozen.
  const cdp = await sleeper.cdp();
  if (how === 'frozen') {
    await waker.comes_to_front();
    await is_frozen(cdp, sleeper, waker, findings);
  } else {
    sleeper.stopped = await who_works_for(sleeper, pids);
    process.kill(sleeper.stopped, 'SIGSTOP');
    await waker.comes_to_front();
  }
  try {
    if (await is_awake(sleeper)) throw new Error('the fault is not there: the tab still runs');
    findings.counts(how);

    // 3. The other tab edits, also what the first one had edited; all of that is stored and settled meanwhile.
    for (const identifier of [both, ...others.slice(0, 2)]) await edits(waker, identifier);
    const began = Date.now(), limit_ms = limits_ms[how];
    const why = await waker.acknowledges(counter.last, limit_ms).then(() => waker.says('À jour', limit_ms)).then(() => '', (error) => error.message.split('\n')[0]);
    const took = Date.now() - began;
    findings.most(`slowest settled while ${how}, ms`, took);
    if (why || took > limit_ms) findings.breaks(`while a tab is ${how}, the other one stores and settles within ${limit_ms} ms`, `${where}: ${took} ms ${why}`);
  } finally {
    // 4. It wakes.
    if (sleeper.stopped) process.kill(sleeper.stopped, 'SIGCONT');
    else await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  }

  await sleeper.comes_to_front();
  let shown = 'nothing';
  for (const end = Date.now() + 10_000; Date.now() < end && shown; await pause(200))
    shown = misses(wanted, await sleeper.account());
  if (shown) {
    findings.counts('stale');
    findings.breaks('the tab that wakes shows what the other one wrote', `${where}: ${shown}`);
  }
  await pause(1000);  // it may still write now
  await sleeper.settles(10_000);

  // 5. Everything is stored.
  for (const [name, tab] of [['other', waker], ['woken', sleeper]]) {
    await tab.comes_to_front();
    await tab.goes();
    await tab.rests();
    const lost = misses(wanted, await tab.account());
    if (lost) {
      findings.counts('lost');
      findings.breaks('after a tab has woken, every edit is there', `${where}, the ${name} tab loaded anew: ${lost}`);
    }
  }
}

// Freezes between two transactions; if it hit one, wakes and freezes again.
async function is_frozen(cdp, sleeper, waker, findings) {
  for (let attempt = 0; attempt < 20; ++attempt) {
    const which = await sleeper.call('next_freeze');
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    let open = -1;
    for (const end = Date.now() + 5000; open < 0 && Date.now() < end; await pause(20)) open = await waker.call('frozen', which);
    if (open === 0) return;
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    if (open < 0) throw new Error('the tab does not tell that it is frozen');
    findings.counts('woken within a transaction');
    await sleeper.settles(10_000);
  }
  throw new Error('the tab is never between two transactions');
}

const misses = (wanted, account) => [...wanted].filter(([identifier, label]) => account.label(identifier) !== label)
  .map(([identifier, label]) => `${identifier} has « ${account.label(identifier)} », not « ${label} »`).join('; ');

// True if timers run in the tab.
const is_awake = (tab) => Promise.race([pause(1500).then(() => false),
  tab.page.evaluate(() => new Promise((done) => setTimeout(() => done(true), 20))).catch(() => false)]);

// The renderer processes of this browser.
const renderers = (device) => device.processes().filter((pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;  // it has ended
  }
});

// The process that used the most CPU while the tab was kept busy.
async function who_works_for(tab, pids) {
  const worked = (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return +stat[11] + +stat[12];
  };
  const before = new Map(pids.map((pid) => [pid, worked(pid)]));
  await tab.page.evaluate(() => { for (const end = performance.now() + 400; performance.now() < end;); });
  return pids.map((pid) => [worked(pid) - before.get(pid), pid]).sort((a, b) => b[0] - a[0])[0][1];
}
