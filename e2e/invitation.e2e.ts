import type { APIRequestContext, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { awake, expect, test } from './people.ts';

const password = 'a long enough password';
const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Invites an address into the demo enterprise, as its owner does. @returns the link's path */
async function invite(owner: Page, email: string): Promise<string> {
  await owner.goto('/organisation/people');
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

/** Signs up from the mail, proves the address and accepts. */
async function accept(page: Page, link: string, email: string): Promise<void> {
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
}

test('who is invited signs up from the mail, proves the address, accepts, and works for the organisation', async ({
  openAs,
}) => {
  const email = `invited-${unique()}@mail.example`;
  const link = await invite(await openAs('enterprise'), email);
  const page = await openAs(undefined);
  await accept(page, link, email);
  await page.goto(link);
  await expect(page.getByText(/has been accepted already/)).toBeVisible();
});

test('a person of two organisations chooses for which they act, by keyboard and without script; what they see follows', async ({
  openAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const email = `both-${unique()}@mail.example`;
  const page = await openAs(undefined);
  await accept(page, await invite(await openAs('enterprise'), email), email);
  await expect(page.getByRole('link', { name: 'My products' })).toBeVisible();
  const named = page.getByLabel('Name in English');
  const enterprise = await named.inputValue();
  const change = page.locator('header summary');
  await expect(change).toHaveCount(0);
  await page.goto(await invite(await openAs('merchant'), email));
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL('**/organisation');
  const merchant = await named.inputValue();
  expect(merchant).not.toBe(enterprise);
  await expect(change).toContainText(`Acting for ${merchant}`);
  await expect(page.getByRole('link', { name: 'My products' })).toHaveCount(0);
  await page.goto('/organisation/people');
  await expect(page.getByText('merchant@demo.example')).toBeVisible();

  await awake(page);
  await change.press('Enter');
  await page.keyboard.press('Escape');
  await expect(change).toBeFocused();
  await expect(page.locator('header form[action="/organisations"]')).toBeHidden();
  await page.keyboard.press('Enter');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await faultsOf(page, { within: 'header' })).toEqual([]);
    const box = (await page.locator('header form[action="/organisations"]').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/organisation');
  await expect(named).toHaveValue(enterprise);
  await page.goto('/organisation/people');
  await expect(page.getByText('enterprise@demo.example')).toBeVisible();
  await page.getByRole('link', { name: 'My products' }).click();
  await expect(page.locator('main a[href^="/organisation/products/"]').nth(1)).toBeVisible();

  const plain = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const scriptless = await plain.newPage();
  await scriptless.goto('/products');
  await scriptless.locator('header summary').click();
  await scriptless.locator('header form[action="/organisations"] button').click();
  await expect(scriptless).toHaveURL(/\/organisation$/);
  await expect(scriptless.getByLabel('Name in English')).toHaveValue(merchant);
  await plain.close();

  // What the form doesn't offer is refused in words, and nothing changes.
  await page.goto('/organisations');
  await expect(page.getByRole('listitem').filter({ hasText: merchant })).toContainText('You act for it now');
  const refused = await page.request.post('/organisations', {
    form: { id: '01a14e2d-3371-7000-8000-014f3eb2e748' },
    headers: { origin: baseURL! },
  });
  expect(refused.status()).toBe(404);
  // A tab that was opened for the one says so when the other is chosen elsewhere.
  const tab = await page.context().newPage();
  await tab.goto('/plans/new');
  await awake(tab);
  await page.getByRole('button', { name: `Act for ${enterprise}` }).click();
  await page.waitForURL('**/organisation');
  await expect(named).toHaveValue(enterprise);
  await expect(tab.getByRole('alert')).toContainText('In another tab you chose another organisation');
  await tab.getByRole('button', { name: 'Go on with that one' }).click();
  await expect(tab.getByLabel('Name in English')).toHaveValue(enterprise);
  await expect(tab.getByRole('alert')).toHaveCount(0);
});

test('an owner gives a person another part and takes one out after confirming; a person leaves; the only owner can’t', async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const owner = await openAs('enterprise');
  const [first, second] = [`first-${unique()}@mail.example`, `second-${unique()}@mail.example`];
  const leaver = await openAs(undefined);
  await accept(leaver, await invite(owner, first), first);
  const other = await openAs(undefined);
  await accept(other, await invite(owner, second), second);

  await owner.goto('/organisation/people');
  const line = (email: string) => owner.getByRole('listitem').filter({ hasText: email });
  await expect(owner.getByText('The only owner can’t leave')).toBeVisible();
  await expect(line('enterprise@demo.example').locator('summary')).toHaveCount(0);
  await line(first).getByRole('combobox').selectOption({ label: 'Administrator' });
  // Reloaded before it is answered, the page would take the change back with it.
  const answered = owner.waitForResponse((response) => response.request().method() === 'POST');
  await line(first).getByRole('button', { name: 'Change' }).click();
  await answered;
  await owner.reload();
  await awake(owner);
  await expect(line(first).getByRole('combobox')).toHaveValue('admin');

  await line(second).locator('summary').press('Enter');
  await expect(line(second).getByText('can no longer act for the organisation')).toBeVisible();
  await owner.keyboard.press('Escape');
  await expect(line(second).getByRole('button', { name: 'Take out' })).toBeHidden();
  await expect(line(second).locator('summary')).toBeFocused();
  await owner.keyboard.press('Enter');
  await owner.keyboard.press('Tab');
  await owner.keyboard.press('Enter');
  await expect(line(second)).toHaveCount(0);
  await other.goto('/organisation');
  await other.waitForURL('**/apply');

  await leaver.goto('/organisation/people');
  await leaver.locator('summary', { hasText: 'Leave' }).click();
  await leaver.getByRole('button', { name: 'Leave' }).click();
  await leaver.waitForURL((url) => url.pathname === '/');
  await expect(leaver.getByRole('link', { name: 'My organisation' })).toHaveCount(0);
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
  await expect(owner.getByText(/There is no such invitation/)).toBeVisible();
  await owner.goto('/organisation/people');
  const line = owner.getByRole('listitem').filter({ hasText: email });
  await line.getByRole('button', { name: 'Withdraw' }).click();
  await expect(line).toHaveCount(0);
  // The link in the mail says what became of it, to whoever holds it, and names nobody.
  const holder = await openAs(undefined);
  await holder.goto(link);
  await expect(holder.getByText(/has withdrawn this invitation/)).toBeVisible();
  await expect(holder.getByRole('main')).not.toContainText(email);
});
