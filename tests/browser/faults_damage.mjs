// Files on the disk are damaged while the browser is closed: the account still opens, and the page reports what is
// missing. One case is one file and one kind of damage.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Device, Findings, chance, damage_said, files_of, storage } from './faults.mjs';
import { fresh_folder } from './machine.mjs';

// file, random → description of the damage
const kinds = {
  flipped(file, random) {
    const bytes = readFileSync(file);
    const places = Array.from({ length: 1 + random.below(24) }, () => random.below(bytes.length));
    for (const at of places) bytes[at] ^= 1 + random.below(255);
    writeFileSync(file, bytes);
    return `${places.length} bytes changed`;
  },
  garbled(file, random) {  // a contiguous block, like a bad sector
    const bytes = readFileSync(file);
    const at = random.below(bytes.length), end = Math.min(bytes.length, at + 4096);
    for (let i = at; i < end; ++i) bytes[i] = random.below(256);
    writeFileSync(file, bytes);
    return `bytes ${at} to ${end} changed`;
  },
  halved(file) {
    const { length } = readFileSync(file);
    truncateSync(file, length >> 1);
    return `cut to ${length >> 1} of ${length} bytes`;
  },
  emptied(file) { truncateSync(file, 0); return 'emptied'; },
  removed(file) { rmSync(file); return 'removed'; },
};

// The whole folder of the origin.
const folder_kinds = {
  'folder removed': (folder) => rmSync(folder, { recursive: true }),
  'all files emptied': (folder) => files_of(folder).forEach((name) => truncateSync(path.join(folder, name), 0)),
  'all files flipped': (folder, random) => files_of(folder).forEach((name) => {
    const file = path.join(folder, name);
    if (readFileSync(file).length) kinds.flipped(file, random);
  }),
};

// Cases in which the damaged database cannot be replaced. `holds`: another page keeps it open.
const stuck_kinds = [
  { what: 'flipped, and another page keeps the database open', holds: true },
  { what: 'flipped, and nothing in the folder can be changed or removed', fixed: true },
  { what: 'emptied, and nothing in the folder can be changed or removed', fixed: true, empty: true },
];

export async function damage({ address, backend, seed, limit_ms = 2000, most = Infinity, flips = { leveldb: 2, sqlite: 10 }[backend], say = () => {} }) {
  const findings = new Findings(`damage, ${backend}`, say);
  Object.assign(findings.figures, { cases: 0, losses: 0, 'losses said': 0, 'silent losses': 0, unusable: 0,
    'in memory': 0, 'edits lost after it': 0, 'opened undamaged, ms': 0, 'slowest opening, ms': 0 });
  const random = chance(seed);
  const device = await Device.set_up(address, { backend });
  const saved = fresh_folder('saved');
  try {
    await is_used_for_weeks(device);
    const before = await something_to_lose(device);
    await device.closes();
    for (const [name, from] of [['indexed', storage.folder(device.folder)], ['local', storage.preferences(device.folder)]])
      cpSync(from, path.join(saved.folder, name), { recursive: true });

    const restore = () => {
      for (const [name, to] of [['indexed', storage.folder(device.folder)], ['local', storage.preferences(device.folder)]]) {
        let_change(to);
        rmSync(to, { recursive: true, force: true });
        cpSync(path.join(saved.folder, name), to, { recursive: true });
      }
    };
    const cases = all_cases(path.join(saved.folder, 'indexed'), flips);
    const chosen = cases.length <= most ? cases : Array.from({ length: most }, () => cases.splice(random.below(cases.length), 1)[0]);

    // First without damage: then nothing may be reported or lost.
    restore();
    await look(device, { what: 'nothing is damaged' }, before, findings, { limit_ms, undamaged: true });
    for (const [at, one] of chosen.entries()) {
      restore();
      one.what += one.damage(storage.folder(device.folder), random);
      if (one.fixed && !keep_from_changing(storage.folder(device.folder))) {
        findings.notes.push(`not tried, for want of chattr: ${one.what}`);
        continue;
      }
      findings.counts('cases');
      await look(device, one, before, findings, { limit_ms, always: at % 4 === 0 });
      if (at % 10 === 9) say(`${at + 1} of ${chosen.length} cases, ${backend}: ${JSON.stringify(findings.figures)}`);
    }
  } finally {
    let_change(storage.folder(device.folder));
    await device.leaves();
    saved.remove();
  }
  return findings;
}

// LevelDB begins a new log after 4 MiB, and its list of files grows with each. A database in long use has several
// entries in it, so that half of the list is neither empty nor complete.
async function is_used_for_weeks(device) {
  const page = await device.bare_page();
  await page.evaluate(async () => {
    const open = indexedDB.open('of nobody');
    open.onupgradeneeded = () => open.result.createObjectStore('weeks');
    await new Promise((done) => { open.onsuccess = done; });
    for (let week = 0; week < 3; ++week) {
      const writing = open.result.transaction('weeks', 'readwrite');
      for (let at = 0; at < 80; ++at) writing.objectStore('weeks').put(crypto.getRandomValues(new Uint8Array(60 << 10)), at);
      await new Promise((done, fail) => { writing.oncomplete = done; writing.onabort = () => fail(writing.error); });
    }
    open.result.close();
  });
  await page.close();
}

// Edits and a purchase, written into pages by a restart; then commands that wait for the network.
async function something_to_lose(device) {
  let tab = await device.tab();
  const ids = await tab.may_edit();
  for (const [at, identifier] of ids.slice(0, 4).entries()) await tab.edits(identifier, `avant le dégât ${at}`, at + 1);
  await tab.renews(ids[4]);
  await tab.rests();
  await device.closes();
  await device.opens();
  tab = await device.tab();
  await tab.rests();
  await tab.offline(true);
  await tab.says('Hors ligne');
  await tab.edits(ids[1], 'sans réseau', 11);
  await tab.renews(ids[2], 12);
  await tab.edits(ids[5], 'sans réseau aussi', 13);
  await tab.rests();
  return tab.account();
}

