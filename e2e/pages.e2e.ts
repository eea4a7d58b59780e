import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { everyPage } from './every-page.ts';
import { expect, listen, test, type Look, type Tongue } from './people.ts';

const otherTongues: Tongue[] = ['en', 'ru'];

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the server writes into a page for a reader who chose this look. */
const wear = (page: Page, look: Look) =>
  page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), look);

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const smallPhone = { width: 360, height: 780 };

async function open(page: Page, target: string, tongue: Tongue): Promise<void> {
  const answer = await page.goto(target, { waitUntil: 'load' });
  expect(answer!.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', tongue);
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await page.title()).not.toBe('');
}

async function noWiderThanThePhone(page: Page): Promise<void> {
  for (const size of [phone, smallPhone]) {
    await page.setViewportSize(size);
    expect(await overhang(page), `overhang at ${size.width}`).toBeLessThanOrEqual(0);
  }
}

for (const { name, who, address } of everyPage) {
  test(`${name}: open to all in three languages, quiet, no wider than the screen`, async ({ openAs }) => {
    const page = await openAs(who, { tongue: 'zh-CN' });
    const target = typeof address === 'string' ? address : await address(page);
    const said = listen(page);

    await test.step('zh-CN, each look in each width', async () => {
      await page.setViewportSize(wide);
      await open(page, target, 'zh-CN');
      expect(await faultsOf(page), 'wide and light').toEqual([]);
      await wear(page, 'dark');
      expect(await faultsOf(page, { which: 'colour' }), 'wide and dark').toEqual([]);
      await page.setViewportSize(phone);
      expect(await faultsOf(page, { which: 'colour' }), 'phone and dark').toEqual([]);
      await wear(page, 'light');
      expect(await faultsOf(page), 'phone and light').toEqual([]);
      await noWiderThanThePhone(page);
    });

    // Colours are the same in every language; what is said to a screen reader, and how much room it takes, is not.
    for (const tongue of otherTongues)
      await test.step(tongue, async () => {
        await page.context().addCookies([{ name: 'lang', value: tongue, url: page.url() }]);
        await page.setViewportSize(phone);
        await open(page, target, tongue);
        expect(await faultsOf(page, { which: 'no colour' }), 'phone').toEqual([]);
        await noWiderThanThePhone(page);
      });
    expect(said).toEqual([]);
  });
}

test('a page that is not there says so in the reader’s language, with the status of it', async ({
  openAs,
}) => {
  const page = await openAs(undefined, { tongue: 'ru' });
  const answer = await page.goto('/products/00000000-0000-7000-8000-000000000000');
  expect(answer!.status()).toBe(404);
  expect(await faultsOf(page)).toEqual([]);
});
