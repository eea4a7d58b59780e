import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './people.ts';

const password = 'a long enough password';
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Invites an address into the demo enterprise, as its owner does. @returns the link's path */
async function invite(owner: Page, email: string): Promise<string> {
  await owner.goto('/organisation');
  await owner.getByLabel('Email of whom you invite').fill(email);
  await owner.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(owner.getByRole('listitem').filter({ hasText: email })).toContainText('invited, valid until');
  return linkMailed(owner.request, email, /\/invitations\/\S+/);
}

/** The first address of that shape in a mail to somebody, once it lies in the outbox. */
async function linkMailed(request: APIRequestContext, email: string, shape: RegExp): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const { items } = (await (await request.get('/api/v1/mails')).json()) as {
      items: { recipient: string; body: string }[];
    };
    link = items
      .filter(({ recipient }) => recipient === email)
      .flatMap(({ body }) => shape.exec(body) ?? [])
      .at(0);
    expect(link).toBeDefined();
  }).toPass();
  return link!;
}

test('who is invited signs up from the mail, proves the address, accepts, and works for the organisation', async ({
  openAs,
}) => {
  const email = `invited-${unique()}@mail.example`;
  const link = await invite(await openAs('enterprise'), email);
  const page = await openAs(undefined);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Invitation' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Your name').fill('Invited Person');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText(email);
  await page.goto(await linkMailed(page.request, email, /http\S+verify-email\S+/));
  await page.waitForURL((url) => url.pathname === link);
  await expect(page.getByText('enterprise@demo.example')).toBeVisible();
  await expect(page.getByText('Member', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL('**/organisation');
  await expect(page.getByRole('link', { name: 'My organisation' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(/has been answered already/)).toBeVisible();
});

test('an invitation for somebody else, or one that never was, says so and what to do', async ({ openAs }) => {
  const owner = await openAs('enterprise');
  const email = `other-${unique()}@mail.example`;
  const link = await invite(owner, email);
  // The same person twice is refused in words, beside the form.
  await owner.getByLabel('Email of whom you invite').fill(email);
  await owner.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(owner.getByRole('alert')).toContainText('has an open invitation');
  await owner.goto(link);
  await expect(owner.getByText(/you are signed in as enterprise@demo\.example/)).toBeVisible();
  await owner.goto('/invitations/01a14e2d-3371-7000-8000-014f3eb2e748');
  await expect(owner.getByText(/does not exist/)).toBeVisible();
  await owner.goto('/organisation');
  const line = owner.getByRole('listitem').filter({ hasText: email });
  await line.getByRole('button', { name: 'Withdraw' }).click();
  await expect(line).toHaveCount(0);
});
