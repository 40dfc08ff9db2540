// The vocabulary of the fault tests: a browser with a profile on disk that is killed, damaged, frozen or out of space,
// and its tabs. Knowledge about the storage format is in `storage` only.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { family, fresh_folder, open_profile, pause, root } from './machine.mjs';
import { in_page } from './faults_page.mjs';

export const storage = {
  // Folder of an origin's databases inside a profile.
  folder: (profile) => path.join(profile, 'Default/IndexedDB'),
  preferences: (profile) => path.join(profile, 'Default/Local Storage'),
  backends: { leveldb: [], sqlite: ['--enable-features=IdbSqliteBackingStore'] },
  // Names of the program's databases; a recovery starts the next generation.
  is_ours: (name) => /^guichet(\.\d+)?$/.test(name),
};

// The page's messages about data that was lost, repaired or not stored: the translated texts, by key.
const texts = JSON.parse(readFileSync(path.join(root, 'assets/texts/fr.json'), 'utf8'));
const about_something_else = /^notice\.(about|elsewhere|operation_failed|request_refused|not_stored|storage_full|slow_storage|go_without)$/;
const pattern_of = (text) => new RegExp(text.replace(/[\u00a0\u202f]/g, ' ')
  .split(/\{\d+[^}]*\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
const notices = Object.entries(texts).filter(([key]) => key.startsWith('notice.')).map(([key, text]) => ({ key, pattern: pattern_of(text) }));
const keys_in = (words, wanted) => notices.filter(({ key, pattern }) => wanted(key) && pattern.test(words)).map(({ key }) => key);
export const damage_said = (words) => keys_in(words, (key) => !about_something_else.test(key));
export const refusal_said = (words) => keys_in(words, (key) => /^notice\.(not_stored|storage_full)$/.test(key));

// Sorted by a column that no edit changes, so that services keep their places.
export const list = '#/services/active?sort=name';

// Reproducible random numbers: mulberry32.
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { next, below, one_of: (items) => items[below(items.length)] };
}

// A browser with one profile, opened and closed many times.
export class Device {
  static async set_up(address, { backend = 'leveldb', untouched = false } = {}) {
    const device = new Device();
    device.address = address;
    device.backend = backend;
    device.untouched = untouched;
    device.disk = fresh_folder('faults');
    await device.opens();
    return device;
  }

  get folder() { return this.disk.folder; }

  async opens() {
    // A quarter of the pixels: these tests are not about drawing.
    this.profile = await open_profile(this.folder, { untouched: this.untouched, extra: ['--accept-lang=fr-FR', '--window-size=900,1100',
      '--force-device-scale-factor=0.5', '--force-prefers-reduced-motion', ...storage.backends[this.backend]] });
    this.context = this.profile.context;
    await this.context.addInitScript(in_page);
    this.fresh_page = this.context.pages()[0];
    this.session = null;
  }

  processes() { return family(this.profile.pid); }

  async kills() { await this.profile.kill(); }
  async closes() { await this.profile.close(); }

  async leaves() {
    await this.profile.kill().catch(() => {});
    this.disk.remove();
  }

  async page() {
    const page = this.fresh_page || await this.context.newPage();
    this.fresh_page = null;
    return page;
  }

  // Opens a tab with the site and waits for the account. `hears(kind, number)`: edits begun, accepted, acknowledged.
  async tab(hears, ms = 20_000, impatient = false) {
    const tab = new Tab(this, await this.page());
    if (hears) await tab.page.exposeFunction('faults_said', (words) => hears(...JSON.parse(words)));
    await tab.goes(ms, impatient);
    return tab;
  }

  // Limits the origin's storage to `bytes` while this browser runs; without a number removes the limit.
  async has_room(bytes) {
    const origin = new URL(this.address).origin;
    this.session ||= await this.context.newCDPSession(this.context.pages()[0]);
    await this.session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes ? { quotaSize: bytes } : {}) });
    return this.session.send('Storage.getUsageAndQuota', { origin });
  }

  // A browser just started takes a second until it draws anything.
  async warms_up() {
    const page = await this.page();
    await page.evaluate(() => { document.createElement('canvas').getContext('webgl2')?.finish(); });
    this.fresh_page = page;
  }

  // A page of the same origin without the program.
  async bare_page() {
    const page = await this.page();
    await page.goto(`${this.address}/icon-of-nobody`, { waitUntil: 'load' });
    return page;
  }
}

