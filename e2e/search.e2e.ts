import { expect, test } from './people.ts';

/** One product, four ways to write it. */
const spellings = ['豆瓣', '豆瓣醬', 'doubanjiang', 'dbj', 'дубаньцзян'];

for (const tongue of ['zh-CN', 'en', 'ru'] as const) {
  test(`豆瓣, doubanjiang, dbj and дубаньцзян find the same product, in ${tongue}`, async ({ openAs }) => {
    const page = await openAs(undefined, { tongue });
    const found: string[] = [];
    for (const spelling of spellings) {
      await page.goto(`/products?${new URLSearchParams({ q: spelling })}`);
      found.push((await page.locator('main a[href^="/products/"]').first().getAttribute('href'))!);
    }
    expect(new Set(found).size).toBe(1);
    await page.goto(found[0]!);
    await expect(page.locator('main')).toContainText('豆瓣');
  });
}

test('the box on every page finds it', async ({ openAs }) => {
  const page = await openAs(undefined);
  await page.goto('/charter');
  const box = page.getByRole('search').first().locator('input[name=q]');
  await box.fill('dbj');
  await box.press('Enter');
  await page.waitForURL(/[?&]q=dbj/);
  await expect(page.locator('main a[href^="/products/"]').first()).toContainText(/doubanjiang/i);
});

test('what was typed wrong is put right, and the reader is told so', async ({ openAs }) => {
  const page = await openAs(undefined);
  await page.goto('/products?q=doubanjaing');
  await expect(page.locator('main a[href^="/products/"]').first()).toBeVisible();
});

test('without script the site is whole: search, filter, next page, a product, language and theme', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'en' });
  const page = await context.newPage();
  await page.goto('/products?lang=en');
  await page.getByRole('search').first().locator('input[name=q]').fill('lemon');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=lemon/);
  await page.goto('/products?q=lemon');
  const names = page.locator('main li a[href^="/products/"]');
  const before = await names.first().textContent();
  await page.getByRole('link', { name: /Next/ }).first().click();
  await page.waitForURL(/cursor=/);
  expect(await names.first().textContent()).not.toBe(before);
  await names.first().click();
  await expect(page.locator('h1')).toContainText(/lemon/i);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('h1')).toContainText('柠檬');
  await context.close();
});

test('a product page is made for printing and carries schema.org data that says what the page says', async ({
  openAs,
}) => {
  const page = await openAs(undefined);
  const { items } = (await (await page.request.get('/api/v1/products?q=doubanjiang&limit=1')).json()) as {
    items: { id: string; sku: string }[];
  };
  await page.goto(`/products/${items[0]!.id}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!) as {
    '@type': string;
    sku: string;
    name: string;
  };
  expect(data).toMatchObject({ '@type': 'Product', sku: items[0]!.sku });
  await expect(page.locator('h1')).toContainText(data.name);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('search').first()).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
});
