// Serves a folder of static files on this machine: `node tools/serve.mjs [FOLDER] [--port N]`
// Behaves like a good static host: compressed files where they exist, correct types, long caching of files whose name contains
// their hash, and security headers. Port 0 picks a free one.
import { createReadStream, existsSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const at = args.indexOf('--port');
const port = at < 0 ? 8080 : Number(args[at + 1]);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error('usage: node tools/serve.mjs [FOLDER] [--port N], N from 0 to 65535');
  process.exit(2);
}
const folder = path.resolve(args.find((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1)) ||
  fileURLToPath(new URL('../build/web/dist', import.meta.url)));
if (!existsSync(path.join(folder, 'index.html'))) {
  console.error(`There is no site in ${folder}: run tools/build first.`);
  process.exit(1);
}

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.otf': 'font/otf', '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const hashed = /\.[0-9a-f]{12}\.\w+$/;
const encodings = [['br', '.br'], ['gzip', '.gz']];

// The file for an address; nothing if it is not a file in the folder.
function file_of(address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (name.endsWith('/')) name += 'index.html';
  const file = path.join(folder, name);
  if (name.includes('\0') || !file.startsWith(folder + path.sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

const server = http.createServer((request, response) => {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Security-Policy': "frame-ancestors 'none'",
  };
  const answer = (status, words, more = {}) => response.writeHead(status, { ...headers, ...more, 'Content-Type': 'text/plain' }).end(`${words}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'Method not allowed', { Allow: 'GET, HEAD' });
  const file = file_of(request.url);
  if (!file) return answer(404, 'Not found');

  const accepted = String(request.headers['accept-encoding'] || '');
  const [encoding, ending] = encodings.find(([name, ending]) => accepted.includes(name) && existsSync(file + ending)) || [null, ''];
  const { size, mtime } = statSync(file + ending);
  const tag = `"${size.toString(16)}-${mtime.getTime().toString(16)}${ending}"`;
  Object.assign(headers, {
    'Content-Type': types[path.extname(file)] || 'application/octet-stream',
    'Cache-Control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ETag: tag,
  });
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  if (encoding) headers['Content-Encoding'] = encoding;
  response.writeHead(200, { ...headers, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file + ending).on('error', () => response.destroy()).pipe(response);
});
// Browsers may resolve "localhost" to either of its two addresses (IPv4 or IPv6).
const give_up = (error) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program: choose one with --port.` : `The server could not start: ${error.message}`);
  process.exit(1);
};
const also = http.createServer((request, response) => server.emit('request', request, response));
also.on('error', (error) => (error.code === 'EADDRINUSE' ? give_up(error) : ready()));
server.on('error', give_up);
const ready = () => console.log(`Guichet is at http://localhost:${server.address().port}`);
server.listen(port, '127.0.0.1', () => also.listen(server.address().port, '::1', ready));
