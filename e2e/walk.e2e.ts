import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { totp } from '../apps/server/src/platform/testing/totp.ts';
import { awake, demoPassword, expect, forget, test } from './people.ts';
import { addPasskey, secondStep } from './proofs.ts';

const organisationOf = async (page: Page): Promise<string> =>
  ((await (await page.request.get('/api/v1/me')).json()) as { organisationId: string }).organisationId;

test('from a demand to a signature: match, introduction, offers, contract, both sign, the board moves', async ({
  openAs,
}, info) => {
  test.setTimeout(240_000);
  const keep = (page: Page, name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const seller = await openAs('enterprise');
  const buyer = await openAs('merchant');
  const chamber = await openAs('association');
  const hall = await openAs(undefined);
  const [sellerId, buyerId, chamberId] = [
    await organisationOf(seller),
    await organisationOf(buyer),
    await organisationOf(chamber),
  ];

  // A third screen: the board, before anything is signed.
  await hall.goto('/board/signing?screen=1');
  await expect(hall.getByText('Live', { exact: true })).toBeVisible();
  const contracted = hall.locator('[data-tier="contract"] dd');
  const before = await contracted.innerText();
  await keep(hall, 'board-before');

  // What the enterprise makes, and what the merchant wants in its own words.
  const word = `Walkjiang${Date.now().toString(36)}`;
  const made = await seller.request.post('/api/v1/products', {
    data: {
      sku: word.toUpperCase(),
      names: { 'zh-CN': `示范豆瓣 ${word}`, en: `Demo doubanjiang ${word}` },
      descriptions: { en: 'Broad bean chilli paste, aged a year' },
      category: 'sauces',
      hs6: '210390',
      origin: { code: '510117', text: null },
      storage: 'ambient',
      shelfLifeDays: 540,
      ingredients: { en: 'chilli, broad beans, salt, wheat flour', 'zh-CN': '辣椒、蚕豆、食用盐、小麦粉' },
      allergens: ['gluten'],
      animalIngredients: 'none',
      unit: 'KGM',
      monthlyCapacity: 20_000,
      prices: [
        { minQuantity: 1, amount: 1200, currency: 'CNY', incoterm: 'EXW', place: '成都', byAgreement: false },
      ],
    },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const product = (await made.json()) as { id: string };
  const published = await seller.request.post(`/api/v1/products/${product.id}/publish`);
  expect(published.ok(), await published.text()).toBe(true);
  await buyer.goto('/demands/new');
  await awake(buyer);
  await buyer.getByLabel('What is wanted').fill(word);
  await buyer.getByLabel('Quantity').fill('5');
  await buyer.getByLabel('Unit', { exact: true }).selectOption('TNE');
  await buyer.getByLabel('Market').selectOption('HU');
  await buyer.getByLabel('Open until').fill('2099-12-31');
  await buyer.getByRole('button', { name: 'Find what fits' }).click();
  const match = buyer.locator(`#match-${product.id}`);
  await expect(match).toBeVisible({ timeout: 60_000 });
  await expect(match.getByRole('table').getByRole('row')).toHaveCount(10);
  await keep(buyer, 'match');

  // The association knows both, and passes the one on to the other.
  const know = async (one: Page, other: string, page: Page) => {
    const stated = await one.request.post('/api/v1/relations', {
      data: {
        organisationId: other,
        kind: 'partnership',
        evidence: 'Ten years of fairs',
        strength: 90,
        visibility: 'open',
      },
    });
    if (!stated.ok()) return;
    const { id } = (await stated.json()) as { id: string };
    await page.request.post(`/api/v1/relations/${id}/confirm`, {
      data: { strength: 90, visibility: 'open' },
    });
  };
  await know(chamber, sellerId, seller);
  await know(chamber, buyerId, buyer);
  const ways = (await (
    await buyer.request.get(`/api/v1/introductions/ways?organisation=${sellerId}`)
  ).json()) as { known: boolean; ways: { through: { id: string } }[] };
  expect(ways.known || ways.ways.some(({ through }) => through.id === chamberId)).toBe(true);
  const asked = await buyer.request.post('/api/v1/introductions', {
    data: { organisationId: sellerId, through: chamberId, purpose: 'To buy what you make' },
  });
  // On a server where they were introduced before, they are; on a fresh one it goes through the pages.
  if (asked.ok()) {
    const { id } = (await asked.json()) as { id: string };
    await chamber.goto(`/introductions/${id}`);
    await awake(chamber);
    await keep(chamber, 'introduction');
    await chamber.locator(`input[name=to][value="${sellerId}"]`).check();
    await chamber.getByLabel(/^What you say/).fill('A good buyer');
    await chamber.getByRole('button', { name: 'Pass on', exact: true }).click();
    await expect(chamber.getByText(/^You passed it on/)).toBeVisible();
    await seller.goto(`/introductions/${id}`);
    await awake(seller);
    await keep(seller, 'introduction-asked');
    await expect(seller.getByText('A good buyer')).toBeVisible();
    await seller.getByRole('button', { name: 'Agree to be introduced' }).click();
    // Both agreed: now each sees whom to write to.
    await expect(seller.locator('main a[href^="mailto:"]')).toBeVisible();
  }

  // The deal, from the match.
  await buyer.goto(buyer.url());
  await buyer.locator(`#match-${product.id}`).getByRole('link', { name: 'Open a deal' }).click();
  await expect(buyer.getByRole('heading', { level: 1, name: 'Open a deal' })).toBeVisible();
  await awake(buyer);
  await buyer.getByLabel('First message').fill('Five tonnes a month, please.');
  await buyer.getByRole('button', { name: 'Open the deal' }).click();
  await expect(buyer.getByText('Five tonnes a month, please.')).toBeVisible();
  const deal = new URL(buyer.url()).pathname;

  await seller.goto(`${deal}/offer`);
  await awake(seller);
  const first = seller.getByRole('group', { name: 'Line 1' });
  await first.getByLabel('HS code').fill('210390');
  await first.getByLabel('Price a unit').fill('1990');
  await seller.getByLabel('Named place').fill('Budapest');
  await seller.getByLabel('Payment').fill('30 % in advance');
  await seller.getByLabel('Delivery, earliest').fill('2099-10-01');
  await seller.getByLabel('Delivery, latest').fill('2099-11-01');
  await seller.getByLabel('Open until').fill('2099-12-31');
  await seller.getByRole('button', { name: 'Send the offer' }).click();
  await expect(seller.getByText('€9,950.00').first()).toBeVisible();
  // The buyer's page follows by itself.
  await expect(buyer.getByText('€9,950.00').first()).toBeVisible({ timeout: 20_000 });
  await buyer.goto(`${deal}/offer`);
  await awake(buyer);
  await buyer.getByRole('group', { name: 'Line 1' }).getByLabel('Price a unit').fill('1800');
  await buyer.getByRole('button', { name: 'Send the offer' }).click();
  await expect(seller.getByText('€9,000.00').first()).toBeVisible({ timeout: 20_000 });
  await seller.locator('summary', { hasText: 'Accept' }).click();
  await seller.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(seller.getByRole('link', { name: 'Contract', exact: true })).toBeVisible();
  await keep(seller, 'agreed');

  // The contract, signed by both on their own devices.
  await addPasskey(seller);
  const secret = await secondStep(buyer);
  try {
    await seller.goto(`${deal}/contract`);
    await seller.getByRole('button', { name: 'Chinese and English' }).click();
    await expect(seller.getByText('Draft', { exact: true })).toBeVisible();
    await seller.getByRole('button', { name: 'Issue it' }).click();
    await expect(seller.getByText('To be signed', { exact: true })).toBeVisible();
    await awake(seller);
    await seller.getByRole('button', { name: 'Sign with a passkey' }).click();
    await expect(seller.getByText(/signed on .*\(passkey\)/)).toBeVisible();
    expect(await contracted.innerText()).toBe(before);
    await buyer.goto(`${deal}/contract`);
    await buyer.getByLabel('Password').fill(demoPassword());
    await buyer.getByLabel('One-time code').fill(totp(secret));
    await buyer.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(buyer.getByText('Signed and sealed', { exact: true })).toBeVisible();
    await keep(buyer, 'signed');
  } finally {
    await buyer.request.post('/api/auth/two-factor/disable', {
      data: { password: demoPassword() },
      headers: { origin: new URL(buyer.url()).origin },
    });
    forget('merchant');
  }

  // The third screen has moved, nobody touched it.
  await expect.poll(() => contracted.innerText(), { timeout: 20_000 }).not.toBe(before);
  await keep(hall, 'board-after');

  const address = await buyer.getByRole('link', { name: 'The sealed document' }).getAttribute('href');
  const file = info.outputPath('contract.pdf');
  writeFileSync(file, await (await buyer.request.get(address!)).body());
  // poppler-utils: tools that aren't ours.
  const run = promisify(execFile);
  expect((await run('pdfsig', [file])).stdout).toContain('Signature is Valid');
  const words = (await run('pdftotext', ['-raw', file, '-'])).stdout;
  for (const one of ['购销合同', 'Sales Contract', 'DAP Budapest', '9,000.00']) expect(words).toContain(one);
});
