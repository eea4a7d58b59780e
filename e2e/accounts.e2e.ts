import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { totp } from '../apps/server/src/platform/testing/totp.ts';
import { expect, signIn, test } from './people.ts';
import { addPasskey } from './proofs.ts';

const password = 'a long enough password';
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(email);
  await page.goto(await linkMailedTo(page, email));
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}

/** The link in the newest mail to an address; without a mail server mails lie in the outbox. */
async function linkMailedTo(page: Page, email: string): Promise<string> {
  const { items } = (await (await page.request.get('/api/v1/mails')).json()) as {
    items: { recipient: string; body: string }[];
  };
  return /http\S+/.exec(items.find(({ recipient }) => recipient === email)!.body)![0];
}

test('a merchant signs up, applies, is admitted with a reason, reads it in a mail, and stands in the directory', async ({
  openAs,
}) => {
  const tail = unique();
  const merchant = await openAs(undefined);
  await signUp(merchant, 'Test Person', `merchant-${tail}@mail.example`);
  await merchant.goto('/apply');
  await merchant.getByLabel('Kind').selectOption({ label: 'Overseas merchant' });
  await merchant.getByLabel('Name in Chinese').fill(`测试商行 ${tail}`);
  await merchant.getByLabel('Name in English').fill(`Test Trading ${tail}`);
  await merchant.getByLabel('Country or region').selectOption({ label: 'Hungary' });
  await merchant.getByLabel('City', { exact: true }).fill('Budapest');
  await merchant.getByLabel('Hungarian').check();
  await merchant.getByLabel('Simplified Chinese').check();
  await merchant.getByText('Choose countries and regions').click();
  await merchant.getByLabel('Slovakia').check();
  await merchant.getByLabel('Local register number').fill('01-09-123456');
  await merchant.getByLabel('Person').fill('Test Person');
  await merchant.getByLabel('Email').fill(`merchant-${tail}@mail.example`);
  await merchant.getByLabel('Why do you want to join?').fill('To sell chilli sauce in Hungary.');
  await merchant.getByLabel('What can you offer other members?').fill('A chilled warehouse.');
  // What the server refuses stands beside its field, and nothing typed is lost.
  await merchant.getByLabel('Telephone').or(merchant.getByLabel('Phone')).fill('12');
  await merchant.getByRole('button', { name: 'Send the application' }).click();
  await expect(merchant.getByText('with the country code, such as +86 28 1234 5678.').first()).toBeVisible();
  await expect(merchant.getByLabel('Name in English')).toHaveValue(`Test Trading ${tail}`);
  await merchant.getByLabel('Telephone').or(merchant.getByLabel('Phone')).fill('+36 1 234 5678');
  await merchant
    .getByLabel('Evidence')
    .or(merchant.getByLabel('Business licence'))
    .setInputFiles({
      name: 'licence.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    });
  await merchant.getByRole('button', { name: 'Send the application' }).click();
  await merchant.waitForURL(/\/admissions\/[0-9a-f-]{36}$/);
  await expect(merchant.getByText('Open', { exact: true })).toBeVisible();
  const application = new URL(merchant.url()).pathname;

  const before = await openAs(undefined);
  await before.goto(`/members?q=Test Trading ${tail}`);
  await expect(before.locator('main a[href^="/members/"]').filter({ hasText: tail })).toHaveCount(0);

  const secretariat = await openAs('secretariat');
  await secretariat.goto('/admissions?state=open');
  const [sheet] = await Promise.all([
    secretariat.waitForEvent('download'),
    secretariat.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe('applications.csv');
  const desk = readFileSync(await sheet.path(), 'utf8');
  expect(desk).toContain(`"Test Trading ${tail}"`);
  expect(desk).not.toContain(`merchant-${tail}@mail.example`);
  await secretariat.goto(application);
  await expect(secretariat.getByRole('link', { name: 'licence.pdf' })).toBeVisible();
  // A question, answered within the application with a file.
  await secretariat.getByLabel('Question').fill(`Since when do you trade ${tail}?`);
  await secretariat.getByRole('button', { name: 'Ask' }).click();
  await expect(secretariat.getByText('No answer yet.', { exact: true })).toBeVisible();
  await expect(secretariat.getByLabel('Question')).toHaveValue('');
  await secretariat.goto('/admissions?waitsFor=applicant');
  await expect(secretariat.locator('main')).toContainText(`Test Trading ${tail}`);
  await merchant.goto(application);
  await expect(merchant.getByText(`Since when do you trade ${tail}?`)).toBeVisible();
  await merchant.getByLabel('Your answer').fill('Since 2011, as the register says.');
  const files = merchant.getByLabel('Files that show it');
  await files.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') });
  await merchant.getByRole('button', { name: 'Send the answer' }).click();
  await expect(merchant.getByRole('alert').first()).toBeVisible();
  await expect(merchant.getByLabel('Your answer')).toHaveValue('Since 2011, as the register says.');
  await files.setInputFiles({
    name: 'register.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  });
  await merchant.getByRole('button', { name: 'Send the answer' }).click();
  await expect(merchant.getByRole('link', { name: 'register.pdf' })).toBeVisible();
  await expect(merchant.getByRole('button', { name: 'Send the answer' })).toHaveCount(0);
  await secretariat.goto(`/admissions?waitsFor=desk&q=${tail}`);
  await expect(secretariat.getByText('Answered', { exact: true })).toBeVisible();
  await secretariat.goto(application);
  await expect(secretariat.getByText('Since 2011, as the register says.')).toBeVisible();
  await expect(secretariat.getByRole('link', { name: 'register.pdf' })).toBeVisible();
  await secretariat.getByLabel('Reason').fill(`Known to the association ${tail}.`);
  await secretariat.getByRole('button', { name: 'Admit' }).click();
  await expect(secretariat.getByText('Admitted', { exact: true })).toBeVisible();

  await before.goto(`/members?q=Test Trading ${tail}`);
  await before.locator('main a[href^="/members/"]').filter({ hasText: tail }).first().click();
  await expect(before.locator('h1')).toContainText(tail);
  await expect(before.getByText(`merchant-${tail}@mail.example`)).toHaveCount(0);
  await expect(before.locator('main')).toContainText('Hungarian');
  await expect(before.locator('main')).toContainText('Slovakia');

  await expect(async () => {
    await secretariat.goto('/outbox');
    await expect(secretariat.getByText(`merchant-${tail}@mail.example`).first()).toBeVisible({
      timeout: 500,
    });
    await expect(secretariat.locator('main')).toContainText(`Known to the association ${tail}.`, {
      timeout: 500,
    });
  }).toPass();
});

test('a passkey is made and signs in by itself', async ({ openAs }) => {
  const page = await openAs(undefined);
  const email = `passkey-${unique()}@mail.example`;
  await signUp(page, 'Passkey Person', email);
  await addPasskey(page, 'office computer');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test('with the second step on, a password alone does not sign in; the code of the app does', async ({
  openAs,
}) => {
  const page = await openAs(undefined);
  const email = `totp-${unique()}@mail.example`;
  await signUp(page, 'Careful Person', email);
  await page.goto('/settings');
  const second = page.locator('section', { has: page.getByRole('heading', { name: 'Second step' }) });
  await second.getByLabel('Current password').fill(password);
  await second.getByRole('button', { name: 'Switch on' }).click();
  const secret = (await second.locator('p.font-mono').textContent())!.replaceAll(' ', '').replaceAll('=', '');
  await second.getByLabel('Code').fill(totp(secret));
  await second.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByText('It is on.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await signIn(page, email, password);
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Code').fill(totp(secret));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
