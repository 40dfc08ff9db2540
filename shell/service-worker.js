// Caches the site, so that it opens without a network. Every file except the page has the hash of its content in its name, so a
// cached file is never stale, and a page always finds the files that it was built with.
const files = {{assets-json}};

// A version is identified by its list of files.
const version = () => {
  let hash = 2166136261;
  for (const character of JSON.stringify(files)) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return 'guichet-' + (hash >>> 0).toString(16);
};
const current = version();
const is_kept = (name) => !/\.(br|gz)$|service-worker\.js$|^index\.html$/.test(name);

addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(current);
  // Bypass the browser's cache, which may hold an older page.
  const page = await fetch('./', { cache: 'no-cache' });
  if (!page.ok) throw new Error(`the page: ${page.status}`);
  await Promise.all([cache.put('./', page), ...files.filter(is_kept).map((name) => keep(cache, './' + name))]);
  await skipWaiting();
})()));

// Copies files that another version has cached already instead of loading them again.
const keep = async (cache, address) => {
  const known = await caches.match(address);
  if (known) return cache.put(address, known);
  return cache.add(address);
};

// Keeps the previous version, which a starting tab may still need; deletes older ones.
addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith('guichet-') && name !== current);
  for (const name of names.slice(0, -1)) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  const inside = new URL(request.url).pathname.slice(new URL(registration.scope).pathname.length);
  if (request.mode === 'navigate') {
    if (inside !== '' && inside !== 'index.html') return;
    event.respondWith((async () => await (await caches.open(current)).match('./') || fetch(request))());
  } else {
    // From any cached version: a name always stands for the same content.
    event.respondWith((async () => await caches.match(request, { ignoreSearch: true }) || fetch(request))());
  }
});
