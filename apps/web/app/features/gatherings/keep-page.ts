/** How the caches of kept pages are called: `check-in:<whose>:<page>`; public/check-in-worker.js reads them. */
const prefix = 'check-in:';
const workerAddress = '/check-in-worker.js';

/** A page with scripts of its own build alone; what it is drawn with beside. */
const isPart = (path: string): boolean => path.startsWith('/assets/') || path === '/seal.svg';

/**
 * Everything that a page needs to open: what its HTML names, and what was loaded for it on the way.
 * @param loaded addresses that the browser has fetched
 */
export function partsOf(html: string, loaded: readonly string[], origin: string): string[] {
  const named = [...html.matchAll(/["'(](\/(?:assets\/[\w.~-]+|seal\.svg))["')]/g)].map(([, path]) => path!);
  const fetched = loaded
    .map((address) => new URL(address, origin))
    .filter((address) => address.origin === origin)
    .map(({ pathname }) => pathname)
    .filter(isPart);
  return [...new Set([...named, ...fetched])];
}

/**
 * Keeps the page at this address, as it is for its reader, so that it opens without a connection, too; anew whenever it
 * is opened with one, since a next build has other parts.
 * @returns whether it is kept: not on plain HTTP or in a browser without workers, nor where somebody else has signed in
 * meanwhile
 */
export async function keepPage(owner: string, pathname: string): Promise<boolean> {
  if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return false;
  await forgetPages(owner);
  try {
    const page = await fetch(pathname, { headers: { accept: 'text/html' }, cache: 'no-store' });
    const html = await page.clone().text();
    // As the server says, whose page it is; somebody else may have signed in in another tab.
    if (page.status >= 500) return await isKept(owner, pathname);
    if (!page.ok || page.redirected || !html.includes(owner)) return false;
    const registration = await navigator.serviceWorker.register(workerAddress, {
      scope: pathname,
      updateViaCache: 'none',
    });
    void registration.update().catch(() => {});
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const parts = partsOf(html, loaded, location.origin);
    const cache = await caches.open(`${prefix}${owner}:${pathname}`);
    for (const part of parts) if (!(await cache.match(part, { ignoreVary: true }))) await cache.add(part);
    await cache.put(pathname, page);
    // What earlier builds needed.
    const needed = new Set([pathname, ...parts]);
    for (const { url } of await cache.keys())
      if (!needed.has(new URL(url).pathname)) await cache.delete(url, { ignoreVary: true });
    return true;
  } catch {
    // Without a connection: it is kept if it was before.
    return isKept(owner, pathname);
  }
}

async function isKept(owner: string, pathname: string): Promise<boolean> {
  const name = `${prefix}${owner}:${pathname}`;
  if (!(await caches.keys()).includes(name)) return false;
  const cache = await caches.open(name);
  return (await cache.match(pathname, { ignoreVary: true })) !== undefined;
}

/** Forgets the pages that are kept for anybody but this person; for null, which is a visitor, all of them. */
export async function forgetPages(owner: string | null): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && (owner === null || !name.startsWith(`${prefix}${owner}:`)))
      await caches.delete(name);
}
