// Opens a gathering's check-in page where there is no connection, and does nothing else: it is registered for that
// page's address alone. What it serves is kept by the page itself (app/features/gatherings/keep-page.ts).
// @ts-check
/// <reference lib="webworker" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** How the caches of kept pages are called: `check-in:<whose>:<page>`. */
const prefix = 'check-in:';
/** For how long a page is kept: a fair's day and the evening before it. */
const keptMs = 24 * 60 * 60 * 1000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

/**
 * The network has the first word: who is signed out or doesn't keep the gathering any more has no page without it, either.
 * @param {Request} request
 */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) await forget();
    return answer;
  } catch {
    return (await keptPage(request)) ?? Response.error();
  }
}

/** @param {Request} request */
async function keptPage(request) {
  const { pathname } = new URL(request.url);
  for (const name of await keptNames()) {
    if (!name.endsWith(`:${pathname}`)) continue;
    const found = await (await caches.open(name)).match(pathname, { ignoreVary: true });
    if (!found) continue;
    if (Date.now() - Date.parse(found.headers.get('date') ?? '') < keptMs) return found;
    await caches.delete(name);
  }
  return undefined;
}

/**
 * Scripts, styles and fonts carry what they hold in their names: one that is kept is never another.
 * @param {Request} request
 */
async function asset(request) {
  for (const name of await keptNames()) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

async function forget() {
  for (const name of await keptNames()) await caches.delete(name);
}

const keptNames = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
