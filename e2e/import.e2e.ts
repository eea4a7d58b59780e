import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { awake, expect, test } from './people.ts';

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

test('imports are put in order, narrowed and taken away; resources stand by their place', async ({
  openAs,
}) => {
  const maker = await openAs('enterprise');
  const tail = Date.now().toString(36);
  const send = (name: string) =>
    maker.request.post('/api/v1/imports', {
      multipart: {
        file: { name, mimeType: 'text/csv', buffer: Buffer.from(`sku,name,category\nO-${tail},豆瓣,sauces`) },
      },
    });
  for (const name of [`0-first-${tail}.csv`, `0-later-${tail}.csv`])
    expect((await send(name)).status()).toBe(201);
  await maker.goto('/organisation/imports');
  await awake(maker);
  const ofThisRun = maker.getByRole('link', { name: tail });
  await expect(ofThisRun).toHaveText([`0-later-${tail}.csv`, `0-first-${tail}.csv`]);
  await maker.getByLabel('Order', { exact: true }).selectOption({ label: 'By file' });
  await maker.waitForURL(/sort=file/);
  await expect(ofThisRun).toHaveText([`0-first-${tail}.csv`, `0-later-${tail}.csv`]);
  await maker.getByLabel('State').selectOption({ label: 'Failed' });
  await maker.waitForURL(/state=failed/);
  await expect(ofThisRun).toHaveCount(0);
  await maker.getByLabel('State').selectOption({ label: 'Uploaded' });
  await maker.waitForURL(/state=uploaded/);
  await expect(ofThisRun).toHaveCount(2);

  const takeAway = async (page: Page) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export CSV' }).click(),
    ]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const sheet = await takeAway(maker);
  expect(sheet.name).toBe('imports.csv');
  expect(sheet.text).toContain(`"0-first-${tail}.csv","CSV","uploaded"`);

  const reader = await openAs(undefined);
  await reader.goto('/resources');
  await awake(reader);
  await reader.getByLabel('Order').selectOption({ label: 'By place' });
  await reader.waitForURL(/sort=place/);
  await expect(reader.locator('main li').first()).toContainText('United Arab Emirates');
  await reader.getByRole('link', { name: 'Next page' }).click();
  await reader.waitForURL(/cursor=/);
  await expect(reader.locator('main li').first()).toBeVisible();
});
