import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page, TestInfo } from '@playwright/test';
import { agreedDeal } from './agreed-deal.ts';
import { awake, expect, forget, listen, test } from './people.ts';
import { addPasskey } from './proofs.ts';

const keep = (page: Page, info: TestInfo, name: string) =>
  page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

const sign = async (page: Page, deal: string) => {
  await page.goto(`/deals/${deal}/contract`);
  await awake(page);
  await page.getByRole('button', { name: 'Sign with a passkey' }).click();
  await expect(page.getByText(/signed on .*\(passkey\)/).first()).toBeVisible();
};

test('a seller makes packing list and origin application, is told what contradicts, and the council certifies', async ({
  openAs,
}, info) => {
  test.setTimeout(180_000);
  const [seller, buyer, council] = [
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('council'),
  ];
  const said = [seller, buyer, council].map(listen);
  const deal = await agreedDeal(seller, buyer);
  await addPasskey(seller, 'papers desk');
  await addPasskey(buyer, 'papers desk');
  await seller.goto(`/deals/${deal}/contract`);
  await seller.getByRole('button', { name: 'Chinese and English' }).click();
  await seller.getByRole('button', { name: 'Issue it' }).click();
  await expect(seller.getByText('To be signed', { exact: true })).toBeVisible();
  await sign(seller, deal);
  await sign(buyer, deal);

  await seller.goto(`/deals/${deal}`);
  await seller.getByRole('link', { name: 'Papers', exact: true }).click();
  await seller.getByRole('button', { name: 'Packing list' }).click();
  await seller.waitForURL('**/papers/*-*');
  await expect(seller.getByText('Line 1 lacks weights, packages or their kind.')).toBeVisible();
  await awake(seller);
  const line = seller.getByRole('group', { name: 'Line 1' });
  await line.getByLabel('Net weight (kg)').fill('much');
  await seller.getByRole('button', { name: 'Save the draft' }).click();
  await expect(seller.getByRole('alert')).toBeVisible();
  await expect(line.getByLabel('Net weight (kg)')).toHaveValue('much');
  await line.getByLabel('Net weight (kg)').fill('600');
  await line.getByLabel('Gross weight (kg)').fill('660,5');
  await line.getByLabel('Packages').fill('50');
  await line.getByLabel('Kind of package').selectOption({ label: 'carton' });
  await line.getByLabel('Quantity (piece)').fill('1201');
  await seller.getByRole('button', { name: 'Save the draft' }).click();
  await expect(seller.getByRole('heading', { name: 'Contradictions' })).toBeVisible();
  await expect(seller.getByRole('row', { name: 'Line 1 Quantity 1,200 1,201' })).toBeVisible();
  await keep(seller, info, 'contradiction');
  await line.getByLabel('Quantity (piece)').fill('1200');
  await seller.getByRole('button', { name: 'Save the draft' }).click();
  await expect(seller.getByText('It is complete and agrees')).toBeVisible();
  await seller.getByRole('button', { name: 'Issue it' }).click();
  await expect(seller.getByText('Issued', { exact: true })).toBeVisible();
  await keep(seller, info, 'packing-list');

  await seller.getByRole('link', { name: 'Back to the papers' }).click();
  await seller.getByRole('button', { name: 'Data for a certificate of origin' }).click();
  await seller.waitForURL('**/papers/*-*');
  await expect(seller.getByLabel('Gross weight (kg)').first()).toHaveValue('660.5');
  await seller
    .getByLabel('Kind of certificate')
    .selectOption({ label: 'Non-preferential certificate of origin' });
  await seller.getByLabel(/^Seller's address/).fill('Chengdu, Pidu, Demo road 1');
  await seller.getByLabel(/^Consignee/).fill('Demo shop, Budapest');
  await seller.getByLabel(/^Producer/).fill('Demo sauce works');
  await seller.getByLabel(/^Transport/).selectOption({ label: 'Rail' });
  await seller.getByRole('button', { name: 'Save the draft' }).click();
  await expect(seller.getByText('It is complete and agrees')).toBeVisible();
  await seller.getByRole('button', { name: 'Issue it' }).click();
  await expect(seller.getByRole('button', { name: 'Submit the application' })).toBeVisible();
  await keep(seller, info, 'application');
  await seller.getByRole('button', { name: 'Submit the application' }).click();
  await expect(seller.getByText('With the council', { exact: true })).toBeVisible();

  await council.goto('/papers');
  await keep(council, info, 'council');
  const number = (await seller.locator('main .tabular-nums').first().textContent())!;
  await council.getByRole('link', { name: number }).click();
  await council.getByLabel('Number of the certificate').fill('26C5100001');
  await council.getByRole('button', { name: 'Note that it is issued' }).click();
  await expect(council.getByText('Certificate 26C5100001')).toBeVisible();
  await seller.reload();
  await expect(seller.getByText('Certificate 26C5100001')).toBeVisible();
  await keep(seller, info, 'certified');

  // Papers as they leave the house, read by tools that aren't ours.
  const file = info.outputPath('application.pdf');
  const address = await seller.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href');
  writeFileSync(file, await (await seller.request.get(address!)).body());
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', file, '-']);
  for (const one of ['210390', '660.5', 'It is no certificate', '不是证书']) expect(stdout).toContain(one);
  await buyer.goto(`/deals/${deal}/papers`);
  await expect(buyer.getByRole('link', { name: 'Packing list' })).toBeVisible();
  expect(said.flat().filter((text) => !text.includes('400'))).toEqual([]);
  for (const who of ['enterprise', 'merchant'] as const) forget(who);
});

test('whoever issues a contract or a paper issues what stands in its form, without script too', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const [seller, buyer] = [await openAs('enterprise'), await openAs('merchant')];
  const deal = await agreedDeal(seller, buyer);
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await seller.context().storageState(),
  });
  const plain = await context.newPage();
  const items = async <T>(address: string) =>
    ((await (await seller.request.get(`/api/v1/deals/${deal}/${address}`)).json()) as { items: T[] }).items;
  await plain.goto(`/deals/${deal}/contract`);
  await plain.getByRole('button', { name: 'Chinese and English' }).click();
  await plain.getByLabel('Place', { exact: true }).fill('Wien Süd');
  await plain.getByRole('button', { name: 'Issue it' }).click();
  await expect(plain.getByText('To be signed', { exact: true })).toBeVisible();
  const [contract] = await items<{ id: string }>('contracts');
  const read = async (address: string) => (await seller.request.get(`/api/v1/${address}`)).json();
  expect(await read(`contracts/${contract!.id}`)).toMatchObject({
    state: 'issued',
    terms: { place: 'Wien Süd' },
  });

  await plain.goto(`/deals/${deal}/papers`);
  await plain.getByRole('button', { name: 'Proforma invoice' }).click();
  const address = new URL(plain.url()).pathname.replace(/^\//, '');
  // Refused for what is missing: what was typed is saved, and issued once the rest is there.
  await plain.getByLabel(/^Seller's address/).fill('Chengdu, Pidu, Demo road 1');
  await plain.getByRole('button', { name: 'Issue it' }).click();
  await expect(plain.getByRole('alert')).toBeVisible();
  await expect(plain.getByLabel(/^Seller's address/)).toHaveValue('Chengdu, Pidu, Demo road 1');
  await context.close();

  await seller.goto(`/${address}`);
  await awake(seller);
  await seller.getByLabel(/^Buyer's address/).fill('Fő utca 1, 1011 Budapest');
  await seller.getByRole('button', { name: 'Issue it' }).click();
  await expect(seller.getByRole('alert')).toBeVisible();
  await seller.getByLabel(/^Valid until/).fill('2099-12-31');
  await seller.getByRole('button', { name: 'Issue it' }).click();
  await expect(seller.getByText('Issued', { exact: true })).toBeVisible();
  expect(await read(address)).toMatchObject({
    state: 'issued',
    content: {
      details: { sellerAddress: 'Chengdu, Pidu, Demo road 1', buyerAddress: 'Fő utca 1, 1011 Budapest' },
    },
  });
});
