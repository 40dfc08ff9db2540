// The browser is killed while it writes, repeatedly on one profile: every acknowledged edit must be there afterwards,
// and no edit may be there in part.
//
// A tab's edits are sequential, so the stored state must be the state after one of them: the last one acknowledged, or
// a later one. An edit sets label and notes to one text that is unique to the edit, or buys a year.
import { Device, Findings, chance, damage_said } from './faults.mjs';
import { pause, until } from './machine.mjs';

const edits_a_round = 30;   // more than can be made before the kill

export async function kills({ address, count, seed, say = () => {} }) {
  const findings = new Findings('kills', say);
  Object.assign(findings.figures, { kills: 0, edits: 0, acknowledged: 0, lost: 0, torn: 0, 'slowest reopening, ms': 0 });
  const random = chance(seed);
  let device = await Device.set_up(address);
  let round = null, number = 0;
  try {
    for (let kill = 0; kill <= count; ++kill) {
      // 1. The page opens with the expected state.
      let tab, shown;
      const heard = { begun: 0, accepted: 0, acknowledged: 0, begun_all: new Set() };
      try {
        tab = await device.tab((kind, at) => { heard[kind] = at; if (kind === 'begun') heard.begun_all.add(at); });
        if (kill) findings.most('slowest reopening, ms', tab.shown_ms);
        await tab.rests();
        shown = await tab.account();
      } catch (error) {
        findings.counts('torn');
        findings.breaks('a page opens after a kill', `kill ${kill}: ${error.message.split('\n')[0]}; ${tab?.troubles.join('; ') || ''}`);
        await device.leaves();
        device = await Device.set_up(address);
        round = null;
        continue;
      }
      if (round) judge(round, shown, await tab.words(), findings, kill);
      if (kill === count) break;

      // 2. Edits, one right after the other, until the kill.
      round = plan(random, shown, await tab.may_edit(), number);
      number += edits_a_round;
      const stop = tab.page.evaluate(async (edits) => {
        for (const { number: at, identifier, text, waits } of edits) {
          if (text) await window.faults.edits(identifier, text, at);
          else await window.faults.renews(identifier, at);
          if (waits) await window.faults.acknowledges(at, 1000).catch(() => {});
        }
      }, round.edits).then(() => '', (error) => error.message.split('\n')[0]);
      const at_once = random.below(3) === 0, after = round.edits[random.below(6)].number, delay = at_once ? 0 : random.next() * 400;
      const moment = until(() => heard[at_once ? 'acknowledged' : 'accepted'] >= after, { ms: 15_000, every: 2, what: 'no edit' });
      const why = await Promise.race([moment.then(() => '', (error) => error.message), stop]);
      if (why) findings.breaks('edits can be made', `before kill ${kill + 1}: ${why}. On screen: ${(await tab.words().catch(() => '')).replaceAll('\n', ' | ').slice(0, 1500)}`);
      await pause(delay);
      await device.kills();
      await stop;

      // 3. What was acknowledged until then counts.
      Object.assign(round, heard);
      findings.counts('kills');
      findings.counts('edits', heard.begun_all.size);
      findings.counts('acknowledged', [...heard.begun_all].filter((one) => one <= heard.acknowledged).length);
      if (kill % 10 === 9) say(`${kill + 1} kills: ${JSON.stringify(findings.figures)}`);
      await device.opens();
    }
  } finally {
    await device.leaves();
  }
  return findings;
}

function plan(random, before, may_edit, number) {
  const edits = [];
  const renewed = new Set();
  for (let i = 1; i <= edits_a_round; ++i) {
    const identifier = random.one_of(may_edit);
    const renews = random.below(6) === 0 && !renewed.has(identifier);
    if (renews) renewed.add(identifier);
    edits.push({ number: number + i, identifier, text: renews ? '' : `n° ${number + i}`, waits: !random.below(2) });
  }
  return { before, edits };
}

// The expected label, notes and renewals after all edits up to `last`.
function after(round, last) {
  const expected = new Map([...round.before.services.keys()].map((identifier) => [identifier,
    { ...round.before.services.get(identifier), renewals: round.before.renewals(identifier) }]));
  for (const { number, identifier, text } of round.edits) {
    if (number > last || (!text && !round.begun_all.has(number) && number <= round.begun)) continue;
    const one = expected.get(identifier);
    if (text) one.label = one.notes = text;
    else ++one.renewals;
  }
  return expected;
}

function misses(expected, shown) {
  const found = [];
  for (const [identifier, one] of expected) {
    const now = shown.services.get(identifier);
    if (!now) found.push(`${identifier} is gone`);
    else if (now.label !== one.label || now.notes !== one.notes || shown.renewals(identifier) !== one.renewals)
      found.push(`${identifier}: « ${now.label} », notes « ${now.notes} », ${shown.renewals(identifier)} renewals; not « ${one.label} », « ${one.notes} », ${one.renewals}`);
  }
  if (shown.services.size !== expected.size) found.push(`${shown.services.size} services instead of ${expected.size}`);
  return found;
}

function judge(round, shown, words, findings, kill) {
  const said = damage_said(words);
  if (said.length) {
    findings.counts('torn');
    findings.breaks('a kill damages nothing', `kill ${kill}: the page says ${said.join(', ')}`);
  }
  // The page's last message may have been lost: one more edit than was reported may be there.
  const first = round.edits[0].number - 1;
  const from = Math.max(round.acknowledged, first), to = Math.max(round.begun, first) + 1;
  let best = null;
  for (let last = from; last <= to; ++last) {
    const missed = misses(after(round, last), shown);
    if (!missed.length) return;
    if (!best || missed.length < best.length) best = missed;
  }
  const acknowledged = round.edits.filter((one) => one.number <= round.acknowledged && round.begun_all.has(one.number));
  const lost = acknowledged.filter(({ number, identifier, text }) => {
    if (text) return number_in(shown.label(identifier)) < number;
    const asked = acknowledged.filter((one) => !one.text && one.identifier === identifier).length;
    return shown.renewals(identifier) < round.before.renewals(identifier) + asked;
  });
  findings.counts('lost', lost.length);
  if (!lost.length) findings.counts('torn');
  findings.breaks(lost.length ? 'an acknowledged edit is there' : 'what is there is what was there after some edit',
    `kill ${kill}, acknowledged up to ${round.acknowledged}, begun ${round.begun}: ${best.slice(0, 4).join('; ')}`);
}

const number_in = (label) => +(/^n° (\d+)$/.exec(label || '')?.[1] || 0);
