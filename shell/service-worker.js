// Keeps the site on the device, so that it opens without a network. Every file but the page has its content's hash
// in its name: a cached file is never stale, and a page always finds the files it was made with.
const files = {{assets-json}};

// A version is known by its files.
const version = () => {
  let hash = 2166136261;
  for (const character of JSON.stringify(files)) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return 'guichet-' + (hash >>> 0).toString(16);
};
const current = version();
const is_kept = (name) => !/\.(br|gz)$|service-worker\.js$|^index\.html$/.test(name);

addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(current);
  // The page is asked of the server, not of the browser's cache, which may hold the one before.
  const page = await fetch('./', { cache: 'no-cache' });
  if (!page.ok) throw new Error(`the page: ${page.status}`);
  await Promise.all([cache.put('./', page), ...files.filter(is_kept).map((name) => keep(cache, './' + name))]);
  await skipWaiting();
})()));

// What another version has already is not loaded again.
const keep = async (cache, address) => {
  const known = await caches.match(address);
  if (known) return cache.put(address, known);
  return cache.add(address);
};

// The version before stays: a tab that is just starting still needs it. Older ones go.
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
    // Of this version or of the one before: a name stands for one content.
    event.respondWith((async () => await caches.match(request, { ignoreSearch: true }) || fetch(request))());
  }
});
