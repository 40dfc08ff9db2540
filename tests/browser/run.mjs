// Runs the browser tests: one server and one browser for all of them, then node's own test runner.
//   node tests/browser/run.mjs [word…]     only the files whose name has one of the words
// GUICHET_SITE: another folder than build/web/dist; GUICHET_LONG=1: the long forms (60 idle seconds).
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { open_shared_browser, root, serve } from './machine.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
const folder = path.join(root, 'tests/browser');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs') && (!words.length || words.some((word) => name.includes(word))))
  .map((name) => path.join(folder, name)).sort();
if (!files.length) throw new Error(`No test file has ${words.join(' or ')} in its name.`);

const server = await serve();
const browser = await open_shared_browser({ bare: true });
const child = spawn(process.execPath, ['--test', '--test-concurrency=2', '--test-timeout=900000', ...options, ...files], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, GUICHET_ADDRESS: server.address, GUICHET_BROWSER: browser.wsEndpoint() },
});
const code = await new Promise((done) => child.on('exit', (status) => done(status ?? 1)));
await browser.close();
server.stop();
process.exit(code);
