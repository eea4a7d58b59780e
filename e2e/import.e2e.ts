import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

/** As a clerk's spreadsheet saves it in China: GB 18030, 71 rows, five of them broken in five ways. */
const list = readFileSync(path.join(import.meta.dirname, 'lists/sichuan-products-gb18030.csv'));
const pictures = path.resolve(import.meta.dirname, '../test-results/pictures');

const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `import-${name}.png`), fullPage: true });

const count = (page: Page, label: string) =>
  page.locator('dl div', { has: page.getByText(label, { exact: true }) }).locator('dd');

test('an enterprise brings its list of 71 products, five rows are refused by name, 66 are sold to the world', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const page = await openAs('enterprise');
  // Item numbers of this run alone, so that it may be repeated on the same data.
  const prefix = `S${Date.now().toString(36).toUpperCase()}-`;
  const buffer = Buffer.from(list.toString('latin1').replaceAll('SC-', prefix), 'latin1');

  await page.goto('/organisation/imports');
  await picture(page, '1-start');
  await page
    .getByLabel('Product list')
    .setInputFiles({ name: '四川产品清单.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and look' }).click();
  await page.waitForURL(/\/organisation\/imports\/[0-9a-f-]{36}$/);
  const address = page.url();
  await expect(page.getByText('GB18030')).toBeVisible();
  await expect(page.getByRole('main').getByRole('combobox').first()).toHaveValue('sku');
  for (const field of ['names.zh-CN', 'names.en', 'names.ru', 'category', 'hs6', 'gtin', 'origin', 'prices'])
    expect(
      await page
        .locator('main select')
        .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toContain(field);
  await picture(page, '2-columns');

  await page.getByRole('button', { name: 'Dry run (changes nothing)' }).click();
  await expect(page.getByText('Checked', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(count(page, 'Good rows')).toHaveText('66');
  await expect(count(page, 'Bad rows')).toHaveText('5');
  await expect(count(page, 'New')).toHaveText('66');
  const faults = page.getByRole('table', { name: 'Bad rows' });
  for (const bad of ['21-03', '一年半', '月球特产']) await expect(faults).toContainText(bad);
  await expect(page.getByText('stay drafts')).toContainText('Animal ingredients (');
  await picture(page, '3-dry-run');
  const before = (await (await page.request.get(`/api/v1/products?q=${prefix}001`)).json()) as {
    total: number;
  };
  expect(before.total).toBe(0);

  await page.getByLabel('Publish complete products at once').check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(count(page, 'Good rows')).toHaveText('66');
  await expect(count(page, 'Bad rows')).toHaveText('5');
  await expect(faults.locator('tbody tr')).toHaveCount(5);
  await picture(page, '4-done');
  const csv = await (
    await page.request.get(`/api/v1/imports/${address.split('/').at(-1)}/errors.csv`)
  ).text();
  expect(csv).toContain('月球特产');

  const abroad = await openAs(undefined, { tongue: 'ru' });
  await abroad.goto(`/products?q=${prefix}001`);
  await expect(abroad.locator('main a[href^="/products/"]').first()).toContainText('Доубаньцзян');
  await picture(abroad, '5-found-abroad');

  // The same list once more changes nothing.
  await page.goto('/organisation/imports');
  await page
    .getByLabel('Product list')
    .setInputFiles({ name: '四川产品清单.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload and look' }).click();
  await page.waitForURL((url) => /imports\/[0-9a-f-]{36}$/.test(url.pathname) && url.href !== address);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(count(page, 'As before')).toHaveText('66');
  await expect(count(page, 'New')).toHaveText('0');
});
