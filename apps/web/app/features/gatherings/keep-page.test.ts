import { afterEach, expect, test, vi } from 'vitest';
import { forgetPages, keepPage, partsOf } from './keep-page.ts';

const origin = 'https://ship.example';
const door = '/gatherings/1/check-in';

/** A browser with caches and workers, at a site that a test makes. */
function browse(
  site: (path: string) => { status?: number; body: string } | undefined,
  loaded: string[] = [],
) {
  const stored = new Map<string, Map<string, string>>();
  const scopes: string[] = [];
  const pathOf = (asked: string) => new URL(asked, origin).pathname;
  const get = async (asked: string) => {
    const found = site(pathOf(asked));
    if (!found) throw new TypeError('no connection');
    return new Response(found.body, { status: found.status ?? 200 });
  };
  const open = async (name: string) => {
    const cache = stored.get(name) ?? new Map<string, string>();
    stored.set(name, cache);
    return {
      match: async (asked: string) => cache.get(pathOf(asked)),
      add: async (asked: string) => void cache.set(pathOf(asked), await (await get(asked)).text()),
      put: async (asked: string, page: Response) => void cache.set(pathOf(asked), await page.text()),
      keys: async () => [...cache.keys()].map((path) => ({ url: origin + path })),
      delete: async (asked: string) => cache.delete(pathOf(asked)),
    };
  };
  vi.stubGlobal('caches', {
    open,
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
  });
  vi.stubGlobal('fetch', get);
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('performance', { getEntriesByType: () => loaded.map((name) => ({ name: origin + name })) });
  vi.stubGlobal('navigator', {
    serviceWorker: {
      register: async (_: string, { scope }: { scope: string }) => {
        scopes.push(scope);
        return { update: async () => {} };
      },
    },
  });
  return { stored, scopes, pages: () => [...stored.keys()] };
}
afterEach(() => vi.unstubAllGlobals());
const pageOf = (owner: string, build: string) =>
  `<script nonce="n">import "/assets/root-${build}.js"</script> ${owner}`;

test('a page’s parts are what it names and what was loaded for it, of this site alone', () => {
  const html = `<link rel="stylesheet" href="/assets/root-x1.css"><link rel="icon" href="/seal.svg">
    <script nonce="n">import "/assets/manifest-5c.js"; import * as r from "/assets/root-a_b.js";</script>
    <a href="/gatherings">…</a> <a href="/assets/../api/v1/me">`;
  const loaded = [
    'https://ship.example/assets/root-a_b.js',
    'https://ship.example/assets/zh-CN-7.js',
    'https://ship.example/api/v1/gatherings',
    'https://elsewhere.example/assets/other.js',
  ];
  expect(partsOf(html, loaded, origin)).toEqual([
    '/assets/root-x1.css',
    '/seal.svg',
    '/assets/manifest-5c.js',
    '/assets/root-a_b.js',
    '/assets/zh-CN-7.js',
  ]);
});

test('a page is kept with its parts and no others, and anew with those of the next build', async () => {
  let build = '1';
  const browser = browse(
    (path) => ({ body: path === door ? pageOf('ann', build) : path }),
    ['/assets/en-1.js', '/api/v1/me'],
  );
  expect(await keepPage('ann', door)).toBe(true);
  expect(browser.scopes).toEqual([door]);
  const kept = () => [...browser.stored.get(`check-in:ann:${door}`)!.keys()].toSorted();
  expect(kept()).toEqual(['/assets/en-1.js', '/assets/root-1.js', door]);
  build = '2';
  expect(await keepPage('ann', door)).toBe(true);
  expect(kept()).toEqual(['/assets/en-1.js', '/assets/root-2.js', door]);
});

test('what is kept for one is forgotten once another comes, or nobody', async () => {
  let reader = 'ann';
  const browser = browse((path) => ({ body: path.endsWith('check-in') ? pageOf(reader, '1') : path }));
  await keepPage('ann', door);
  await keepPage('ann', '/gatherings/2/check-in');
  await forgetPages('ann');
  expect(browser.pages()).toHaveLength(2);
  reader = 'bob';
  await keepPage('bob', door);
  expect(browser.pages()).toEqual([`check-in:bob:${door}`]);
  await forgetPages(null);
  expect(browser.pages()).toEqual([]);
});

test('a page that turns out to be another’s, or none, is not kept', async () => {
  const browser = browse(() => ({ body: pageOf('bob', '1') }));
  expect(await keepPage('ann', door)).toBe(false);
  browse(() => ({ status: 403, body: 'ann' }));
  expect(await keepPage('ann', door)).toBe(false);
  expect(browser.pages()).toEqual([]);
});

test('without a connection a page is as kept as it was', async () => {
  let there = true;
  browse((path) => (there ? { body: path === door ? pageOf('ann', '1') : path } : undefined));
  there = false;
  expect(await keepPage('ann', door)).toBe(false);
  there = true;
  await keepPage('ann', door);
  there = false;
  expect(await keepPage('ann', door)).toBe(true);
});

test('a browser without caches keeps nothing, and says so', async () => {
  vi.stubGlobal('navigator', {});
  expect(await keepPage('ann', door)).toBe(false);
  await expect(forgetPages(null)).resolves.toBeUndefined();
});
