import { awake, expect, test } from './people.ts';

test('a maker shows how far its product has come, all see it, and it takes that back', async ({ openAs }) => {
  const maker = await openAs('enterprise');
  await maker.goto('/organisation/products');
  const link = maker.locator('a[href^="/organisation/products/"]:not([href$="/new"])').last();
  const address = (await link.getAttribute('href'))!;
  const id = address.split('/').at(-1)!;
  await maker.goto(`${address}#standing`);
  await awake(maker);
  await maker.getByRole('button', { name: 'Show it to all' }).click();
  await expect(maker.getByText('Everybody sees its standing')).toBeVisible();

  const reader = await openAs(undefined);
  await reader.goto('/board/signing');
  await reader.getByRole('link', { name: 'From regional symbol to global hit' }).click();
  await reader.waitForURL('**/board/symbols');
  const row = reader.locator(`tr:has(a[href="/products/${id}"])`);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Regional symbol');
  const sheet = await reader.request.get(
    (await reader.getByRole('link', { name: 'Export CSV' }).getAttribute('href'))!,
    { headers: { 'accept-language': 'en' } },
  );
  expect(await sheet.text()).toContain('Regional symbol');
  // Which stage is asked for lives in the address.
  await awake(reader);
  await reader.locator('[data-stage=global] a').click();
  await reader.waitForURL('**/board/symbols?stage=global');
  await expect(row).toHaveCount(0);

  await maker.getByRole('button', { name: 'Take it back' }).click();
  await expect(maker.getByText('Only you and the secretariat see this')).toBeVisible();
  await reader.goto('/board/symbols');
  await expect(row).toHaveCount(0);
});

test('the report by country is narrowed in the address and says what its tags stand on', async ({
  openAs,
}) => {
  const reader = await openAs(undefined);
  await reader.goto('/board/countries');
  await awake(reader);
  await reader.getByLabel('Belt and Road', { exact: true }).selectOption('yes');
  await reader.waitForURL(/belt=yes/);
  await reader.getByLabel('From', { exact: true }).fill('2026-01-01');
  await reader.waitForURL(/from=2026-01-01/);
  await reader.getByText('What the tags stand on').click();
  await expect(reader.getByText('8541.42 8541.43')).toBeVisible();
  await expect(reader.getByText('before Mar 23, 2024')).toBeVisible();
});
