import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, listen, test, type Look, type Person, type Tongue } from './people.ts';

/** Every page there is, and who looks at it. An address may be found out first, as a reader would come to it. */
const pages: { name: string; who?: Person; address: string | ((page: Page) => Promise<string>) }[] = [
  { name: 'home', address: '/' },
  { name: 'products', address: '/products' },
  { name: 'products found', address: '/products?q=豆瓣' },
  { name: 'products, none found', address: '/products?q=qqqqzzzzxxxx' },
  { name: 'a product', address: (page) => first(page, '/api/v1/products?q=doubanjiang', '/products/') },
  { name: 'members', address: '/members' },
  { name: 'a member', address: (page) => first(page, '/api/v1/members?limit=1', '/members/') },
  { name: 'resources', address: '/resources?q=chilled, Budapest' },
  { name: 'charter', address: '/charter' },
  { name: 'search', address: '/search?q=Budapest' },
  { name: 'search, none found', address: '/search?q=qqqqzzzzxxxx' },
  { name: 'an invitation', address: '/invitations/01a14e2d-3371-7000-8000-014f3eb2e748' },
  { name: 'sign in', address: '/sign-in' },
  { name: 'sign up', address: '/sign-up' },
  { name: 'forgotten password', address: '/forgot-password' },
  { name: 'new password', address: '/reset-password?token=none' },
  { name: 'outbox', who: 'secretariat', address: '/outbox' },
  { name: 'settings', who: 'enterprise', address: '/settings' },
  { name: 'apply', who: 'observer', address: '/apply' },
  { name: 'admissions desk', who: 'secretariat', address: '/admissions' },
  { name: 'my organisation', who: 'enterprise', address: '/organisation' },
  { name: 'my products', who: 'enterprise', address: '/organisation/products' },
  { name: 'new product', who: 'enterprise', address: '/organisation/products/new' },
  { name: 'product editor', who: 'enterprise', address: (page) => ownProduct(page, '') },
  { name: 'product versions', who: 'enterprise', address: (page) => ownProduct(page, '/versions') },
  { name: 'imports', who: 'enterprise', address: '/organisation/imports' },
  { name: 'plans', who: 'enterprise', address: '/plans' },
  { name: 'plans, none found', who: 'enterprise', address: '/plans?market=AQ' },
  { name: 'new plan', who: 'enterprise', address: '/plans/new' },
  {
    name: 'new plan of a product',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/products?q=lemon', '/plans/new?market=RU&product='),
  },
  { name: 'a plan', who: 'enterprise', address: (page) => plan(page, '') },
  { name: 'change of a plan', who: 'enterprise', address: (page) => plan(page, '/change') },
  { name: 'versions of a plan', who: 'enterprise', address: (page) => plan(page, '/versions') },
  { name: 'comparison of plans', who: 'enterprise', address: (page) => plan(page, '/compare?from=1&to=1') },
  { name: 'shared plan', who: 'enterprise', address: sharedPlan },
];

async function first(page: Page, api: string, prefix: string): Promise<string> {
  const { items } = (await (await page.request.get(api)).json()) as { items: { id: string }[] };
  return prefix + items[0]!.id;
}

async function ownProduct(page: Page, suffix: string): Promise<string> {
  await page.goto('/organisation/products');
  const link = page.locator('a[href^="/organisation/products/"]:not([href$="/new"])').first();
  return (await link.getAttribute('href')) + suffix;
}

/** A plan for lemons to Russia, made the first time it is asked for. */
async function plan(page: Page, suffix: string): Promise<string> {
  const product = await first(page, '/api/v1/products?q=lemon', '');
  const { items } = (await (
    await page.request.get(`/api/v1/plans?product=${product}&market=RU&limit=1`)
  ).json()) as { items: { id: string }[] };
  if (items[0]) return `/plans/${items[0].id}${suffix}`;
  const made = await page.request.post('/api/v1/plans', {
    data: { productId: product, market: 'RU', quantity: 20_000, lifeLeftDays: 30 },
  });
  return `/plans/${((await made.json()) as { id: string }).id}${suffix}`;
}

async function sharedPlan(page: Page): Promise<string> {
  const made = await page.request.post(`/api/v1${await plan(page, '/shares')}`, {
    data: { audience: 'link', costs: true, expiresOn: '2099-12-31' },
  });
  const { id, token } = (await made.json()) as { id: string; token: string };
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  return `/plans/shared?${new URLSearchParams({ token })}`;
}

const tongues: Tongue[] = ['zh-CN', 'en', 'ru'];
const looks: Look[] = ['light', 'dark'];

const faultsOf = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  ).violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { name, who, address } of pages) {
  for (const tongue of tongues) {
    for (const look of looks) {
      test(`${name}, ${tongue}, ${look}: open to all, quiet, no wider than the screen`, async ({
        openAs,
      }) => {
        const page = await openAs(who, { tongue, look });
        await page.setViewportSize({ width: 1440, height: 900 });
        const target = typeof address === 'string' ? address : await address(page);
        const said = listen(page);
        const answer = await page.goto(target, { waitUntil: 'load' });
        expect(answer!.status()).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', tongue);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await page.title()).not.toBe('');
        expect(await faultsOf(page), 'axe at 1440').toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await faultsOf(page), 'axe at 390').toEqual([]);
        expect(await overhang(page), 'overhang at 390').toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 360, height: 780 });
        expect(await overhang(page), 'overhang at 360').toBeLessThanOrEqual(0);
        expect(said).toEqual([]);
      });
    }
  }
}

test('a page that is not there says so in the reader’s language, with the status of it', async ({
  openAs,
}) => {
  const page = await openAs(undefined, { tongue: 'ru' });
  const answer = await page.goto('/products/00000000-0000-7000-8000-000000000000');
  expect(answer!.status()).toBe(404);
  expect(await faultsOf(page)).toEqual([]);
});
