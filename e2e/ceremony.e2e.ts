import type { Page } from '@playwright/test';
import { totp } from '../apps/server/src/platform/testing/totp.ts';
import { agreedDeal } from './agreed-deal.ts';
import { awake, demoPassword, expect, forget, listen, test } from './people.ts';
import { addPasskey, secondStep } from './proofs.ts';

test('a ceremony: announced, both parties enter their contract, are called and sign, and the hall’s screen moves by itself', async ({
  openAs,
}, info) => {
  test.setTimeout(240_000);
  const keep = (page: Page, name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const desk = await openAs('secretariat');
  const seller = await openAs('enterprise');
  const buyer = await openAs('merchant');
  const hall = await openAs(undefined);
  const said = [desk, seller, buyer, hall].map(listen);

  // The secretariat drafts it from a pasted table; a line that is no time is named, and nothing typed is lost.
  const name = `Ceremony ${Date.now().toString(36)}`;
  await desk.goto('/board/ceremonies');
  await awake(desk);
  await desk.getByRole('link', { name: 'New ceremony' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'New ceremony' })).toBeVisible();
  await desk.getByLabel('Name (Simplified Chinese)').fill(`签约仪式 ${name}`);
  await desk.getByLabel('Name (English)').fill(name);
  await desk.getByLabel('Place (Simplified Chinese)').fill('布达佩斯');
  await desk.getByLabel('Place (English)').fill('Budapest');
  await desk.getByLabel('Begins').fill('2099-07-01T09:00');
  await desk.getByLabel('Ends').fill('2099-07-01T12:00');
  await desk.getByLabel('Time zone').fill('Europe/Budapest');
  const agenda = desk.getByLabel('Agenda, one item a line');
  await agenda.fill('09:00\t开场\tOpening\t\tChair\nsoon\t签约\tSigning');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByText(/^Line 2: /)).toBeVisible();
  await agenda.fill('09:00\t开场\tOpening\t\tChair\n09:30\t签约\tSigning');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(desk.getByText('09:00–12:00 (Europe/Budapest)')).toBeVisible();
  const ceremony = new URL(desk.url()).pathname;
  expect((await hall.goto(ceremony))!.status()).toBe(404);
  await desk.getByRole('button', { name: 'Announce it' }).click();
  await expect(desk.getByText('Announced', { exact: true })).toBeVisible();

  await hall.goto(`${ceremony}?screen=1`);
  await expect(hall.getByText('Live', { exact: true })).toBeVisible();
  const contracted = hall.locator('[data-tier="contract"] dd');
  const before = await contracted.innerText();

  // A contract to be signed, and what both need to sign it.
  const deal = await agreedDeal(seller, buyer);
  await addPasskey(seller);
  const secret = await secondStep(buyer);
  try {
    await seller.goto(`/deals/${deal}/contract`);
    await seller.getByRole('button', { name: 'Chinese and English' }).click();
    await expect(seller.getByText('Draft', { exact: true })).toBeVisible();
    await seller.getByRole('button', { name: 'Issue it' }).click();
    await expect(seller.getByText('To be signed', { exact: true })).toBeVisible();
    await awake(seller);
    await seller.getByLabel('Ceremony', { exact: true }).selectOption({ label: `${name}, Jul 1, 2099` });
    await seller.getByLabel('The screen may show our name').check();
    await seller.getByRole('button', { name: 'Ask to sign there' }).click();
    await expect(seller.getByText('Waits for the other party')).toBeVisible();
    await keep(seller, 'asked');
    await buyer.goto(`/deals/${deal}/contract`);
    await awake(buyer);
    await expect(buyer.getByText(/would like to sign this contract at the ceremony/)).toBeVisible();
    expect(await hall.locator('[data-slot]').count()).toBe(0);
    await buyer.getByRole('button', { name: 'Agree', exact: true }).click();
    // All three pages follow: the hall, the other party's, and the one that agreed.
    await expect(hall.locator('[data-slot="queued"]')).toHaveCount(1, { timeout: 20_000 });
    await expect(seller.getByText('In the queue')).toBeVisible({ timeout: 20_000 });
    await expect(buyer.getByText('In the queue')).toBeVisible();
    // The seller is named, the buyer isn't.
    const names = hall.locator('[data-slot="queued"] .font-name');
    await expect(names).toHaveCount(1);
    await expect(names).not.toContainText('·');
    // The buyer follows the ceremony on its own page.
    await buyer.goto(ceremony);
    await awake(buyer);

    await desk.reload();
    await awake(desk);
    await desk.getByRole('button', { name: 'Open it' }).click();
    await desk.getByRole('button', { name: 'Call the next' }).click();
    await expect(hall.locator('[data-slot="called"]')).toBeVisible({ timeout: 20_000 });
    await keep(hall, 'called');
    await keep(desk, 'leading');
    await expect(seller.getByRole('link', { name: 'It is your turn: sign now' })).toBeVisible({
      timeout: 20_000,
    });
    await expect(buyer.getByText('It is your turn')).toBeVisible({ timeout: 20_000 });
    await keep(buyer, 'turn');
    await seller.getByRole('button', { name: 'Sign with a passkey' }).click();
    await expect(seller.getByText(/signed on .*\(passkey\)/)).toBeVisible();
    await expect(seller.getByText('It is called; the other signature is awaited.')).toBeVisible();
    expect(await contracted.innerText()).toBe(before);
    await buyer.getByRole('link', { name: 'Sign now' }).click();
    await buyer.getByLabel('Password').fill(demoPassword());
    await buyer.getByLabel('One-time code').fill(totp(secret));
    await buyer.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(buyer.getByText('Signed and sealed', { exact: true })).toBeVisible();
  } finally {
    await buyer.request.post('/api/auth/two-factor/disable', {
      data: { password: demoPassword() },
      headers: { origin: new URL(buyer.url()).origin },
    });
    forget('merchant');
  }

  // Nobody touched the hall's screen.
  await expect(hall.locator('[data-slot="signed"]')).toHaveCount(1, { timeout: 20_000 });
  await expect(hall.locator('[data-slot="called"]')).toHaveCount(0);
  await expect.poll(() => contracted.innerText(), { timeout: 20_000 }).not.toBe(before);
  await keep(hall, 'signed');
  await expect(seller.getByText('Signed and sealed', { exact: true })).toBeVisible({ timeout: 20_000 });
  // The desk's page has followed, too, and closes the ceremony.
  await expect(desk.getByText('1 signed')).toBeVisible({ timeout: 20_000 });
  await desk.locator('summary', { hasText: 'Close it' }).click();
  await desk.getByRole('button', { name: 'Close it' }).click();
  await expect(desk.getByText('Closed', { exact: true })).toBeVisible();
  await expect(hall.getByText('The ceremony is over.')).toBeVisible({ timeout: 20_000 });
  expect(said.flat().filter((line) => !line.includes('400') && !line.includes('404'))).toEqual([]);
});
