// Long runs of the storage fault tests: kills, damage, full disks, two tabs, frozen tabs, closed databases. Prints a table,
// writes build/soak/storage.json, and exits with 1 if a claim was broken. For its arguments see tools/soak.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { kills } from '../tests/browser/faults_kills.mjs';
import { damage } from '../tests/browser/faults_damage.mjs';
import { quota } from '../tests/browser/faults_quota.mjs';
import { two_tabs } from '../tests/browser/faults_tabs.mjs';
import { frozen_tab } from '../tests/browser/faults_frozen.mjs';
import { closed_database } from '../tests/browser/faults_closed.mjs';
import { root, serve } from '../tests/browser/machine.mjs';

const args = process.argv.slice(2);
const value_of = (name, otherwise) => args.includes(name) ? args[args.indexOf(name) + 1] : otherwise;
const number_of = (name, otherwise) => {
  const value = Number(value_of(name, otherwise));
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(`${name} takes a whole number.`);
  process.exit(2);
};
const known = ['kills', 'damage', 'quota', 'tabs', 'frozen', 'closed'];
const words = args.filter((one, at) => known.includes(one) && !(args[at - 1] || '').startsWith('--'));
const wanted = words.length ? words : known;
const backends = { all: ['leveldb', 'sqlite'], leveldb: ['leveldb'], sqlite: ['sqlite'] }[value_of('--damage', 'all')];
if (!backends) {
  console.error('--damage takes all, leveldb or sqlite.');
  process.exit(2);
}
const seed = number_of('--seed', Date.now() % 1_000_000_000);
const faults = number_of('--quota', 50);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));  // browsers are closed on exit
const begin = Date.now();
const seconds = () => Math.round((Date.now() - begin) / 1000);
const say = (text) => console.log(`[${String(seconds()).padStart(4)} s] ${text}`);
say(`seed ${seed}`);

const server = await serve();
const { address } = server;
const parts = {
  kills: () => [() => kills({ address, count: number_of('--kills', 300), seed, say })],
  damage: () => backends.map((backend) => () => damage({ address, backend, seed, say })),
  quota: () => [() => quota({ address, count: faults, while_open: Math.ceil(faults / 10), seed, say })],
  tabs: () => [() => two_tabs({ address, count: number_of('--edits', 2000), seed, say })],
  frozen: () => [() => frozen_tab({ address, rounds: 2, seed, say })],
  closed: () => [() => closed_database({ address, say })],
};

const results = [];
try {
  for (const run of wanted.flatMap((part) => parts[part]())) {
    const from = Date.now();
    const found = await run();
    results.push({ part: found.part, seconds: Math.round((Date.now() - from) / 1000), figures: found.figures, broken: found.broken, notes: found.notes });
    print(results[results.length - 1]);
    write();
  }
} finally {
  server.stop();
}

const broken = results.flatMap((one) => one.broken);
console.log(`\n${broken.length ? `${broken.length} times a claim was broken` : 'No claim was broken'}; seed ${seed}; ${seconds()} s; build/soak/storage.json`);
process.exit(broken.length ? 1 : 0);

function print({ part, seconds: took, figures, broken: claims }) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  console.log(`\n${part} (${took} s)`);
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(width)}  ${String(value).padStart(8)}`);
  for (const claim of claims.slice(0, 20)) console.log(`  BROKEN  ${claim}`);
  if (claims.length > 20) console.log(`  … and ${claims.length - 20} more, in build/soak/storage.json`);
  console.log('');
}

function write() {
  const folder = path.join(root, 'build/soak');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'storage.json'), JSON.stringify({ made: new Date().toISOString(), seed, seconds: seconds(),
    machine: `${cpus().length} × ${cpus()[0].model.trim()}`, parts: results }, null, 2) + '\n');
}
