import path from 'node:path';
import type { Page } from '@playwright/test';
import { awake, demoPassword, expect, test, type Tongue } from './people.ts';

const pictures = path.resolve(import.meta.dirname, '../test-results/pictures');
const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `plan-${name}.png`), fullPage: true });

/** The first product that these words find and whose packing says what a piece weighs: imports made by other tests don't. */
async function productOf(page: Page, q: string): Promise<{ id: string; sku: string }> {
  const answer = await page.request.get(`/api/v1/products?${new URLSearchParams({ q, limit: '20' })}`);
  for (const { id } of ((await answer.json()) as { items: { id: string }[] }).items) {
    const product = (await (await page.request.get(`/api/v1/products/${id}`)).json()) as {
      id: string;
      sku: string;
      packing: unknown[];
    };
    if (product.packing.length > 0) return product;
  }
  throw new Error(`no product of known weight for ${q}`);
}

// Each plan is a search over the whole network, in a browser of its own.
test.describe.configure({ timeout: 240_000 });

const words = {
  en: { quantity: /^Quantity/, market: /^Market/, life: /^Life left when ready/, send: 'Make the plan' },
  'zh-CN': { quantity: /^数量/, market: /^市场/, life: /^备货时剩余保质期/, send: '做方案' },
} as const;

/** Fills in the form from a product's page and sends it; resolves on the page of the plan. */
async function makePlan(
  page: Page,
  tongue: keyof typeof words,
  asked: { q: string | { id: string }; market: string; quantity: string; lifeLeft?: string },
): Promise<string> {
  const { id } = typeof asked.q === 'string' ? await productOf(page, asked.q) : asked.q;
  await page.goto(`/products/${id}`);
  await page.getByRole('link', { name: /Plan its way abroad|规划出海之路/ }).click();
  await page.waitForURL(`**/plans/new?product=${id}`);
  await page.getByLabel(words[tongue].quantity).fill(asked.quantity);
  await page.getByLabel(words[tongue].market).selectOption(asked.market);
  if (asked.lifeLeft) await page.getByLabel(words[tongue].life).fill(asked.lifeLeft);
  await page.getByRole('button', { name: words[tongue].send }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.locator('section[aria-labelledby=answer]').waitFor();
  return page.url();
}

/** The figure under a name in the plan's answer. */
const figure = (page: Page, name: string) =>
  page.locator('section[aria-labelledby=answer] dl div', { has: page.getByText(name, { exact: true }) });

const lasts = { en: 'Life left at arrival', 'zh-CN': '到货时剩余保质期' } as const;
const short = { en: /\d+ days? short/, 'zh-CN': /差 \d+ 天/ } as const;

for (const tongue of ['zh-CN', 'en'] as const satisfies Tongue[]) {
  test(`lemons with 30 days of life go to Russia by rail; by sea it is 40 days and more, shown as days short, in ${tongue}`, async ({
    openAs,
  }) => {
    const page = await openAs('enterprise', { tongue });
    await makePlan(page, tongue, { q: 'lemon', market: 'RU', quantity: '20000', lifeLeft: '30' });
    await expect(figure(page, tongue === 'en' ? 'Road' : '走哪条路')).toContainText(
      tongue === 'en' ? 'Rail' : '铁路',
    );
    await expect(figure(page, lasts[tongue])).not.toContainText(short[tongue]);
    const roads = page
      .getByRole('region', { name: /^(Road|走哪条路|路)/ })
      .getByRole('table')
      .first();
    const late = roads.getByRole('row').filter({ hasText: { en: /Sea/, 'zh-CN': /海运/ }[tongue] });
    await expect(late).toContainText(short[tongue]);
    await expect(late).toContainText({ en: 'Beaten', 'zh-CN': '不占优' }[tongue]);
    expect(Number(await late.getByRole('cell').nth(2).innerText())).toBeGreaterThan(40);
    await picture(page, `lemons-${tongue}`);
    // It is looked at, leg by leg, and isn't offered to be taken.
    await late.getByRole('radio').check();
    await expect(
      page.getByRole('list').filter({ hasText: { en: 'Saint Petersburg', 'zh-CN': '圣彼得堡' }[tongue] }),
    ).not.toHaveCount(0);
    await expect(
      page.getByRole('button', { name: { en: 'Take this road', 'zh-CN': '改走这条路' }[tongue] }),
    ).toHaveCount(0);
  });
}

test('a point of the chart is picked by keyboard alone and becomes the plan’s road', async ({ openAs }) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: 'lemon', market: 'HU', quantity: '20000', lifeLeft: '30' });
  const chart = page.getByRole('group', { name: 'Roads by cost and days' });
  const points = chart.getByRole('link');
  // One stop of the keyboard, on the road that is shown.
  await expect(chart.locator('a[tabindex="0"]')).toHaveCount(1);
  await chart.locator('a[tabindex="0"]').focus();
  await page.keyboard.press('End');
  const last = chart.locator('a:focus');
  await expect(last).toHaveCount(1);
  const words = (await last.getAttribute('aria-label'))!;
  expect(words).toMatch(/days short/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]road=/);
  await expect(points.and(page.locator('[aria-current=true]'))).toHaveAttribute('aria-label', words);
  await expect(figure(page, 'Life left at arrival')).toContainText(/days short/);
  // The table says the same: its button is the one that is set.
  const key = new URL(page.url()).searchParams.get('road')!;
  await expect(page.locator(`input[type=radio][value="${key}"]`)).toBeChecked();
  await page.getByRole('button', { name: 'Take this road' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Version 2', exact: true }).waitFor();
  await expect(page.locator('section[aria-labelledby=answer]')).toContainText(
    /The road picked takes \d+ days/,
  );
});

