import path from 'node:path';
import type { Page } from '@playwright/test';
import { awake, expect, test } from './people.ts';

const pictures = path.resolve(import.meta.dirname, '../test-results/pictures');
const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `network-${name}.png`), fullPage: true });

const ownId = async (page: Page) =>
  ((await (await page.request.get('/api/v1/me')).json()) as { organisationId: string }).organisationId;

/** Opens a page and waits until its script has taken it over. */
const open = async (page: Page, address: string) => {
  await page.goto(address);
  await awake(page);
};

test.describe.configure({ timeout: 120_000 });

test('an enterprise is introduced to a merchant through its association, and only then do both see whom to write to', async ({
  openAs,
}) => {
  const [firm, chamber, buyer] = [
    await openAs('enterprise'),
    await openAs('association'),
    await openAs('merchant'),
  ];
  const [chamberId, buyerId] = [await ownId(chamber), await ownId(buyer)];

  await open(firm, `/members/${buyerId}`);
  await firm.getByRole('link', { name: 'Ask for an introduction' }).click();
  await firm.waitForURL('**/introductions/new?**');
  await firm.locator(`input[name=through][value="${chamberId}"]`).check();
  await firm.getByLabel(/^Why you want/).fill('Chilli sauce for your shelves');
  await picture(firm, 'ask');
  await firm.getByRole('button', { name: 'Ask', exact: true }).click();
  await firm.waitForURL(/\/introductions\/[0-9a-f-]{36}$/);
  const address = new URL(firm.url()).pathname;
  await expect(firm.getByText(/^Waiting, until/)).toBeVisible();
  await expect(firm.locator('main a[href^="mailto:"]')).toHaveCount(0);

  // It isn't the merchant's to read before it was passed to them.
  expect((await buyer.goto(address))!.status()).toBe(404);

  await open(chamber, '/introductions');
  await expect(chamber.getByRole('navigation', { name: /main/i }).getByText(/\d+ to answer/)).toBeVisible();
  await chamber.locator(`a[href="${address}"]`).click();
  await chamber.waitForURL(`**${address}`);
  await chamber.locator(`input[name=to][value="${buyerId}"]`).check();
  await chamber.getByLabel(/^What you say/).fill('They deliver on time.');
  await picture(chamber, 'pass');
  await chamber.getByRole('button', { name: 'Pass on', exact: true }).click();
  await expect(chamber.getByText(/^You passed it on/)).toBeVisible();

  await open(buyer, address);
  await expect(buyer.getByText('They deliver on time.')).toBeVisible();
  await buyer.getByRole('button', { name: 'Agree to be introduced' }).click();
  // The address itself: the question, too, speaks of whom to write to.
  await expect(buyer.locator('main a[href^="mailto:"]')).toBeVisible();
  await firm.reload();
  await expect(firm.locator('main a[href^="mailto:"]')).toBeVisible();
  await picture(firm, 'introduced');
});

test('what an association declines looks to the enterprise as it did before', async ({ openAs }) => {
  const [firm, chamber] = [await openAs('enterprise'), await openAs('association')];
  const chamberId = await ownId(chamber);
  const own = await ownId(firm);
  // A member whom the association knows and the enterprise doesn't.
  const relations = await chamber.request.get('/api/v1/relations?state=confirmed&limit=100');
  const { items } = (await relations.json()) as { items: { partner: { id: string } }[] };
  let asked: string | undefined;
  for (const { partner } of items) {
    if (partner.id === own) continue;
    const made = await firm.request.post('/api/v1/introductions', {
      data: { organisationId: partner.id, through: chamberId, purpose: 'Tea for your guests' },
    });
    if (made.ok()) asked = ((await made.json()) as { id: string }).id;
    if (asked) break;
  }
  const address = `/introductions/${asked}`;
  await firm.goto(address);
  const before = await firm.locator('main').innerText();

  await open(chamber, address);
  await chamber.locator('summary', { hasText: 'Decline' }).click();
  await chamber.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(chamber.getByText('You declined. Nobody was told.')).toBeVisible();

  await firm.reload();
  expect(await firm.locator('main').innerText()).toBe(before);
});

test('a refused question keeps what was typed, and says why beside it', async ({ openAs }) => {
  const firm = await openAs('enterprise');
  const { items } = (await (await firm.request.get('/api/v1/introductions?part=asked')).json()) as {
    items: { target: { id: string } }[];
  };
  // Asked for before, and whoever was introduced isn't known by a relation yet: the way is still offered.
  await open(firm, `/introductions/new?organisation=${items[0]!.target.id}`);
  await firm.getByLabel(/^Why you want/).fill('Once more');
  await firm.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(firm.getByRole('alert')).toContainText('You have asked for this member before');
  await expect(firm.getByLabel(/^Why you want/)).toHaveValue('Once more');
});

test('a relation is stated by search without script, and confirmed by the other side', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const [firm, buyer] = [await openAs('enterprise'), await openAs('merchant')];
  const buyerId = await ownId(buyer);
  const { names } = (await (await firm.request.get(`/api/v1/members/${buyerId}`)).json()) as {
    names: { en: string };
  };
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await firm.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/network/new');
  await plain.getByRole('searchbox', { name: 'Find a member' }).fill(names.en);
  await plain.locator('main').getByRole('button', { name: 'Search' }).click();
  await plain.locator(`a[href="?organisation=${buyerId}"], a[href$="organisation=${buyerId}"]`).click();
  await plain.getByLabel(/^What it rests on/).fill('Two orders');
  await plain.getByLabel(/^How far/).fill('70');
  await plain.getByRole('button', { name: 'State it' }).click();
  await expect(plain.getByText(/^Waits for the other side/)).toBeVisible();
  const address = new URL(plain.url()).pathname;
  await context.close();

  await open(buyer, address);
  await buyer.getByLabel(/^How far/).fill('900');
  await buyer.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(buyer.getByRole('alert')).toBeVisible();
  await expect(buyer.getByLabel(/^How far/)).toHaveValue('900');
  await buyer.getByLabel(/^How far/).fill('60');
  await buyer.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(buyer.getByText(/^Confirmed by both. Trust that counts: 60/)).toBeVisible();

  await buyer.locator('summary', { hasText: 'End this relation' }).click();
  await buyer.getByRole('button', { name: 'End this relation' }).click();
  await buyer.waitForURL('**/network');
});
