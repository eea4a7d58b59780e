import { execFile } from 'node:child_process';
import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page, TestInfo } from '@playwright/test';
import { totp } from '../apps/server/src/platform/testing/totp.ts';
import { agreedDeal } from './agreed-deal.ts';
import { awake, demoPassword, expect, forget, listen, test } from './people.ts';
import { addPasskey, secondStep } from './proofs.ts';

/** Keeps a picture of what a person saw, beside the test's results. */
const keep = (page: Page, info: TestInfo, name: string) =>
  page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

test('two people sign one contract, one by passkey and one by password and code; anybody can check it', async ({
  openAs,
}, info) => {
  test.setTimeout(180_000);
  const seller = await openAs('enterprise');
  const buyer = await openAs('merchant');
  const said = [seller, buyer].map(listen);
  const deal = await agreedDeal(seller, buyer);
  await addPasskey(seller);
  const secret = await secondStep(buyer);
  try {
    await seller.goto(`/deals/${deal}/contract`);
    await seller.getByRole('button', { name: 'Chinese and English' }).click();
    await expect(seller.getByText('Draft', { exact: true })).toBeVisible();
    await awake(seller);
    const sample = seller.getByRole('group', { name: 'Sample' });
    await sample.getByLabel('Simplified Chinese').fill('封样两份。');
    await seller.getByRole('button', { name: 'Save the draft' }).click();
    // Half of a text in two languages is refused beside its field, and nothing typed is lost.
    await expect(seller.getByRole('alert')).toBeVisible();
    await expect(sample.getByLabel('Simplified Chinese')).toHaveValue('封样两份。');
    await sample.getByLabel('English').fill('Two sealed samples.');
    await seller.getByRole('button', { name: 'Save the draft' }).click();
    await expect(seller.getByRole('alert')).toHaveCount(0);
    await keep(seller, info, 'draft');
    await seller.getByRole('button', { name: 'Issue it' }).click();
    await expect(seller.getByText('To be signed', { exact: true })).toBeVisible();
    await awake(seller);
    await seller.getByRole('button', { name: 'Sign with a passkey' }).click();
    await expect(seller.getByText(/signed on .*\(passkey\)/)).toBeVisible();

    await buyer.goto(`/deals/${deal}/contract`);
    await buyer.getByLabel('Password').fill('not the password');
    await buyer.getByLabel('One-time code').fill('000000');
    await buyer.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(buyer.getByRole('alert')).toContainText('nothing was signed');
    await keep(buyer, info, 'to-sign');
    await buyer.getByLabel('Password').fill(demoPassword());
    await buyer.getByLabel('One-time code').fill(totp(secret));
    await buyer.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(buyer.getByText('Signed and sealed', { exact: true })).toBeVisible();
    await keep(buyer, info, 'signed');
  } finally {
    await buyer.request.post('/api/auth/two-factor/disable', {
      data: { password: demoPassword() },
      headers: { origin: new URL(buyer.url()).origin },
    });
    forget('merchant');
  }

  const address = await buyer.getByRole('link', { name: 'The sealed document' }).getAttribute('href');
  const file = info.outputPath('contract.pdf');
  writeFileSync(file, await (await buyer.request.get(address!)).body());
  // poppler-utils: tools that aren't ours.
  const run = promisify(execFile);
  const { stdout: signature } = await run('pdfsig', [file]);
  expect(signature).toContain('Signature is Valid');
  expect(signature).toContain('Total document signed');
  const { stdout: words } = await run('pdftotext', ['-raw', file, '-']);
  for (const one of [
    '购销合同',
    'Sales Contract',
    '封样两份。',
    'Two sealed samples.',
    'DAP Budapest',
    '签署证书',
  ])
    expect(words).toContain(one);

  const visitor = await openAs(undefined);
  await visitor.goto('/verify');
  await visitor.getByLabel('PDF file, at most 10 MB').setInputFiles(file);
  await visitor.getByRole('button', { name: 'Check it' }).click();
  await expect(visitor.getByRole('main').getByRole('status')).toContainText('not a byte has changed');
  await keep(visitor, info, 'verified');
  const altered = path.join(info.outputDir, 'altered.pdf');
  copyFileSync(file, altered);
  appendFileSync(altered, '\n');
  await visitor.getByLabel('PDF file, at most 10 MB').setInputFiles(altered);
  await visitor.getByRole('button', { name: 'Check it' }).click();
  await expect(visitor.getByRole('main').getByRole('status')).toContainText('something was added behind it');
  const [code] = /\/verify\?number=\S+/.exec(words)!;
  await visitor.goto(code);
  await expect(visitor.getByRole('main').getByRole('status')).toContainText(
    'was signed by both parties and sealed',
  );
  await keep(visitor, info, 'by-code');
  expect(readFileSync(altered).length).toBe(readFileSync(file).length + 1);
  expect(said.flat().filter((line) => !line.includes('400') && !line.includes('403'))).toEqual([]);
});
