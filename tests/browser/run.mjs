// Runs the browser tests: one server for all, and one file more at a time than there are cores, since tests often wait;
// each file has its own browser. Reports at the end how long each file took.
//   node tests/browser/run.mjs [word…]     only the files whose name contains one of the words
// GUICHET_SITE: a folder other than build/web/dist; GUICHET_LONG=1: the long runs (60 idle seconds, and the full
// Chromium, see machine.mjs).
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { end_at_once, root, serve } from './machine.mjs';

// Started first, so that none of them runs alone at the end.
const long_ones = ['faults', 'affairs', 'changes', 'assistive', 'storage', 'filters'];
const most_ms = 900_000;

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
if (!options.some((one) => one.startsWith('--test-reporter'))) options.push('--test-reporter=spec');
const folder = path.join(root, 'tests/browser');
const rank = (name) => (long_ones.indexOf(name.split('.')[0]) + 1) || long_ones.length + 1;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs') && (!words.length || words.some((word) => name.includes(word))))
  .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
if (!files.length) throw new Error(`No test file has ${words.join(' or ')} in its name.`);

const server = await serve();
const env = { ...process.env, GUICHET_ADDRESS: server.address };

// Runs one file in a separate process and shows its output at its end.
function run(file) {
  return new Promise((done) => {
    const begin = Date.now();
    const child = spawn(process.execPath, [...options, path.join(folder, file)], { stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text; });
    const late = setTimeout(() => {
      said += `\n${file} has not ended in ${most_ms / 1000} s, and was ended.\n`;
      end_at_once(child.pid);
    }, most_ms);
    child.on('close', (code) => {
      clearTimeout(late);
      console.log(`\n${file}\n${said.trimEnd()}`);
      const count = (what) => +(new RegExp(`^\\S+ ${what} (\\d+)`, 'm').exec(said)?.[1] || 0);
      done({ file, seconds: (Date.now() - begin) / 1000, tests: count('tests'), passed: code === 0 });
    });
  });
}

const begin = Date.now();
const waiting = [...files], ended = [];
const lane = async () => { for (let file; (file = waiting.shift());) ended.push(await run(file)); };
await Promise.all(Array.from({ length: availableParallelism() + 1 }, lane));
server.stop();

console.log('\nseconds  tests  file');
for (const { file, seconds, tests, passed } of ended.sort((a, b) => b.seconds - a.seconds))
  console.log(`${seconds.toFixed(0).padStart(7)}  ${String(tests).padStart(5)}  ${file}${passed ? '' : '  FAILED'}`);
const total = ended.reduce((sum, { tests }) => sum + tests, 0);
console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(7)}  ${String(total).padStart(5)}  all`);
process.exit(ended.every(({ passed }) => passed) ? 0 : 1);
