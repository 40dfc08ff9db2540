// Shared by all benchmarks: formatting of figures, the description of the machine, and the sections of docs/benchmarks.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const value_of = (name, otherwise) => process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

// The sentence below a section's title that describes the machine.
// `renderer`: what the browser draws WebGL with.
export function machine(chromium, renderer) {
  const [all, used] = [cpus(), availableParallelism()];
  return `Machine: ${all.length} × ${all[0].model.replace(/\s+/g, ' ')}${used < all.length ? `, ${used} of them used` : ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, WebGL 2 by ${renderer}; Chromium ${chromium}, Node.js ${process.versions.node}${emscripten()}; revision ${revision()}, ${new Date().toISOString().slice(0, 10)}.`;
}

// A warning if other programs were running when the benchmark began.
export const busy = (load) => load > 0.7 ?
  ` **Other programs were at work: a load of ${load.toFixed(1)} when it began, so that these figures are too high, and the least of each says most.**` : '';

function revision() {
  try {
    return execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
  } catch { return 'unknown'; }
}

function emscripten() {
  for (const place of [process.env.EMSDK && path.join(process.env.EMSDK, 'upstream/emscripten'), path.join(root, '.toolchain/emscripten'), path.join(root, '.toolchain/emscripten/usr/share/emscripten')]) {
    const file = place && path.join(place, 'emscripten-version.txt');
    if (file && existsSync(file)) return `, Emscripten ${readFileSync(file, 'utf8').replace(/["\s]/g, '')}`;
  }
  return '';
}

// Replaces the section "## TITLE", or appends it; leaves all others unchanged.
export function write_section(title, section, file = path.join(root, 'docs/benchmarks.md')) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n\nFigures are of the machine that each section names; run the tool again for yours.\n';
  const lines = old.trimEnd().split('\n');
  const start = lines.indexOf(`## ${title}`);
  const after = lines.findIndex((line, at) => at > start && line.startsWith('## '));
  const before = start < 0 ? lines : lines.slice(0, start);
  const rest = start < 0 || after < 0 ? [] : lines.slice(after);
  const parts = [before.join('\n').trimEnd(), section.trimEnd(), rest.join('\n').trimEnd()].filter(Boolean);
  writeFileSync(file, `${parts.join('\n\n')}\n`);
}
