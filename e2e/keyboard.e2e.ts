import type { Page } from '@playwright/test';
import { everyPage } from './every-page.ts';
import { awake, expect, test } from './people.ts';

/** Numbers everything that can take the focus in the order of the document, one for each group of radio buttons. */
const numberStops = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const groups = new Set<string>();
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
      ),
    ].filter((element) => {
      if (element.matches(':disabled, [type=hidden], [tabindex="-1"]')) return false;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.getClientRects().length === 0)
        return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      // Tab goes to the one that is set, or to the first where none is.
      const set = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
      if (set !== null) return element === set;
      const first = !groups.has(element.name);
      groups.add(element.name);
      return first;
    });
    return stops.map((element, index) => {
      element.dataset['stop'] = String(index);
      return `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`;
    });
  });

/** Where the focus is: which stop, whether it is to be seen, and whether it is on the screen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      stop: Number(element.dataset['stop'] ?? -1),
      shown: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      // Year, month and day of a date are reached one after another inside its one field.
      inParts: element.matches('[type=date], [type=time], [type=datetime-local], [type=month]'),
      onScreen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      what: element.outerHTML.slice(0, 120),
    };
  });

/** Opens a page and waits until its script has taken it over. */
const ready = async (page: Page, address: string) => {
  await page.goto(address, { waitUntil: 'networkidle' });
  await awake(page);
};

for (const { name, who, address } of everyPage) {
  test(`${name}: Tab reaches everything in the order of the page, each to be seen, and leads out again`, async ({
    openAs,
  }) => {
    test.setTimeout(180_000);
    const page = await openAs(who);
    await ready(page, typeof address === 'string' ? address : await address(page));
    // A page that begins at a field is walked from its beginning too.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const stops = await numberStops(page);
    expect(stops.length).toBeGreaterThan(5);
    const faults: string[] = [];
    const walked: number[] = [];
    for (let press = 0; walked.length < stops.length && press < stops.length * 4; press++) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (at === null) break;
      if (at.inParts && at.stop === walked.at(-1)) continue;
      walked.push(at.stop);
      if (!at.shown) faults.push(`not to be seen: ${at.what}`);
      if (!at.onScreen) faults.push(`off the screen: ${at.what}`);
    }
    expect(faults).toEqual([]);
    expect(walked.map((stop) => stops[stop] ?? `stop ${stop}`)).toEqual(stops);
    await page.keyboard.press('Tab');
    expect((await focused(page))?.stop ?? -1, 'the last stop is no trap').not.toBe(stops.length - 1);
  });
}

test('the skip link is the first stop and leads past the header', async ({ openAs }) => {
  const page = await openAs(undefined);
  await ready(page, '/products');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('after following a link the reader stands at the new page’s content', async ({ openAs }) => {
  const page = await openAs(undefined);
  await ready(page, '/products');
  await page.getByRole('link', { name: 'Charter' }).press('Enter');
  await page.waitForURL('**/charter');
  await expect(page.locator('#content')).toBeFocused();
});

test('a ticked filter keeps the focus while the list changes, and typing does too', async ({ openAs }) => {
  const page = await openAs(undefined);
  await ready(page, '/products');
  const box = page.getByRole('checkbox', { name: /^Chilled/ });
  await box.press('Space');
  await page.waitForURL(/storage=chilled/);
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await box.press('Space');
  await page.waitForURL((url) => !url.search.includes('storage'));
  await expect(box).not.toBeChecked();
  const search = page.getByRole('searchbox');
  await search.pressSequentially('tea');
  await page.waitForURL(/q=tea/);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('tea');
});

test('a name is added by Enter and taken away after a word of warning, by keyboard alone; the focus is never lost', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  await ready(page, '/organisation');
  const spelling = `Spelling ${Date.now().toString(36)}`;
  await page.locator('summary', { hasText: 'Add a spelling' }).press('Enter');
  const field = page.getByLabel('Spelling', { exact: false }).first();
  await field.fill(spelling);
  await field.press('Enter');
  const line = page.getByRole('listitem').filter({ hasText: spelling });
  await expect(line).toBeVisible();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await line.locator('summary').press('Enter');
  await expect(line.getByText(`Nobody will find the organisation by “${spelling}”`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line.locator('summary')).toBeFocused();
  await expect(line.getByRole('button', { name: 'Remove' })).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(line).toHaveCount(0);
  await expect(page.locator('#content')).toBeFocused();
});

test('signing in is typing, Tab, typing, Enter; a refusal takes the focus', async ({ openAs }) => {
  const page = await openAs(undefined);
  await ready(page, '/sign-in');
  await page.getByLabel('Email').focus();
  await page.keyboard.type('nobody@mail.example');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
});