test('a road is picked by its button in the table', async ({ openAs }) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: 'lemon', market: 'RU', quantity: '20000', lifeLeft: '30' });
  const other = page.locator('input[type=radio][name=road]:not(:checked)').first();
  const key = (await other.getAttribute('value'))!;
  await other.check();
  await page.waitForURL(`**?road=${key}`);
  await expect(page.locator(`input[type=radio][value="${key}"]`)).toBeChecked();
});

test('a hotpot base of beef tallow is refused in the United Kingdom with its citation; one of plant oil waits for papers', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: '牛油火锅底料', market: 'GB', quantity: '500' });
  await expect(page.getByRole('heading', { name: 'It may not enter' })).toBeVisible();
  const rules = page.locator('section[aria-labelledby=rules]');
  const broken = rules.locator('li', { hasText: 'GB-FOOD-ANIMAL' }).first();
  await expect(broken).toContainText('Not met');
  await expect(broken.getByRole('link').first()).toHaveAttribute('href', /^https?:\/\//);
  await picture(page, 'tallow-en');
  await makePlan(page, 'en', { q: '清油火锅底料', market: 'GB', quantity: '500' });
  await expect(rules).toContainText('It may enter once papers and labels are there');
  await picture(page, 'plant-oil-en');
});

test('another rent is another result, in a new version that can be compared; somebody else’s change is not lost', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  const address = await makePlan(page, 'en', { q: '清油火锅底料', market: 'HU', quantity: '2000' });
  const other = await page.context().newPage();
  await other.goto(address);
  const expected = page.locator('section[aria-labelledby=ships] tbody tr', { hasText: 'Expected result' });
  const before = await expected.innerText();
  await page.getByText('Change what is assumed').click();
  await page.getByLabel(/^Monthly rent/).fill('90000');
  await page.getByRole('button', { name: 'Reckon with these' }).click();
  await page.getByRole('link', { name: 'Version 2', exact: true }).waitFor();
  expect(await expected.innerText()).not.toBe(before);
  await page.goto(`${address}/versions`);
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.locator('tbody tr', { hasText: 'Monthly rent' })).toContainText('90,000');
  // The other window still shows version 1.
  await other.getByRole('button', { name: 'Reckon anew with today’s facts' }).first().click();
  await other.getByRole('alert').waitFor();
});

test('a shared plan is read by whoever has the link, without costs, unindexed, and no longer once the link is closed', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: 'lemon', market: 'RU', quantity: '20000', lifeLeft: '30' });
  await page.getByLabel('Who may open it').selectOption('link');
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = (await page.getByText(/\/plans\/shared\?token=/).innerText()).trim();
  const visitor = await openAs(undefined, { tongue: 'ru' });
  const answer = (await visitor.goto(link))!;
  expect(answer.status()).toBe(200);
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
  expect(answer.headers()['x-robots-tag']).toContain('noindex');
  await expect(visitor.getByRole('heading', { name: 'Пути', exact: true })).toBeVisible();
  await expect(visitor.locator('section[aria-labelledby=landed]')).toHaveCount(0);
  await expect(visitor.locator('section[aria-labelledby=ships]')).toHaveCount(0);
  await picture(visitor, 'shared-ru');
  await page.getByRole('button', { name: 'Close the link' }).click();
  await page.getByRole('button', { name: 'Close the link' }).waitFor({ state: 'detached' });
  expect((await visitor.goto(link))!.status()).toBe(404);
});