function all_cases(saved, flips) {
  const cases = [];
  for (const name of files_of(saved)) {
    for (const [kind, change] of Object.entries(kinds)) {
      if (kind !== 'removed' && !statSync(path.join(saved, name)).size) continue;
      for (let left = ['flipped', 'garbled'].includes(kind) ? flips : 1; left > 0; --left)
        cases.push({ what: `${name}: `, damage: (folder, random) => change(path.join(folder, name), random) });
    }
  }
  for (const [kind, change] of Object.entries(folder_kinds))
    cases.push({ what: `${kind}`, damage: (folder, random) => (change(folder, random), '') });
  for (const { what, holds, fixed, empty } of stuck_kinds)
    cases.push({ what, holds, fixed, damage(folder, random) {
      folder_kinds[empty ? 'all files emptied' : 'all files flipped'](folder, random);
      return '';
    } });
  return cases;
}

// Opens the damaged account, compares what was lost with what is reported, and checks that edits still work.
async function look(device, { what, holds }, before, findings, { limit_ms, undamaged, always }) {
  await device.opens();
  let tab;
  try {
    if (holds) await keeps_open(device);
    await device.warms_up();
    tab = await device.tab(null, 15_000, !undamaged);
    findings.most(undamaged ? 'opened undamaged, ms' : 'slowest opening, ms', tab.shown_ms);
    if (!undamaged && tab.shown_ms > limit_ms) {
      findings.counts('unusable');
      findings.breaks(`the account is on screen within ${limit_ms} ms`, `${what}: ${Math.round(tab.shown_ms)} ms`);
    }
    await tab.rests(20_000);
    // The storage may have answered at the moment when the page was told to go on without it.
    if (await tab.call('went_without') && await tab.sync() === 'Non enregistré') {
      // The stored data were not touched, and the next opening reports on them.
      findings.counts('went on without it');
      await device.closes();
      let_change(storage.folder(device.folder));
      await device.opens();
      tab = await device.tab(null, 20_000);
      await tab.rests(20_000);
    }
    const now = await tab.account();
    const lost = before.differences(now);
    const said = await tab.waits_for_words(damage_said, lost.length ? 2000 : 0);
    if (undamaged && (lost.length || said.length))
      findings.breaks('undamaged data opens as it was', `${lost.slice(0, 3).join('; ')} ${said.join(', ')}`);
    if (lost.length) {
      findings.counts('losses');
      findings.counts(said.length ? 'losses said' : 'silent losses');
      if (!said.length) findings.breaks('a loss is said', `${what}: ${lost.slice(0, 3).join('; ')}${lost.length > 3 ? ` and ${lost.length - 3} more` : ''}`);
    }
    const trouble = tab.troubles.join('; ');
    if (trouble) findings.breaks('the page has no error', `${what}: ${trouble}`);
    if (lost.length || said.length || always) await works_on(device, tab, what, said, findings);
    else await device.closes();
  } catch (error) {
    // The SQLite backend, not yet the default, crashes the whole browser on some damage, whatever page opens the
    // database.
    if (device.backend === 'sqlite' && /browser has been closed/.test(error.message)) {
      findings.counts('crashes of the browser');
      findings.notes.push(`the browser itself crashed: ${what}`);
      return device.kills();
    }
    findings.counts('unusable');
    const words = await tab?.words().catch(() => '') || '';
    findings.breaks('the account can be used', `${what}: ${error.message.split('\n')[0]} ${tab?.troubles.join('; ') || ''}. On screen: ${words.replaceAll('\n', ' | ').slice(0, 400)}`);
    await device.kills();
  }
}

// After a recovery edits are stored as usual, unless the page says that it stores nothing. If nothing was missing, no
// page could detect the damage: LevelDB may then erase everything at the next opening, which must be reported.
async function works_on(device, tab, what, said, findings) {
  const identifier = (await tab.may_edit())[0];
  await tab.edits(identifier, 'après le dégât', 21);
  await tab.rests(20_000);
  if (said.includes('notice.memory_only') || await tab.sync() === 'Non enregistré') {
    findings.counts('in memory');
    return device.closes();
  }
  const edited = await tab.account();
  await device.closes();
  let_change(storage.folder(device.folder));
  await device.opens();
  const again = await device.tab(null, 15_000);
  await again.rests(20_000);
  const lost = edited.differences(await again.account());
  if (lost.length && !said.length && (await again.waits_for_words(damage_said, 2000)).length) {
    findings.counts('lost later, and said');
  } else if (lost.length) {
    findings.counts('edits lost after it');
    findings.breaks('what is edited after a recovery is kept', `${what}: ${lost.slice(0, 3).join('; ')}`);
  }
  await device.closes();
}

// A page of the same origin that keeps every database open and ignores requests to close.
async function keeps_open(device) {
  const page = await device.bare_page();
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name);
    window.kept = await Promise.all((names.length ? names : ['guichet']).map((name) => new Promise((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(null);
      setTimeout(() => done(null), 2000);
    })));
  }).catch(() => {});
}

const change_flags = (how, folder) => {
  try {
    execFileSync('chattr', ['-R', how, folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;  // no such tool, no permission, or a file system without flags
  }
};
const keep_from_changing = (folder) => change_flags('+i', folder);
function let_change(folder) { if (existsSync(folder)) change_flags('-i', folder); }
