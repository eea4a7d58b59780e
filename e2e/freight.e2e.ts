import { faultsOf } from './axe.ts';
import { expect, test } from './people.ts';

test('a 2.3 kg small packet is refused with the reason and EMS offered, without script too', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies([{ name: 'lang', value: 'en', url: baseURL! }]);
  const page = await context.newPage();
  await page.goto('/freight/quote');
  await page.getByLabel('Weight (g)').fill('2300');
  await page.getByLabel('Length (mm)').fill('300');
  await page.getByLabel('Width (mm)').fill('200');
  await page.getByLabel('Height (mm)').fill('100');
  await page.getByRole('button', { name: 'Quote' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(
    'Small packet: refused. Offered instead: EMS',
  );
  await expect(page.getByText('It weighs 2300 g; at most 2000 g are taken.')).toBeVisible();
  await context.close();
});

test('1039 refuses US$150,001 and takes US$150,000', async ({ openAs }) => {
  const page = await openAs(undefined);
  const ask = async (value: string) => {
    await page.goto('/freight/quote');
    await page.getByLabel('Mode', { exact: true }).selectOption('1039');
    await page.getByLabel('Value of the declaration (US$)').fill(value);
    await page.getByLabel('Bought in a market cluster').selectOption('true');
    await page.getByLabel('Export banned or restricted').selectOption('false');
    await page.getByRole('button', { name: 'Check' }).click();
    return page.getByRole('main').getByRole('status');
  };
  await expect(await ask('150001')).toHaveText('1039 Market procurement trade is refused');
  await expect(await ask('150000')).toHaveText('1039 Market procurement trade fits');
});

test('the network is narrowed by keyboard, and a hub says what leaves it', async ({ openAs }) => {
  const page = await openAs(undefined);
  await page.goto('/freight', { waitUntil: 'networkidle' });
  await page.getByLabel('Mode', { exact: true }).focus();
  await page.keyboard.type('Rail');
  await page.waitForURL(/mode=rail/);
  await page.getByLabel('Basis', { exact: true }).selectOption('published');
  await page.waitForURL(/confidence=published/);
  await expect(page.getByRole('main').getByRole('status')).toContainText('services');
  await page
    .getByRole('link', { name: /Chengdu International Railway Port → Łódź/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Łódź');
  await page.getByRole('link', { name: 'Chengdu International Railway Port' }).click();
  await expect(page.getByRole('heading', { name: 'Departures this week' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Rail' }).first()).toBeVisible();
});

test('the secretariat edits a service; a sheet is looked at before it is imported', async ({ openAs }) => {
  const page = await openAs('secretariat');
  await page.goto('/freight?mode=river');
  await page.getByRole('link', { name: /Wanzhou Port → Shanghai/ }).click();
  await page.getByLabel('Departure', { exact: true }).fill('25:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('A time of day is hours and minutes');
  await page.getByLabel('Departure', { exact: true }).fill('16:45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('16:45').first()).toBeVisible();

  const sheet = await (await page.request.get('/api/v1/freight/services/export.csv')).text();
  const [head, ...rows] = sheet.split('\r\n');
  const row = rows.find((one) => one.startsWith('"river-wanzhou-port-shanghai-port"'))!;
  const bring = async (content: string, button: string) => {
    await page.goto('/freight/import');
    await page
      .getByLabel('CSV file')
      .setInputFiles({ name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: button, exact: true }).click();
    return page.getByRole('main').getByRole('status');
  };
  await expect(await bring(`${head}\r\n${row.replace('"16:45"', '"26:45"')}`, 'Look')).toHaveText(
    '1 bad cell; nothing was written',
  );
  await expect(page.getByRole('cell', { name: 'departure' })).toBeVisible();
  const changed = `${head}\r\n${row.replace('"16:45"', '"17:10"')}`;
  await expect(await bring(changed, 'Look')).toHaveText('No fault: 0 would be new, 1 changed, 0 as they are');
  await expect(await bring(changed, 'Import')).toHaveText('Imported: 0 new, 1 changed, 0 as they were');
});

test('without script what was typed of a service stays when it is refused', async ({
  openAs,
  browser,
  baseURL,
}) => {
  const signedIn = await openAs('secretariat');
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto('/freight?mode=river');
  await page.getByRole('link', { name: /Wanzhou Port → Shanghai/ }).click();
  await page.getByLabel('Departure', { exact: true }).fill('25:00');
  await page.getByLabel('Operator').fill('Gorge Lines');
  await page.getByLabel('Goods with batteries').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('A time of day is hours and minutes');
  await expect(page.getByLabel('Departure', { exact: true })).toHaveValue('25:00');
  await expect(page.getByLabel('Operator')).toHaveValue('Gorge Lines');
  await expect(page.getByLabel('Goods with batteries')).toBeChecked();
  await context.close();
});

test('a shipment is registered, warned of for want of a plan, and followed', async ({ openAs }) => {
  const page = await openAs('enterprise');
  const reference = `E2E-${Date.now()}`;
  await page.goto('/shipments/new');
  await page.getByLabel('Reference').fill(reference);
  await page.getByLabel('Product', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Quantity').fill('500');
  await page.getByLabel('Gross weight (kg)').fill('260.5');
  await page.getByLabel('Containers').fill('CSQU3054384');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('alert')).toContainText('by ISO 6346 it should end in 3');
  await page.getByLabel('Containers').fill('CSQU 305438 3');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Shipment ${reference}`);
  await expect(page.getByText('without a market plan')).toBeVisible();
  await page.getByText('Record an event').click();
  await page.getByLabel('When').fill('2026-01-02T08:30');
  await page.getByLabel('Place').fill('Qingbaijiang');
  await page.getByLabel('Who says so').fill('The railway');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Qingbaijiang' })).toBeVisible();
  await expect(page.getByText('In transit')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('the secretariat adds a hub, is told what is wrong beside the field, and changes it later', async ({
  openAs,
}) => {
  const page = await openAs('secretariat');
  await page.goto('/freight', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Add a hub' }).click();
  await page.waitForURL('**/freight/hubs/new');
  const code = `graz-${Date.now()}`;
  await page.getByLabel('Key').fill(code);
  await page.getByLabel('Name (Chinese)').fill('格拉茨货场');
  await page.getByLabel('Name (English)').fill('Graz Terminal');
  await page.getByLabel('Kind').selectOption('rail-terminal');
  await page.getByLabel('Country or region').selectOption('AT');
  await page.getByLabel('Latitude').fill('46,99');
  await page.getByLabel('Longitude').fill('15.43');
  await page.getByLabel('Time zone').fill('Vienna');
  await page.getByLabel('Shortest change (minutes)').fill('600');
  await page.getByLabel(/^Storage/).fill('1200');
  await page.getByRole('textbox', { name: /^Source/ }).fill('A member’s own terminal');
  await page.getByRole('button', { name: 'Add the hub' }).click();
  await expect(page.getByRole('alert')).toContainText('A time zone is an IANA name');
  await expect(page.getByLabel('Time zone')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Latitude')).toHaveValue('46,99');
  await page.getByLabel('Time zone').fill('Europe/Vienna');
  await page.getByRole('button', { name: 'Add the hub' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Graz Terminal');
  await expect(page.getByText(code)).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByLabel(/^Storage/).fill('1500');
  await page.getByRole('checkbox', { name: /^Chilled/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('CN¥15.00 a tonne and day')).toBeVisible();
  // The other window still shows version 1.
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('alert')).toBeVisible();
  await page.getByLabel('State').selectOption('retired');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('h1 + p')).toContainText('Retired');

  const visitor = await openAs(undefined);
  await visitor.goto(page.url());
  await expect(visitor.getByRole('button', { name: 'Save' })).toHaveCount(0);
  const enterprise = await openAs('enterprise');
  expect((await enterprise.goto('/freight/hubs/new'))!.status()).toBe(403);
});

test('a registered shipment is corrected, and no longer once it is delivered', async ({ openAs }) => {
  const page = await openAs('enterprise');
  const reference = `E2E-C-${Date.now()}`;
  await page.goto('/shipments/new');
  await page.getByLabel('Reference').fill(reference);
  await page.getByLabel('Description').fill('Paper lanterns');
  await page.getByLabel('Quantity').fill('400');
  await page.getByLabel('Gross weight (kg)').fill('120.5');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Shipment ${reference}`);
  const address = page.url();
  await page.getByRole('link', { name: 'Correct what was registered' }).click();
  await page.waitForURL('**/change');
  await expect(page.getByLabel('Gross weight (kg)')).toHaveValue('120.5');
  await page.getByLabel('Quantity').fill('500');
  await page.getByLabel('Containers').fill('CSQU3054384');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('alert')).toContainText('by ISO 6346 it should end in 3');
  await expect(page.getByLabel('Quantity')).toHaveValue('500');
  await page.getByLabel('Containers').fill('CSQU3054383');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await page.waitForURL(address);
  await expect(page.getByRole('cell', { name: /^500 / })).toBeVisible();
  await expect(page.locator('dd', { hasText: 'CSQU3054383' })).toBeVisible();

  // Another window still shows it as it is now.
  const other = await page.context().newPage();
  await other.goto(`${address}/parties`);
  await page.getByRole('link', { name: 'Change consignee, carrier or road' }).click();
  await page.waitForURL('**/parties');
  await page.getByLabel('Find a member').fill('Demo');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  const found = page.getByText(/found: choose below/);
  await expect(found).toBeFocused();
  await expect(found).toHaveText(/^20 found.*And [\d,]+ more: narrow it/);
  await page.getByLabel('Find a member').fill('Budapest');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(found).toBeFocused();
  await expect(found).not.toContainText('narrow it');
  const consignee = page.getByLabel('Consignee');
  const name = (await consignee.locator('option').nth(1).textContent())!;
  await consignee.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add a leg' }).click();
  await expect(page.getByRole('group', { name: 'Leg 1' })).toBeFocused();
  await expect(consignee.locator('option:checked')).toHaveText(name);
  const leg = (number: number) => page.getByRole('group', { name: `Leg ${number}` });
  await leg(1).getByLabel('Mode').selectOption('rail');
  await leg(1).getByRole('combobox', { name: 'From' }).selectOption({ index: 1 });
  await leg(1).getByRole('combobox', { name: 'To' }).selectOption({ index: 2 });
  await leg(1).getByLabel('Departs').fill('2026-12-01T10:00');
  await leg(1).getByLabel('Arrives').fill('2026-11-13T10:00');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(leg(1).getByLabel('Arrives')).toHaveAttribute('aria-invalid', 'true');
  await leg(1).getByLabel('Arrives').fill('2026-12-13T10:00');
  // A leg begins where the one before it ended, and is taken out again.
  await page.getByRole('button', { name: 'Add a leg' }).click();
  await expect(leg(2).getByRole('combobox', { name: 'From' })).toHaveValue(
    await leg(1).getByRole('combobox', { name: 'To' }).inputValue(),
  );
  await page.getByRole('button', { name: 'Take leg 2 out' }).click();
  await expect(leg(2)).toHaveCount(0);
  await expect(leg(1).getByLabel('Departs')).toHaveValue('2026-12-01T10:00');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await page.waitForURL(address);
  await expect(page.locator('dd', { hasText: name })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Planned road' }).getByRole('row')).toHaveCount(2);
  // Whatever is done in its form, that is still what was read before.
  await other.getByRole('button', { name: 'Add a leg' }).click();
  await other.getByRole('button', { name: 'Take leg 1 out' }).click();
  await expect(other.getByRole('group', { name: 'Leg 1' })).toHaveCount(0);
  await other.waitForLoadState('networkidle');
  await other.getByRole('button', { name: 'Save the correction' }).click();
  await expect(other.getByRole('alert')).toContainText('Somebody else has changed this record');
  await other.goto(`${address}/parties`);
  await expect(other.getByLabel('Departs')).toHaveValue('2026-12-01T10:00');
  await other.close();
  await page.getByText('Record an event').click();
  await page.getByLabel('Event', { exact: true }).selectOption('delivered');
  await page.getByLabel('When').fill('2026-01-09T08:30');
  await page.getByLabel('Place').fill('Budapest');
  await page.getByLabel('Who says so').fill('The carrier');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Budapest' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Correct what was registered' })).toHaveCount(0);
  for (const way of ['change', 'parties']) {
    await page.goto(`${address}/${way}`);
    expect(page.url()).toBe(address);
  }
});
