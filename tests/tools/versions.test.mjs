// Fetched packages may be newer than the tried ones: only failures mention that.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-versions-'));
  cpSync(path.join(root, 'tools/lib'), path.join(folder, 'tools/lib'), { recursive: true });
  cpSync(path.join(root, 'tools/versions'), path.join(folder, 'tools/versions'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const tried = (text) => writeFileSync(path.join(folder, 'tools/versions.txt'), text);
const here = (name, version) => {
  mkdirSync(path.join(folder, '.toolchain/versions'), { recursive: true });
  writeFileSync(path.join(folder, '.toolchain/versions', name), `${version}\n`);
};
const shell = (script) => spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
const fails = () => shell('source tools/lib/common.sh; fail "The build failed."').stderr;

test('a failure names what is here in another version than was tried', () => {
  tried('# what was tried\nimgui 1.92.4-1\nlibsdl2 2.32.4\n');
  here('imgui', '1.93.0-1');
  here('libsdl2', '2.32.4');
  const said = fails();
  assert.match(said, /The build failed\./);
  assert.match(said, /Perhaps because of a version that was never tried:\n +imgui 1\.93\.0-1, tried 1\.92\.4-1\n/);
  assert.doesNotMatch(said, /libsdl2/);
});

test('where all is as it was tried, or was never tried, or is not here, nothing is said of versions', () => {
  tried('imgui 1.93.0-1\nlibsdl2 -\nno-such-package 1\n');
  here('imgui', '1.93.0-1');
  here('libsdl2', '2.32.4');
  assert.doesNotMatch(fails(), /version/);
});

test('what is here is written down as tried, with the comments and the names of the file', () => {
  tried('# what was tried\nimgui 1\nno-such-package 7\n');
  here('imgui', '1.93.0-1');
  assert.equal(shell('tools/versions --tried').status, 0);
  assert.equal(readFileSync(path.join(folder, 'tools/versions.txt'), 'utf8'), '# what was tried\nimgui 1.93.0-1\nno-such-package 7\n');
});
