import type { Page } from '@playwright/test';
import { awake, expect, listen, test } from './people.ts';

const texts = (en: string) => ({ 'zh-CN': '示范', en });

/** Sends something to the API as whoever is signed in there. */
async function send(page: Page, method: 'POST' | 'PUT', path: string, data?: unknown, version?: number) {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    ...(data !== undefined && { data }),
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}

/** A fair under way at which these two meet right now: one speaks Chinese, the other Russian. */
async function underWay(desk: Page, pair: [Page, Page]): Promise<string> {
  const hour = 3_600_000;
  const fair = (starts: number) => ({
    kind: 'fair',
    names: texts('Fair under way'),
    about: texts('Demo'),
    place: texts('Hall'),
    city: 'Chengdu',
    country: 'CN',
    zone: 'Asia/Shanghai',
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(starts + 8 * hour).toISOString(),
    capacity: 10,
    languages: ['zh-CN', 'ru'],
    interpreters: [],
    programme: [],
    matchmaking: {
      minute: 60,
      slotMinutes: 20,
      pauseMinutes: 0,
      morningSlots: 1,
      noonMinutes: 0,
      afternoonSlots: 0,
      tables: 1,
    },
  });
  const { id, version } = await send(desk, 'POST', '/gatherings', fair(Date.now() + hour));
  await send(desk, 'PUT', `/gatherings/${String(id)}/state`, { to: 'announced' }, Number(version));
  const homes: string[] = [];
  for (const [at, guest] of pair.entries()) {
    const registration = await send(guest, 'POST', `/gatherings/${String(id)}/registrations`, {
      person: 'A guest',
      languages: [at === 0 ? 'zh-CN' : 'ru'],
    });
    await send(desk, 'POST', `/gathering-registrations/${String(registration['id'])}/answer`, {
      answer: 'approved',
    });
    const me = (await (await guest.request.get('/api/v1/me')).json()) as { organisationId: string };
    homes.push(me.organisationId);
  }
  for (const [at, guest] of pair.entries())
    await send(guest, 'PUT', `/gatherings/${String(id)}/wishes/${homes[1 - at]!}`, { kind: 'must' });
  await send(desk, 'POST', `/gatherings/${String(id)}/schedule`, { seconds: 5 });
  const schedule = async () =>
    (await (await desk.request.get(`/api/v1/gatherings/${String(id)}/schedule`)).json()) as {
      state: string;
      version: number;
    };
  await expect.poll(async () => (await schedule()).state, { timeout: 30_000 }).toBe('solved');
  const { version: found } = await schedule();
  await send(desk, 'PUT', `/gatherings/${String(id)}/schedule/published`, undefined, found);
  // It is brought forward, and its meetings with it: now they have begun.
  const now = (await (await desk.request.get(`/api/v1/gatherings/${String(id)}`)).json()) as {
    version: number;
  };
  await send(desk, 'PUT', `/gatherings/${String(id)}`, fair(Date.now() - 2 * hour), now.version);
  return `/gatherings/${String(id)}`;
}

test('of a meeting at a fair both say what came, a deal is opened with one button, and the host sees the totals', async ({
  openAs,
}, info) => {
  const [host, maker, merchant] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
  ];
  const address = await underWay(host, [maker, merchant]);
  const said = [host, maker, merchant].map(listen);

  // What is lacking is refused by name, and nothing that was typed is lost.
  await maker.goto(`${address}/agenda`);
  await awake(maker);
  await expect(maker.getByText(/^Interpreter .* needed$/)).toBeVisible();
  await maker.getByText('Write down what came of it').click();
  await maker.getByLabel('What came of it').fill('They want samples');
  await maker.getByLabel('Note', { exact: true }).fill('They pay late');
  await maker.getByLabel('What is to be done').fill('Send samples');
  await maker.getByRole('button', { name: 'Save the outcome' }).click();
  await expect(maker.locator('[aria-invalid]').first()).toBeVisible();
  await expect(maker.getByLabel('What came of it')).toHaveValue('They want samples');
  await maker.getByLabel('By whom').fill('Li Lei');
  await maker.getByLabel('By when').fill('2020-01-31');
  await maker.getByRole('button', { name: 'Save the outcome' }).click();
  await expect(maker.getByText('To be done: Send samples (Li Lei, by Jan 31, 2020)')).toBeVisible();
  await expect(maker.getByText('For us alone: They pay late')).toBeVisible();
  await maker.screenshot({ path: info.outputPath('agenda.png'), fullPage: true });

  await merchant.goto(`${address}/agenda`);
  await awake(merchant);
  await merchant.getByRole('link', { name: 'Open a deal' }).click();
  await merchant.waitForURL(/\/deals\/new/);
  await awake(merchant);
  await merchant.getByLabel('What it is about').fill('Doubanjiang from the fair');
  await merchant.getByLabel('First message').fill('As we said at the fair');
  await merchant.getByRole('button', { name: 'Open the deal' }).click();
  await merchant.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  const deal = new URL(merchant.url()).pathname;
  await merchant.goto(`${address}/agenda`);
  await expect(merchant.getByRole('link', { name: 'The deal that came of it' })).toHaveAttribute(
    'href',
    deal,
  );
  await expect(merchant.getByText('They pay late')).toHaveCount(0);

  await host.goto(address);
  await awake(host);
  const fact = (name: string) => host.locator('dl > div').filter({ hasText: name }).locator('dd');
  await expect(fact('Took place')).toHaveText('1');
  await expect(fact('To be done')).toHaveText('1, of which late: 1');
  await expect(fact('Deals')).toHaveText('1');
  await host.getByRole('link', { name: 'What came of the meetings' }).click();
  await expect(host.getByText('They want samples')).toBeVisible();
  await expect(host.getByText('They pay late')).toHaveCount(0);
  await host.goto(`${address}/schedule`);
  await expect(host.getByText('There are too few interpreters at some times.')).toBeVisible();
  await expect(host.locator('[data-short]')).toHaveCount(1);
  // The refusal was answered as one.
  expect(said.flat().filter((line) => !line.includes('422') && !line.includes('400'))).toEqual([]);
});
