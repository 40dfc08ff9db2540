// Builds the pages that the first visit is compared with: AG Grid with the rows of the demo, and a bare page with as many bytes
// as Guichet's page with its styles. Both are packed and served as Guichet is.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root, until } from '../tests/browser/machine.mjs';

const peers = path.join(root, 'tools/bench_peers');
const packed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

// The content of the demo's list of services, from the page's mirror: { titles, rows }.
export async function rows_of(page, address) {
  await page.setViewportSize({ width: 1920, height: 6000 });  // high enough for all rows
  await page.goto(`${address}/#/services/active`);
  return until(() => page.evaluate(() => {
    const table = document.querySelector('#mirror [role=table]');
    const lines = [...table?.querySelectorAll('[role=row]') || []];
    if (document.documentElement.dataset.idle !== 'true' || lines.length < 2 || lines.length !== +table.getAttribute('aria-rowcount')) return null;
    const titles = [...lines[0].querySelectorAll('[role=columnheader]')].map((one) => one.getAttribute('aria-label') || one.textContent);
    const rows = lines.slice(1).map((line) => [...line.querySelectorAll('[role=cell], [role=rowheader]')].map((one) => one.innerText.trim().replace(/\s+/g, ' ')));
    // Leaves out the columns of controls: check box and menu.
    const told = titles.map((_, at) => at).filter((at) => rows.some((row) => row[at]) && at > 0);
    return { titles: told.map((at) => titles[at]), rows: rows.map((row) => told.map((at) => row[at] || '')) };
  }).catch(() => null), { ms: 60_000, every: 250, what: 'the list of services was never there whole' });
}

// Returns { modules, whole }: folders to serve.
export async function grid_pages(folder, listed) {
  const esbuild = createRequire(path.join(peers, 'package.json'))('esbuild');
  const rows = { name: 'rows', setup(build) {
    build.onResolve({ filter: /^rows\.json$/ }, () => ({ path: 'rows.json', namespace: 'rows' }));
    build.onLoad({ filter: /.*/, namespace: 'rows' }, () => ({ contents: JSON.stringify(listed), loader: 'json' }));
  } };
  const bundle = async (name) => {
    const { outputFiles } = await esbuild.build({ entryPoints: [path.join(peers, 'start', `${name}.mjs`)], bundle: true, minify: true, write: false,
      format: name === 'modules' ? 'esm' : 'iife', target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' }, plugins: [rows], legalComments: 'none', logLevel: 'warning' });
    return Buffer.from(outputFiles[0].contents);
  };
  const page = (scripts) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gérer mes services</title>
<link rel="icon" href="data:,">
<style>body { margin: 0; font: 14px system-ui, sans-serif; display: flex; flex-direction: column; height: 100vh } header { padding: 16px } #grid { flex: 1 }</style>
${scripts}
</head>
<body>
<header><h1>Gérer mes services</h1><input type="search" placeholder="Rechercher" aria-label="Rechercher"></header>
<div id="grid"></div>
</body>
</html>
`;
  const modules = path.join(folder, 'modules'), whole = path.join(folder, 'whole');
  const bundled = put(modules, 'app.js', await bundle('modules'));
  put(modules, 'index.html', page(`<script type="module" src="${bundled}"></script>`));
  const library = put(whole, 'ag-grid-community.js', readFileSync(path.join(peers, 'node_modules/ag-grid-community/dist/ag-grid-community.min.js')));
  const used = put(whole, 'app.js', await bundle('whole'));
  put(whole, 'index.html', page(`<script defer src="${library}"></script><script defer src="${used}"></script>`));
  return { modules, whole };
}

// One page of plain text, without script or style, with as many compressed bytes as the page of `site` plus the styles that
// block it.
export function bare_page(folder, site) {
  const html = readFileSync(path.join(site, 'index.html'), 'utf8').replace(/<noscript>[^]*?<\/noscript>/g, '');
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, name]) => name);
  const wanted = ['index.html', ...styles].reduce((sum, name) => sum + packed(readFileSync(path.join(site, name))).length, 0);
  // Words with numbers that compress badly.
  const words = ['hébergement', 'domaine', 'facture', 'renouveler', 'titulaire', 'espace', 'client', 'compte', 'adresse', 'messagerie', 'contrat', 'serveur'];
  let seed = 1;
  const next = (below) => Math.floor((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32 * below);
  let text = '<!doctype html>\n<html lang="fr">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Espace client</title>\n' +
    '<link rel="icon" href="data:,">\n<h1>Votre espace client</h1>\n<p>Vos hébergements, vos noms de domaine et vos factures arrivent…</p>\n';
  while (packed(text).length < wanted) text += `<p>${Array.from({ length: 8 }, () => `${words[next(words.length)]} ${next(100_000)}`).join(' ')}</p>\n`;
  const bare = path.join(folder, 'bare');
  put(bare, 'index.html', text);
  return bare;
}

// Writes a file under a name with the hash of its content, as servers with long caching expect; returns that name.
function put(folder, name, content) {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  const final = name === 'index.html' ? name : `${stem}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}${ext}`;
  writeFileSync(path.join(folder, final), content);
  writeFileSync(path.join(folder, `${final}.br`), packed(content));
  writeFileSync(path.join(folder, `${final}.gz`), gzipSync(content, { level: 9 }));
  return final;
}

export const grid_version = () => JSON.parse(readFileSync(path.join(peers, 'node_modules/ag-grid-community/package.json'), 'utf8')).version;
