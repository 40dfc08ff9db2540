// Measures building the site: from nothing without the compiler cache, and with no changes. Excludes set-up.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tests/browser/machine.mjs';

// Returns { clean, unchanged } in seconds.
export function measure_builds() {
  build({});  // fetches what set-up still has to
  const made = path.join(root, 'build');
  for (const name of existsSync(made) ? readdirSync(made) : [])
    if (/^web($|-release$)/.test(name)) rmSync(path.join(made, name), { recursive: true });
  const clean = build({ CCACHE_DISABLE: '1' });
  return { clean, unchanged: Math.min(build({}), build({})) };
}

function build(environment) {
  const begin = Date.now();
  const done = spawnSync(path.join(root, 'tools/build'), [], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } });
  if (done.status !== 0) throw new Error('tools/build failed');
  return (Date.now() - begin) / 1000;
}