test('a plan shared with members only sends a visitor to sign in and back, opens for a member, and not for an observer', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: '清油火锅底料', market: 'HU', quantity: '2000' });
  // Members only is what is offered first.
  await expect(page.getByLabel('Who may open it')).toHaveValue('members');
  await page.getByLabel('Show landed cost and shelf price').check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = (await page.getByText(/\/plans\/shared\?token=/).innerText()).trim();

  const visitor = await openAs(undefined);
  await visitor.goto(link);
  await visitor.waitForURL(/\/sign-in\?next=/);
  await visitor.getByLabel('Email').fill('merchant@demo.example');
  await visitor.getByLabel('Password').fill(demoPassword());
  await visitor.getByRole('button', { name: 'Sign in', exact: true }).click();
  await visitor.waitForURL(/\/plans\/shared\?token=/);
  await expect(visitor.locator('section[aria-labelledby=answer]')).toBeVisible();
  await expect(visitor.locator('section[aria-labelledby=landed]')).toBeVisible();
  // It is read: nothing in it can be changed, and what its maker keeps to itself isn't there.
  await expect(visitor.locator('section[aria-labelledby=ships]')).toHaveCount(0);
  await expect(visitor.getByRole('button', { name: /Reckon anew|Put aside|Make a link/ })).toHaveCount(0);
  await picture(visitor, 'shared-members-en');

  const observer = await openAs('observer');
  expect((await observer.goto(link))!.status()).toBe(403);
  await expect(observer.getByRole('heading', { level: 1 })).toBeVisible();
});

test('from a plan the members of its market are asked about the product, and the question is found again', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  await makePlan(page, 'en', { q: '清油火锅底料', market: 'HU', quantity: '2000' });
  const product = await page.locator('h1 [lang]').innerText();
  await page.locator('section[aria-labelledby=habits]').getByRole('link', { name: 'Ask a local' }).click();
  await page.waitForURL(/\/questions\/new\?/);
  await expect(page.getByLabel('Market')).toHaveValue('HU');
  const what = page.getByLabel('What it is');
  await expect(what).toHaveValue(product);
  const question = `Would they eat it in summer? ${Date.now().toString(36)}`;
  await page.getByLabel('Question', { exact: false }).last().fill(question);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText(question)).toBeVisible();
  await page.goto('/questions?box=asked');
  await page.getByRole('link', { name: product }).first().click();
  await expect(page.getByText(question)).toBeVisible();
});

test('two plans are compared: figures of both with the difference, and what was asked for otherwise', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  const q = await productOf(page, '清油火锅底料');
  const few = await makePlan(page, 'en', { q, market: 'HU', quantity: '2000' });
  const many = await makePlan(page, 'en', { q, market: 'GB', quantity: '3000' });
  await page.goto(`${many}/versions`);
  const other = page.locator(`a[href*="with=${new URL(few).pathname.split('/').at(-1)}"]`);
  await other.click();
  await page.waitForURL(/\/compare\?/);
  const figures = page.getByRole('region', { name: 'Figures' });
  await expect(figures.getByRole('row', { name: /^Quantity/ })).toContainText(/3,000\s*2,000\s*-1,000/);
  await expect(figures.getByRole('row', { name: /^Market/ })).toContainText(/United Kingdom\s*Hungary/);
  const rules = page.getByRole('region', { name: 'Rules' });
  await expect(rules).toContainText('GB-');
  await picture(page, 'two-compared-en');
  // Either side says which plan it is and leads to it.
  await page.getByRole('link', { name: /→ Hungary · Version 1/ }).click();
  await expect(page).toHaveURL(new RegExp(new URL(few).pathname));
  await expect(page.locator('h1')).toContainText('Hungary');
});

