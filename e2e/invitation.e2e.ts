import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './people.ts';

const password = 'a long enough password';
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Invites an address into the demo enterprise, as its owner. @returns the link's path */
async function invite(owner: Page, email: string): Promise<string> {
  const me = (await (await owner.request.get('/api/v1/me')).json()) as { organisationId: string };
  const answer = await owner.request.post('/api/auth/organization/invite-member', {
    data: { email, role: 'member', organizationId: me.organisationId },
    headers: { origin: new URL((await owner.request.get('/')).url()).origin },
  });
  expect(answer.status()).toBe(200);
  const link = await linkMailed(owner.request, email, /\/invitations\/\S+/);
  expect(link).toContain(((await answer.json()) as { id: string }).id);
  return link;
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
  await page.waitForURL((url) => url.pathname === link);
  await expect(page.getByText(`First show that ${email} is yours`)).toBeVisible();
  await page.getByRole('button', { name: 'Send the confirmation mail again' }).click();
  await expect(page.getByText('The mail is on its way.')).toBeVisible();
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
  const link = await invite(owner, `other-${unique()}@mail.example`);
  await owner.goto(link);
  await expect(owner.getByText(/you are signed in as enterprise@demo\.example/)).toBeVisible();
  await owner.goto('/invitations/01a14e2d-3371-7000-8000-014f3eb2e748');
  await expect(owner.getByText(/does not exist/)).toBeVisible();
});
