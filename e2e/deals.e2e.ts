import { agreedDeal } from './agreed-deal.ts';
import { awake, expect, test } from './people.ts';

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

test('two people in two browsers: inquiry, offer, counter-offer, agreed; each sees the other’s step', async ({
  openAs,
}) => {
  const title = `Doubanjiang ${unique()}`;
  const seller = await openAs('enterprise');
  const buyer = await openAs('merchant');
  const { organisationId } = (await (await seller.request.get('/api/v1/me')).json()) as {
    organisationId: string;
  };
  await buyer.goto(`/deals/new?with=${organisationId}`);
  await awake(buyer);
  await buyer.getByLabel('What it is about').fill(title);
  await buyer.getByLabel('Our side').selectOption('buyer');
  await buyer.getByLabel('First message').fill('We would like 500 jars a month.');
  await buyer.getByRole('button', { name: 'Open the deal' }).click();
  await expect(buyer.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await seller.goto('/deals?show=toAct');
  const line = seller.getByRole('row').filter({ hasText: title });
  await expect(line).toContainText('1 unread');
  await line.getByRole('link', { name: title }).click();
  await expect(seller.getByText('We would like 500 jars a month.')).toBeVisible();
  await seller.getByRole('link', { name: 'Make an offer' }).click();
  await expect(seller.getByRole('heading', { level: 1, name: 'Make an offer' })).toBeVisible();
  await awake(seller);
  const first = seller.getByRole('group', { name: 'Line 1' });
  await first.getByLabel('Goods').fill('Doubanjiang 500 g');
  await first.getByLabel('Quantity').fill('500');
  await first.getByLabel('Unit', { exact: true }).selectOption('H87');
  await first.getByLabel('Price a unit').fill('1.99');
  await seller.getByLabel('Named place').fill('Budapest');
  await seller.getByLabel('Payment').fill('30 % in advance');
  await seller.getByLabel('Open until').fill('2020-01-01');
  await seller.getByRole('button', { name: 'Send the offer' }).click();
  await expect(seller.getByRole('alert')).toContainText('2020');
  await expect(first.getByLabel('Price a unit')).toHaveValue('1.99');
  await seller.getByLabel('Open until').fill('2099-12-31');
  await seller.getByRole('button', { name: 'Send the offer' }).click();
  await expect(seller.getByText('€995.00').first()).toBeVisible();

  await buyer.reload();
  await expect(buyer.getByText('€995.00').first()).toBeVisible();
  await buyer.getByRole('link', { name: 'Make a counter-offer' }).click();
  await expect(buyer.getByRole('heading', { level: 1, name: 'Make a counter-offer' })).toBeVisible();
  await awake(buyer);
  const price = buyer.getByRole('group', { name: 'Line 1' }).getByLabel('Price a unit');
  await expect(price).toHaveValue('1.99');
  await price.fill('1.80');
  await buyer.getByRole('button', { name: 'Send the offer' }).click();
  await expect(buyer.getByText('€900.00').first()).toBeVisible();

  await seller.reload();
  await expect(seller.getByText('before: €995.00')).toBeAttached();
  await seller.locator('summary', { hasText: 'Accept' }).click();
  await expect(seller.getByText('You agree on €900.00')).toBeVisible();
  await seller.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(seller.getByText('Agreed', { exact: true }).first()).toBeVisible();
  await expect(seller.getByRole('link', { name: 'Contract', exact: true })).toBeVisible();

  // What one writes, the other reads; a file goes along.
  await seller.getByLabel('Write').fill(`Thank you ${title}`);
  await seller.getByLabel('Files').setInputFiles({
    name: 'labels.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('language,text\nhu,csípős\n'),
  });
  await seller.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(seller.getByRole('listitem').filter({ hasText: `Thank you ${title}` })).toBeVisible();
  await buyer.reload();
  await expect(buyer.getByText(`Thank you ${title}`)).toBeVisible();
  const file = await buyer.getByRole('link', { name: 'labels.csv' }).getAttribute('href');
  expect(await (await buyer.request.get(file!)).text()).toContain('csípős');
});

test('an offer that was taken back while the other read it can’t be accepted; whoever isn’t part of it finds no deal', async ({
  openAs,
}) => {
  const title = `Tea ${unique()}`;
  const [seller, buyer] = [await openAs('enterprise'), await openAs('merchant')];
  const { organisationId } = (await (await seller.request.get('/api/v1/me')).json()) as {
    organisationId: string;
  };
  const opened = await buyer.request.post('/api/v1/deals', {
    data: {
      kind: 'purchase',
      title,
      market: 'HU',
      withOrganisation: organisationId,
      ours: 'buyer',
      message: 'We would like some.',
    },
  });
  const { id } = (await opened.json()) as { id: string };
  const made = await seller.request.post(`/api/v1/deals/${id}/offers`, {
    data: {
      lines: [{ description: 'Tea', quantity: 10, unit: 'KGM', unitPrice: 900 }],
      currency: 'EUR',
      incoterm: 'DAP',
      place: 'Budapest',
      payment: 'On arrival',
      expiresOn: '2099-12-31',
    },
  });
  expect(made.status()).toBe(201);
  await buyer.goto(`/deals/${id}`);
  await awake(buyer);
  expect((await seller.request.post(`/api/v1/deals/${id}/offers/1/withdraw`)).ok()).toBe(true);
  // The page that reads it follows by itself; what was sent all the same is refused.
  await expect(buyer.locator('[aria-current=step]')).toContainText('Inquiry', { timeout: 20_000 });
  await expect(buyer.locator('summary', { hasText: 'Accept' })).toHaveCount(0);
  const late = await buyer.request.post(`/api/v1/deals/${id}/offers/1/accept`);
  expect(late.status()).toBe(409);

  const stranger = await openAs('association');
  expect((await stranger.goto(`/deals/${id}`))!.status()).toBe(404);
  expect((await stranger.request.get(`/api/v1/deals/${id}/messages`)).status()).toBe(404);
});

test('what one is writing stays while the other side writes', async ({ openAs }) => {
  const [seller, buyer] = [await openAs('enterprise'), await openAs('merchant')];
  const deal = await agreedDeal(seller, buyer);
  await buyer.goto(`/deals/${deal}`);
  await awake(buyer);
  const box = buyer.getByRole('textbox', { name: 'Write' });
  await box.fill('A long answer, not yet sent');
  const sent = await seller.request.post(`/api/v1/deals/${deal}/messages`, {
    data: { text: 'One more thing' },
  });
  expect(sent.status()).toBe(201);
  await expect(buyer.getByText('One more thing')).toBeVisible({ timeout: 20_000 });
  await expect(box).toHaveValue('A long answer, not yet sent');
  await buyer.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(buyer.getByRole('listitem').filter({ hasText: 'A long answer' })).toBeVisible();
  await expect(box).toHaveValue('');
});