test('a rule that is added makes a plan doubtful: it says which, and is reckoned anew by one button', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  const address = await makePlan(page, 'en', { q: '清油火锅底料', market: 'MX', quantity: '2000' });
  const code = `MX-E2E-${Date.now()}`;
  const desk = await openAs('secretariat');
  const added = await desk.request.post('/api/v1/market-rules', {
    data: {
      code,
      area: 'MX',
      effect: 'label',
      predicate: { is: 'labelInLanguages', languages: ['es'] },
      requirement: { en: 'The label is in Spanish', 'zh-CN': '标签须用西班牙语' },
      source: { title: 'NOM-051' },
      confidence: 'medium',
    },
  });
  expect(added.status()).toBe(201);
  const banner = page.locator('section[aria-labelledby=reopened]');
  // The word reaches the plan in the background.
  await expect(async () => {
    await page.goto(address);
    await expect(banner).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(banner).toContainText(code);
  await picture(page, 'reopened-en');
  await page.goto('/plans?state=reopened');
  await expect(page.locator(`main a[href="${new URL(address).pathname}"]`)).toBeVisible();
  await page.goto(address);
  await banner.getByRole('button', { name: 'Reckon anew' }).click();
  await page.getByRole('link', { name: 'Version 2', exact: true }).waitFor();
  await expect(banner).toHaveCount(0);
  await expect(page.locator('section[aria-labelledby=rules]')).toContainText(code);
});

test('plans are found by typing, put in order and taken away as the list stands', async ({ openAs }) => {
  const page = await openAs('enterprise');
  const { id } = await productOf(page, 'lemon');
  for (const market of ['HU', 'RU'])
    await page.request.post('/api/v1/plans', { data: { productId: id, market, quantity: 500 } });
  await page.goto('/plans', { waitUntil: 'networkidle' });
  await page.getByRole('searchbox').pressSequentially('lemon hungary');
  await page.waitForURL(/q=lemon\+hungary/);
  const names = page.locator('main tbody td:first-child a');
  await expect(names.first()).toContainText('Hungary');
  await expect(names.filter({ hasText: 'Russia' })).toHaveCount(0);
  await page.getByRole('searchbox').fill('lemon');
  await page.waitForURL(/q=lemon(&|$)/);
  await page.getByLabel('Order').selectOption('market');
  await page.waitForURL(/sort=market/);
  const shown = await names.allInnerTexts();
  expect(shown.findIndex((name) => name.includes('Hungary'))).toBeLessThan(
    shown.findIndex((name) => name.includes('Russia')),
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plans.csv');
});

test('a plan that is put aside leaves the list and comes back', async ({ openAs }) => {
  const page = await openAs('enterprise');
  const address = await makePlan(page, 'en', { q: 'tea', market: 'JP', quantity: '400' });
  await page.getByRole('button', { name: 'Put aside' }).click();
  await page.getByText('This plan was put aside').waitFor();
  const { pathname } = new URL(address);
  await page.goto('/plans');
  await expect(page.locator(`main a[href="${pathname}"]`)).toHaveCount(0);
  await page.goto('/plans?state=archived');
  await page.locator(`main a[href="${pathname}"]`).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This plan was put aside')).toHaveCount(0);
  // As it was: putting it back makes no version.
  await expect(page.getByRole('link', { name: 'Version 1', exact: true })).toBeVisible();
  await page.goto('/plans');
  await expect(page.locator(`main a[href="${pathname}"]`)).toHaveCount(1);
});

test('wishes that make no sense are refused beside their fields, and nothing typed is lost', async ({
  openAs,
}) => {
  const page = await openAs('enterprise');
  const { id } = await productOf(page, 'lemon');
  await page.goto(`/plans/new?product=${id}&market=RU`);
  await page.getByLabel(/^Quantity/).fill('many');
  await page.getByLabel(/^Ready on/).fill('2030-01-01');
  await page.getByText('See and change them').click();
  await page.getByLabel(/^Retail margin/).fill('a lot');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.getByRole('alert').waitFor();
  for (const label of [/^Quantity/, /^Retail margin/])
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(/^Quantity/)).toHaveValue('many');
  await expect(page.getByLabel(/^Retail margin/)).toHaveValue('a lot');
  await expect(page.getByLabel(/^Ready on/)).toHaveValue('2030-01-01');
});

test('the product is looked for while typing, and picked by keyboard', async ({ openAs }) => {
  const page = await openAs('enterprise');
  await page.goto('/plans/new');
  await awake(page);
  const box = page.getByRole('combobox', { name: 'Product', exact: true });
  await box.pressSequentially('doubanji');
  await page.locator('main').getByRole('option').first().waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
  await page.waitForURL(/\/plans\/new\?product=/);
  await expect(page.getByRole('link', { name: 'Another product' })).toBeVisible();
});

test('without script a plan is made from a SKU, and another road is asked for by its button', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const signedIn = await openAs('enterprise');
  const { sku } = await productOf(signedIn, 'lemon');
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    locale: 'en',
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto('/plans/new?lang=en');
  await page.getByRole('combobox', { name: 'Product', exact: true }).fill(sku);
  await page.getByLabel(/^Market/).selectOption('RU');
  await page.getByLabel(/^Quantity/).fill('20000');
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  const other = page.locator('input[type=radio][name=road]:not(:checked)').first();
  const key = (await other.getAttribute('value'))!;
  await other.check();
  await page.getByRole('button', { name: 'Show this road' }).click();
  await page.waitForURL(`**?road=${key}`);
  await expect(page.locator(`input[type=radio][value="${key}"]`)).toBeChecked();
  await context.close();
});
