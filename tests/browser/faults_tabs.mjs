// Two tabs of one browser edit at the same time: in the end both show the same, and every edit is there exactly once.
//
// The edits come in bursts, in which both tabs run at once. Most services are edited by one tab only, so that the label
// tells whether the edit is there; a few are edited by both and must end with one of the two texts.
import { Device, Findings, chance, within } from './faults.mjs';
import { pause } from './machine.mjs';

const enough = 10;   // after so many broken bursts, more tell nothing new

export async function two_tabs({ address, count, seed, say = () => {} }) {
  const findings = new Findings('two tabs', say);
  Object.assign(findings.figures, { edits: 0, bursts: 0, 'edits a second': 0, lost: 0, twice: 0, 'bursts without agreement': 0,
    'slowest agreement, ms': 0 });
  const random = chance(seed);
  const device = await Device.set_up(address);
  let number = 0, writing_ms = 0, broken_bursts = 0;
  try {
    const tabs = [await device.tab(), await device.tab()];
    for (const tab of tabs) await tab.rests();
    let before = await tabs[1].account();
    while (number < count && broken_bursts < enough) {
      const { lists, next } = plan(random, await tabs[0].may_edit(), number, count - number);
      const where = `burst ${findings.figures.bursts + 1}, edits ${number + 1} to ${next}`;
      number = next;
      findings.counts('bursts');
      const problems = [];

      // 1. Both tabs at once.
      const began = Date.now();
      const made = await Promise.all(tabs.map((tab, at) => writes(tab, lists[at])));
      writing_ms += Date.now() - began;
      for (const [at, { done, why }] of made.entries()) {
        findings.counts('edits', done.length);
        if (why) problems.push(['both tabs can edit', `the ${at ? 'second' : 'first'} tab: ${why}`]);
      }

      // 2. Waits until both show the same and the expected state.
      let shown, problem;
      const settled = Date.now();
      for (const end = settled + 10_000; ; await pause(100)) {
        try {
          shown = [await tabs[0].account(), await tabs[1].account()];
          problem = shown[0].differences(shown[1]).concat(misses(before, shown[0], made).map(({ what }) => what))[0];
        } catch (error) {
          problem = error.message.split('\n')[0];
        }
        if (!problem || Date.now() > end) break;
      }
      if (!problem) {
        findings.most('slowest agreement, ms', Date.now() - settled);
      } else {
        const differ = shown ? shown[0].differences(shown[1]) : [problem];
        if (differ.length) {
          findings.counts('bursts without agreement');
          problems.push(['both tabs show the same', `the second has: ${differ.slice(0, 3).join('; ')}`]);
        }
        for (const { kind, what } of shown ? misses(before, shown[1], made) : []) {
          findings.counts(kind);
          problems.push(['every edit is there, once', what]);
        }
      }

      // 3. Both tabs say that everything is stored.
      for (const [at, tab] of tabs.entries()) {
        const state = await tab.says('À jour', 10_000).then(() => '', (error) => error.message.split('\n')[0]);
        if (state) problems.push(['everything is stored in the end', `the ${at ? 'second' : 'first'} tab: ${state}`]);
      }
      for (const [claim, what] of problems) findings.breaks(claim, `${where}: ${what}`);
      if (problems.length) ++broken_bursts;
      before = shown ? shown[1] : before;
      if (findings.figures.bursts % 20 === 0) say(`${number} edits of two tabs: ${JSON.stringify(findings.figures)}`);
    }
    if (broken_bursts >= enough) findings.breaks('the bursts go on', `stopped after ${enough} broken bursts`);

    // 4. After a reload the same is shown.
    for (const [at, tab] of tabs.entries()) {
      await tab.goes();
      await tab.rests();
      const lost = before.differences(await tab.account());
      if (lost.length) {
        findings.counts('lost', lost.length);
        findings.breaks('what both tabs showed is there after a reload', `the ${at ? 'second' : 'first'} tab: ${lost.slice(0, 3).join('; ')}`);
      }
    }
    findings.figures['edits a second'] = +(findings.figures.edits / (writing_ms / 1000)).toFixed(1);
  } catch (error) {
    findings.breaks('two tabs go on to the end', error.message.split('\n')[0]);
  } finally {
    await device.leaves();
  }
  return findings;
}

function plan(random, ids, number, left) {
  const lists = [[], []];
  const add = (at, identifier, renews) => {
    if (left-- <= 0) return;
    ++number;
    lists[at].push({ number, identifier, text: renews ? '' : `onglet ${at + 1}, n° ${number}` });
  };
  const shared = random.one_of(ids);
  for (const identifier of ids)
    if (identifier !== shared) add(random.below(2), identifier, random.below(12) === 0);
  for (let i = 0; i < 2; ++i) for (const at of [0, 1]) add(at, shared, false);
  for (const list of lists) list.sort(() => random.next() - 0.5);
  // Within a tab, edits of one service keep their order.
  for (const list of lists) {
    const of_shared = list.filter((one) => one.identifier === shared).sort((a, b) => a.number - b.number);
    list.forEach((one, at) => { if (one.identifier === shared) list[at] = of_shared.shift(); });
  }
  return { lists, next: number };
}

// Makes the edits in the page as fast as possible. Resolves to those that were made, and the reason why not all.
async function writes(tab, edits) {
  try {
    const made = await within(90_000, tab.page.evaluate(async (all) => {
      const done = [];
      try {
        for (const { number, identifier, text } of all) {
          if (text) await window.faults.edits(identifier, text, number), done.push(number);
          else if (await window.faults.renews(identifier, number)) done.push(number);
        }
        return { done, why: '' };
      } catch (error) {
        return { done, why: error.message };
      }
    }, edits), 'the page did not answer to a burst');
    return { done: edits.filter((one) => made.done.includes(one.number)), why: made.why };
  } catch (error) {
    return { done: [], why: error.message.split('\n')[0] };
  }
}

// [{ kind: lost | twice, what }]
function misses(before, now, made) {
  const wanted = new Map(), bought = new Map();
  for (const { done } of made) {
    const last = new Map(done.filter((one) => one.text).map((one) => [one.identifier, one.text]));
    for (const [identifier, text] of last) wanted.set(identifier, [...(wanted.get(identifier) || []), text]);
    for (const one of done) if (!one.text) bought.set(one.identifier, (bought.get(one.identifier) || 0) + 1);
  }
  const found = [];
  for (const [identifier, allowed] of wanted) {
    const one = now.services.get(identifier);
    if (!one || !allowed.includes(one.label) || one.label !== one.notes)
      found.push({ kind: 'lost', what: `${identifier} has « ${one?.label} » and « ${one?.notes} », not « ${allowed.join(' » or « ')} »` });
  }
  for (const identifier of before.services.keys()) {
    const expected = before.renewals(identifier) + (bought.get(identifier) || 0), there = now.services.has(identifier) ? now.renewals(identifier) : 0;
    if (there < expected) found.push({ kind: 'lost', what: `${identifier} has ${there} renewals, not ${expected}` });
    if (there > expected) found.push({ kind: 'twice', what: `${identifier} has ${there} renewals, not ${expected}` });
  }
  return found;
}
