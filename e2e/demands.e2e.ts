import { awake, expect, test } from './people.ts';

/** What one looks for in a demand's page once products have been held against it. */
const settled = { timeout: 30_000 };

test('a merchant says what it wants, sees who could give it and why, and refuses one for its price', async ({
  openAs,
}) => {
  const page = await openAs('merchant');
  await page.goto('/demands');
  await page.getByRole('link', { name: 'New demand' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'New demand' })).toBeVisible();
  await awake(page);
  await page.getByLabel('What is wanted').fill('doubanjiang');
  await page.getByLabel('Quantity').fill('500');
  await page.getByLabel('Market').selectOption('HU');
  await page.getByLabel('Open until').fill('2020-01-01');
  await page.getByRole('button', { name: 'Find what fits' }).click();
  // A day that has passed is refused beside the form, and nothing typed is lost.
  await expect(page.getByRole('alert')).toContainText('2020');
  await expect(page.getByLabel('What is wanted')).toHaveValue('doubanjiang');
  await page.getByLabel('Open until').fill('2099-12-31');
  await page.getByRole('button', { name: 'Find what fits' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'doubanjiang' })).toBeVisible();
  // It is matched by a job; the page looks again by itself.
  await expect(page.getByText('of 500 kg a month')).toBeVisible(settled);
  const best = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .first();
  const rows = best.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(10);
  const points = await best.locator('tbody tr td:nth-child(2)').allInnerTexts();
  const sum = points.slice(0, 8).reduce((total, text) => total + Number(text.split('/')[0]), 0);
  expect(sum).toBe(Number(points[8] ?? (await rows.last().innerText()).replaceAll(/\D/g, '')));
  const name = await best.getByRole('heading', { level: 3 }).innerText();
  await best.getByLabel('Your answer').selectOption('price');
  await best.getByRole('button', { name: 'Send' }).click();
  const refused = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name }) });
  await expect(refused.getByText('refused: price')).toBeVisible();
  // Closing asks once more.
  await page.locator('summary', { hasText: 'Close' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('closed', { exact: true })).toBeVisible();
});

test('a maker finds the demands that its products fit', async ({ openAs }) => {
  const page = await openAs('enterprise');
  await page.goto('/demands');
  await awake(page);
  await page.getByLabel('Words').fill('tea');
  await expect(page.getByRole('main').getByRole('status')).toContainText('1 demand');
  await page.getByRole('link', { name: 'Green tea' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Green tea' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
});
