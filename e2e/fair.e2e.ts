import type { Page, TestInfo } from '@playwright/test';
import { awake, expect, listen, test } from './people.ts';

const keep = (page: Page, info: TestInfo, name: string) =>
  page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

/** A part of a page by its heading. */
const part = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name }) });

test('a fair from its form to the door: registered, approved, wished, scheduled, published, checked in without a connection', async ({
  openAs,
}, info) => {
  test.setTimeout(240_000);
  const [host, maker, merchant, chamber] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('association'),
  ];
  const said = [host, maker, merchant, chamber].map(listen);
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

  await host.goto('/gatherings/new');
  await awake(host);
  await host.getByLabel('Name (Simplified Chinese)').fill('示范对接会');
  await host.getByLabel('Name (English)').fill('Browser fair');
  await host.getByLabel('About it (Simplified Chinese)').fill('示范。');
  await host.getByLabel('Place (Simplified Chinese)').fill('示范展馆');
  await host.getByLabel('City').fill('Budapest');
  await host.getByLabel('Country or region').selectOption('HU');
  await host.getByLabel('Time zone (IANA)').fill('Europe/Budapest');
  await host.getByRole('textbox', { name: 'Begins', exact: true }).fill(`${day}T09:00`);
  await host.getByRole('textbox', { name: 'Ends', exact: true }).fill(`${day}T17:00`);
  await host.getByLabel('Programme, one item a line').fill('09:00 | 30 | 开场 | Opening');
  await host.getByLabel('Arrange meetings of two').check();
  await host.getByLabel('Tables').fill('2');
  await keep(host, info, 'form');
  await host.getByRole('button', { name: 'Save' }).click();
  await host.waitForURL(/\/gatherings\/[0-9a-f-]{36}$/);
  const address = new URL(host.url()).pathname;
  expect((await maker.goto(address))!.status()).toBe(404);
  await host.getByRole('button', { name: 'Announce it' }).click();
  await expect(host.getByText('Announced', { exact: true })).toBeVisible();

  for (const guest of [maker, merchant, chamber]) {
    await guest.goto(address);
    await awake(guest);
    await guest.getByRole('textbox', { name: 'Name', exact: true }).fill('A guest');
    await guest.getByRole('button', { name: 'Register' }).click();
    await expect(guest.getByText('Waits for the host')).toBeVisible();
  }
  await host.goto(`${address}/registrations`);
  for (let left = 3; left > 0; left--) {
    await host.getByRole('button', { name: 'Approve' }).first().click();
    await expect(host.getByRole('button', { name: 'Approve' })).toHaveCount(left - 1);
  }
  await keep(host, info, 'registrations');

  // The merchant wishes for the maker and for the chamber; both accept.
  const named = async (page: Page) => {
    const { organisationId } = (await (await page.request.get('/api/v1/me')).json()) as {
      organisationId: string;
    };
    const answer = await page.request.get(`/api/v1/members/${organisationId}`);
    return ((await answer.json()) as { names: { en: string } }).names.en;
  };
  await merchant.goto(`${address}/meetings`);
  await awake(merchant);
  for (const name of [await named(maker), await named(chamber)]) {
    const line = part(merchant, 'Others who take part').getByRole('listitem').filter({ hasText: name });
    await line.getByText('State a wish').click();
    await line.getByLabel('How much').selectOption({ label: 'Must meet' });
    await line.getByRole('button', { name: 'State it' }).click();
    await expect(part(merchant, 'Whom we wish to meet').getByText(name)).toBeVisible();
  }
  await keep(merchant, info, 'wishes');
  for (const guest of [maker, chamber]) {
    await guest.goto(`${address}/meetings`);
    await awake(guest);
    await guest.getByRole('button', { name: 'Accept' }).click();
    await expect(guest.getByText('Accepted').first()).toBeVisible();
  }

  await host.goto(`${address}/schedule`);
  await awake(host);
  await host.getByLabel('For at most, s').fill('10');
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best')).toBeVisible({ timeout: 60_000 });
  await keep(host, info, 'schedule');
  await host.getByRole('button', { name: /^Publish it/ }).click();
  await expect(host.getByText('This is what is published')).toBeVisible();

  await merchant.goto(`${address}/agenda`);
  await awake(merchant);
  await expect(merchant.getByText(/^Table \d/)).toHaveCount(2);
  await merchant.getByRole('button', { name: 'Make an address' }).click();
  const shown = merchant.getByText(/\.ics/).first();
  await expect(shown).toBeVisible();
  const calendar = /\/api\/v1\/gatherings\/agendas\/\S+\.ics/.exec((await shown.textContent()) ?? '')![0];
  await keep(merchant, info, 'agenda');
  const visitor = await openAs(undefined);
  const ics = await (await visitor.request.get(calendar)).text();
  expect(ics.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThanOrEqual(2);

  // At the door the connection goes: what is scanned meanwhile is sent when it is back, and counts once.
  await maker.goto(`${address}/badge`);
  const code = (await maker.locator('main code, main .font-mono').first().textContent())!.trim();
  await keep(maker, info, 'badge');
  await host.goto(`${address}/check-in`);
  await awake(host);
  // From here on the host's browser rightly complains of whatever it can't fetch.
  expect(said.flat().filter((line) => !line.includes('404'))).toEqual([]);
  await host.context().setOffline(true);
  for (let time = 0; time < 2; time++) {
    await host.getByLabel('Code of the badge').fill(code);
    await host.getByRole('button', { name: 'Check in' }).click();
  }
  await expect(host.getByText(/[12] to be sent/)).toBeVisible();
  await keep(host, info, 'offline');
  await host.context().setOffline(false);
  await expect(host.getByText('Everything is sent')).toBeVisible({ timeout: 30_000 });
  await expect(host.getByText('1 are in')).toBeVisible();
  await maker.goto(address);
  await expect(maker.getByText('Checked in')).toBeVisible();
});
