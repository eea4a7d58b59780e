import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

async function productId(page: Page, words: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/products?q=${encodeURIComponent(words)}&limit=1`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]!.id;
}

for (const [tongue, refused, plain] of [
  ['zh-CN', '不得进入', '含牛油，不在允许清单内。'],
  ['en', 'Refused', 'It contains beef tallow, which is not on the list.'],
] as const) {
  test(`hotpot base of beef tallow is refused by the United Kingdom, with its citation, in ${tongue}`, async ({
    openAs,
  }) => {
    const page = await openAs(undefined, { tongue });
    await page.goto(`/products/${await productId(page, '牛油火锅底料')}`);
    await page.locator('a[href^="/markets?product="]').click();
    await page.locator('a[href^="/markets/GB?product="]').click();
    await expect(page.getByText(refused, { exact: true })).toBeVisible();
    await expect(page.getByText(plain)).toBeVisible();
    await expect(
      page.locator('a[href="https://www.legislation.gov.uk/eudn/2002/994"]').first(),
    ).toBeVisible();
  });
}

test('without script the markets are listed, narrowed and read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'en' });
  const page = await context.newPage();
  await page.goto('/markets?continent=oceania');
  await page.getByRole('link', { name: 'Australia' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Australia');
  await expect(
    page.getByText('Country of Origin Food Labelling Information Standard 2016').first(),
  ).toBeVisible();
  await context.close();
});

test('the secretariat changes a rule, reviews it, and its versions say who', async ({ openAs }) => {
  const page = await openAs('secretariat');
  const answer = await page.request.get('/api/v1/market-rules?area=TH&limit=100');
  const { items } = (await answer.json()) as { items: { id: string; code: string }[] };
  const rule = items.find(({ code }) => code === 'TH-FOOD-IMPORTER')!;
  await page.goto(`/market-rules/${rule.id}`);
  await page.getByLabel('English').fill('The importer holds a licence of the Thai FDA for food.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Version 2')).toBeVisible();
  await page.getByRole('button', { name: 'I have checked it' }).click();
  await expect(page.getByText(/reviewed by Demo secretariat/)).toBeVisible();
});

test('a habit of four in a box is told for Japan with its source, unconfirmed', async ({ openAs }) => {
  const page = await openAs(undefined);
  await page.goto('/markets/JP');
  const habit = page.getByRole('listitem').filter({ hasText: 'Four (shi) sounds like death' });
  await expect(habit.getByText('unconfirmed')).toBeVisible();
  await expect(habit.getByRole('link', { name: /Business Insider/ })).toBeVisible();
});

test('an enterprise asks the members of a market, and finds its question among those it asked', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  const members = await page.request.get('/api/v1/members?limit=1&kind=merchant');
  const { items } = (await members.json()) as { items: { country: string }[] };
  const markets = await page.request.get('/api/v1/markets');
  const known = ((await markets.json()) as { items: { code: string }[] }).items.map(({ code }) => code);
  const country = items.map((one) => one.country).find((code) => known.includes(code)) ?? 'HU';
  await page.goto(`/questions/new?market=${country}`);
  await page.getByLabel('What it is').fill('Gift box of four jars');
  await page.getByLabel('Question', { exact: false }).last().fill('Would four in a box do?');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gift box of four jars');
  await page.goto('/questions?box=asked');
  await expect(page.getByRole('link', { name: 'Gift box of four jars' }).first()).toBeVisible();
});
