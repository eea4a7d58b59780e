import { awake, expect, test } from './people.ts';

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

test('versions beyond a page are reached, and one of them opens beside its place in the list', async ({
  openAs,
}) => {
  const desk = await openAs('secretariat');
  const versions = async () =>
    (
      (await (await desk.request.get('/api/v1/charter/versions?limit=100')).json()) as {
        items: { number: number; adoptedOn: string }[];
      }
    ).items;
  for (let known = await versions(); known.length < 25; known = await versions())
    await desk.request.post('/api/v1/charter/versions', {
      data: { adoptedOn: known[0]?.adoptedOn ?? '2025-09-16', texts: { en: 'Article 1: purpose' } },
    });
  await desk.goto('/charter');
  const list = desk.getByRole('region', { name: 'All versions' });
  await list.getByRole('link', { name: 'Next page' }).click();
  await desk.waitForURL(/\/charter\?versions=[^#]+#versions$/);
  const oldest = list.getByRole('listitem').getByRole('link').last();
  await oldest.click();
  await expect(list.locator('[aria-current=true]')).toHaveCount(1);
  await expect(desk.getByRole('link', { name: /^Read version/ })).toBeVisible();
});

test('the secretariat publishes the next version; a date before the last is refused beside its field and nothing typed is lost', async ({
  openAs,
}) => {
  const tail = unique();
  const desk = await openAs('secretariat');
  await desk.goto('/charter');
  await desk.getByRole('link', { name: 'Publish a new version' }).click();
  await desk.waitForURL('**/charter/new');
  await awake(desk);
  const title = (await desk.locator('h1').textContent())!;
  await desk.getByLabel('Chinese').fill(`第一条 宗旨 ${tail}`);
  await desk.getByLabel('English').fill(`Article 1: purpose ${tail}\nArticle 2: members`);
  await desk.getByLabel('Adopted on').fill('2099-01-01');
  await desk.locator('summary', { hasText: 'Publish' }).click();
  await expect(desk.getByText('can’t be changed or taken back')).toBeVisible();
  await desk.getByRole('button', { name: 'Publish' }).click();
  await desk.waitForURL(/\/charter\?version=\d+$/);
  await expect(desk.getByText(`Article 1: purpose ${tail}`)).toBeVisible();
  const number = new URL(desk.url()).searchParams.get('version')!;
  expect(title).toContain(`Version ${number}`);

  // The next begins from it.
  await desk.getByRole('link', { name: 'Publish a new version' }).click();
  await expect(desk.getByLabel('Chinese')).toHaveValue(`第一条 宗旨 ${tail}`);
  await awake(desk);
  await desk.getByLabel('English').fill(`Article 1: nothing else ${tail}`);
  await desk.getByLabel('Adopted on').fill('2098-12-31');
  await desk.locator('summary', { hasText: 'Publish' }).click();
  await desk.getByRole('button', { name: 'Publish' }).click();
  await expect(desk.getByRole('alert')).toBeFocused();
  const adopted = desk.getByLabel('Adopted on');
  await expect(adopted).toHaveAttribute('aria-invalid', 'true');
  await expect(adopted).toHaveAccessibleDescription(/can’t have been adopted before it/);
  await expect(adopted).toHaveValue('2098-12-31');
  await expect(desk.getByLabel('English')).toHaveValue(`Article 1: nothing else ${tail}`);
  // Closed and opened again the draft is there.
  await desk.goto('/charter/new');
  await expect(desk.getByText('brought back')).toBeVisible();
  await expect(desk.getByLabel('English')).toHaveValue(`Article 1: nothing else ${tail}`);

  const reader = await openAs(undefined);
  await reader.goto('/charter');
  await expect(reader.getByText('Article 2: members')).toBeVisible();
  await expect(reader.getByRole('link', { name: 'Publish a new version' })).toHaveCount(0);
});

test('the secretariat records who signed, for a member found by its name; without script too', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const tail = unique();
  const desk = await openAs('secretariat');
  const { items: versions } = (await (await desk.request.get('/api/v1/charter/versions')).json()) as {
    items: object[];
  };
  if (versions.length === 0)
    await desk.request.post('/api/v1/charter/versions', {
      data: { adoptedOn: '2025-09-16', texts: { en: 'Article 1: purpose' } },
    });
  const { items } = (await (await desk.request.get('/api/v1/members?kind=association&limit=1')).json()) as {
    items: { names: Record<string, string> }[];
  };
  const member = items[0]!.names['en']!;
  const plain = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await desk.context().storageState(),
  });
  const page = await plain.newPage();
  await page.goto('/charter');
  await page.getByRole('link', { name: 'Record a signature' }).click();
  await page.getByLabel('Name in English').fill(`Demo Signatory ${tail}`);
  await page.getByLabel('For which member').fill('association');
  await page.getByLabel('Signed on').fill('2025-09-16');
  const record = async () => {
    await page.locator('summary', { hasText: 'Record' }).click();
    await page.getByRole('button', { name: 'Record' }).click();
  };
  await record();
  // Several are called so: which one is asked, and all that was typed stands.
  await expect(page.getByText('Which of these is it?')).toBeVisible();
  expect(await page.getByRole('radio').count()).toBeGreaterThan(1);
  await expect(page.getByLabel('Name in English')).toHaveValue(`Demo Signatory ${tail}`);
  await expect(page.getByLabel('Signed on')).toHaveValue('2025-09-16');
  await page.getByLabel('For which member').fill('qqqq zzzz');
  await page.getByRole('radio').first().check();
  await record();
  await expect(page.getByLabel('For which member')).toHaveAccessibleDescription(
    /No admitted member is found/,
  );
  await page.getByLabel('For which member').fill(member);
  await record();
  await expect(page).toHaveURL(/\/charter#signatories$/);
  const line = page.getByRole('listitem').filter({ hasText: `Demo Signatory ${tail}` });
  await expect(line).toContainText(member);
  await plain.close();

  // Recorded wrongly, it is taken out again.
  await desk.goto('/charter');
  const wrong = desk.getByRole('listitem').filter({ hasText: `Demo Signatory ${tail}` });
  await wrong.locator('summary', { hasText: 'Take out' }).click();
  await wrong.getByRole('button', { name: 'Take out' }).click();
  await expect(wrong).toHaveCount(0);

  // What names nobody is refused beside the field.
  await desk.goto('/charter/signatories/new');
  await awake(desk);
  await desk.getByLabel('Signed on').fill('2025-09-17');
  await desk.locator('summary', { hasText: 'Record' }).click();
  await desk.getByRole('button', { name: 'Record' }).click();
  await expect(desk.getByLabel('Name in Chinese')).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.getByLabel('Signed on')).toHaveValue('2025-09-17');
});

test('the forms are the secretariat’s alone', async ({ openAs }) => {
  const member = await openAs('merchant');
  for (const address of ['/charter/new', '/charter/signatories/new'])
    expect((await member.goto(address))!.status()).toBe(403);
  const visitor = await openAs(undefined);
  await visitor.goto('/charter/new');
  await expect(visitor).toHaveURL(/\/sign-in\?next=/);
});