// The answer, or after `ms` an error that says what is missing.
export function within(ms, answer, what) {
  let late;
  const fails = new Promise((_, fail) => { late = setTimeout(() => fail(new Error(`${what} in ${ms} ms`)), ms); });
  return Promise.race([answer, fails]).finally(() => clearTimeout(late));
}

export class Tab {
  troubles = [];

  constructor(device, page) {
    this.device = device;
    this.page = page;
    page.on('crash', () => this.troubles.push('the page crashed'));
    page.on('pageerror', (error) => this.troubles.push(String(error)));
  }

  async goes(ms = 20_000, impatient = false) {
    const wanted = `${this.device.address}/${list}`;
    // Going to the same address again would not reload.
    if (this.page.url() === wanted) await this.page.reload({ waitUntil: 'commit', timeout: ms });
    else await this.page.goto(wanted, { waitUntil: 'commit', timeout: ms });
    this.shown_ms = await this.call('shown', ms, impatient);
  }

  // Each of these calls the function of that name in faults_page.mjs. A page that hangs does not answer.
  call(name, ...args) {
    const answer = this.page.evaluate(([what, given]) => window.faults[what](...given), [name, args]);
    return within(90_000, answer, `the page did not answer to ${name}`);
  }
  edits(identifier, text, number) { return this.call('edits', identifier, text, number); }
  renews(identifier, number) { return this.call('renews', identifier, number); }
  acknowledges(number, ms) { return this.call('acknowledges', number, ms); }
  rests(ms) { return this.call('rests', ms); }
  says(state, ms) { return this.call('says', state, ms); }
  settles(ms) { return this.rests(ms).catch(() => {}); }
  sync() { return this.call('sync'); }
  words() { return this.call('words'); }
  may_edit() { return this.call('may_edit'); }
  async account() { return new Account(await this.call('account')); }

  comes_to_front() { return this.page.bringToFront(); }
  async cdp() { return this.session ||= await this.device.context.newCDPSession(this.page); }
  offline(is) { return this.device.context.setOffline(is); }

  async waits_for_words(has, ms) {
    for (const end = Date.now() + ms; ;) {
      const found = has(await this.words());
      if (found.length || Date.now() > end) return found;
      await pause(50);
    }
  }
}

// The parts of an exported account that the edits of these tests change.
export class Account {
  constructor(text) {
    const read = JSON.parse(text);
    this.services = new Map(read.services.map((one) => [one.display_name || one.name, { label: one.label || '', notes: one.notes || '',
      expires_on: one.expires_on || '', id: one.id }]));
    this.operations = read.operations || [];
  }

  label(identifier) { return this.services.get(identifier)?.label; }
  renewals(identifier) {
    const { id } = this.services.get(identifier);
    return this.operations.filter((one) => one.detail?.renewal && one.service === id).length;
  }

  // The differences to `other`, in words; the host's progress with an operation does not count.
  differences(other) {
    const found = [];
    for (const [identifier, one] of this.services) {
      const now = other.services.get(identifier);
      if (!now) found.push(`${identifier} is missing`);
      else if (now.label !== one.label) found.push(`the label of ${identifier} is « ${now.label} », not « ${one.label} »`);
      else if (now.notes !== one.notes) found.push(`the notes of ${identifier} are « ${now.notes} », not « ${one.notes} »`);
    }
    for (const identifier of other.services.keys()) if (!this.services.has(identifier)) found.push(`${identifier} is new`);
    const count = (account) => account.operations.length;
    if (count(this) !== count(other)) found.push(`${count(other)} operations instead of ${count(this)}`);
    return found;
  }
}

// The files of a folder, deepest first, by relative path.
export function files_of(folder, under = '') {
  return readdirSync(path.join(folder, under)).sort().flatMap((name) => {
    const inside = path.join(under, name);
    return statSync(path.join(folder, inside)).isDirectory() ? files_of(folder, inside) : [inside];
  });
}

// The result of one group of tests: figures, and each broken claim with the place where.
export class Findings {
  figures = {};
  broken = [];
  notes = [];   // remarks on single cases, for the report

  constructor(part, say = () => {}) {
    this.part = part;
    this.say = say;
  }
  counts(name, by = 1) { this.figures[name] = (this.figures[name] || 0) + by; }
  most(name, value) { this.figures[name] = Math.max(this.figures[name] || 0, Math.round(value)); }
  breaks(claim, where) {
    this.broken.push(`${claim}: ${where}`);
    this.say(`BROKEN  ${claim}: ${where}`);
  }
}
