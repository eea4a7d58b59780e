import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { everyPage } from './every-page.ts';
import { expect, listen, test, type Look, type Tongue } from './people.ts';

const tongues: Tongue[] = ['zh-CN', 'en', 'ru'];
const looks: Look[] = ['light', 'dark'];

const faultsOf = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
  ).violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { name, who, address } of everyPage) {
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
