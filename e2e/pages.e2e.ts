import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { everyPage } from './every-page.ts';
import { expect, listen, test, type Look, type Tongue } from './people.ts';

const tongues: Tongue[] = ['zh-CN', 'en', 'ru'];

const faultsOf = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page })

      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
      .analyze()
  ).violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the server writes into a page for a reader who chose this look. */
const wear = (page: Page, look: Look) =>
  page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), look);

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

for (const { name, who, address } of everyPage) {
  for (const tongue of tongues) {
    test(`${name}, ${tongue}: open to all, quiet, no wider than the screen`, async ({ openAs }) => {
      const page = await openAs(who, { tongue });
      await page.setViewportSize(wide);
      const target = typeof address === 'string' ? address : await address(page);
      const said = listen(page);
      const answer = await page.goto(target, { waitUntil: 'load' });
      expect(answer!.status()).toBe(200);
      await expect(page.locator('html')).toHaveAttribute('lang', tongue);
      await expect(page.locator('h1')).toHaveCount(1);
      expect(await page.title()).not.toBe('');
      expect(await faultsOf(page), 'axe, wide and light').toEqual([]);
      await wear(page, 'dark');
      // Colours are the same in every language: each look in each width is looked at once.
      if (tongue === 'zh-CN') expect(await faultsOf(page), 'axe, wide and dark').toEqual([]);
      await page.setViewportSize(phone);
      expect(await faultsOf(page), 'axe, phone and dark').toEqual([]);
      expect(await overhang(page), 'overhang at 390').toBeLessThanOrEqual(0);
      if (tongue === 'zh-CN') {
        await wear(page, 'light');
        expect(await faultsOf(page), 'axe, phone and light').toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 780 });
      expect(await overhang(page), 'overhang at 360').toBeLessThanOrEqual(0);
      expect(said).toEqual([]);
    });
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
