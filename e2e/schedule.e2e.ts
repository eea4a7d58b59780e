import type { Page, TestInfo } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { awake, expect, listen, test } from './people.ts';

const keep = (page: Page, info: TestInfo, name: string) =>
  page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

/** A part of a page by its heading. */
const part = (page: Page, name: string) =>
  page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

interface Answer {
  id: string;
  organisationId: string;
  version: number;
  state: string;
}
/** Calls the API as whoever a page is signed in as. */
async function call(
  page: Page,
  method: 'get' | 'post' | 'put',
  path: string,
  data?: object,
  version?: number,
): Promise<Answer> {
  const answer = await page.request[method](`/api/v1${path}`, {
    ...(data && { data }),
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** A fair of three, at which the merchant wishes to meet the other two and both accept. */
async function fair(host: Page, merchant: Page, others: readonly Page[]): Promise<string> {
  const address = await announced(host);
  for (const guest of [merchant, ...others]) await come(host, guest, address);
  for (const other of others) await accepted(merchant, other, address);
  return address;
}

/** A fair that nobody has registered for yet. */
async function announced(host: Page, change: object = {}): Promise<string> {
  const day = new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10);
  const draft = await call(host, 'post', '/gatherings', {
    kind: 'fair',
    names: { 'zh-CN': '排期示范', en: 'Fair by hand' },
    about: { 'zh-CN': '示范。', en: 'Demo.' },
    place: { 'zh-CN': '示范展馆', en: 'Hall' },
    city: 'Budapest',
    country: 'HU',
    zone: 'Europe/Budapest',
    startsAt: `${day}T08:00:00.000Z`,
    endsAt: `${day}T16:00:00.000Z`,
    capacity: 10,
    languages: ['en'],
    programme: [],
    matchmaking: {
      minute: 0,
      slotMinutes: 20,
      pauseMinutes: 10,
      morningSlots: 6,
      noonMinutes: 60,
      afternoonSlots: 0,
      tables: 2,
    },
    ...change,
  });
  await call(host, 'put', `/gatherings/${draft.id}/state`, { to: 'announced' }, draft.version);
  return `/gatherings/${draft.id}`;
}

async function come(
  host: Page,
  guest: Page,
  address: string,
  languages: readonly string[] = [],
): Promise<void> {
  const { id } = await call(guest, 'post', `${address}/registrations`, { person: 'A guest', languages });
  await call(host, 'post', `/gathering-registrations/${id}/answer`, { answer: 'approved' });
}

/** One wishes to meet another, who accepts. */
async function accepted(one: Page, other: Page, address: string): Promise<void> {
  const { organisationId } = await call(other, 'get', '/me');
  const wish = await call(one, 'put', `${address}/wishes/${organisationId}`, { kind: 'must' });
  await call(other, 'post', `/gathering-wishes/${wish.id}/answer`, { answer: 'accepted' });
}

/** Presses Tab until what has the focus is named so, then Enter. */
async function enter(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const it = document.activeElement;
      return it?.getAttribute('aria-label') ?? it?.textContent ?? '';
    });
    if (!name.test(said)) continue;
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`no way by Tab to ${name}`);
}

/** Lets a fair have begun three hours ago. */
async function begun(host: Page, address: string): Promise<void> {
  const known = (await (await host.request.get(`/api/v1${address}`)).json()) as Record<string, unknown>;
  const of = (...names: string[]) => Object.fromEntries(names.map((name) => [name, known[name]]));
  await call(
    host,
    'put',
    address,
    {
      ...of('kind', 'names', 'about', 'place', 'city', 'country', 'zone', 'capacity', 'languages'),
      ...of('programme', 'matchmaking', 'interpreters'),
      startsAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 3 * 3_600_000).toISOString(),
    },
    Number(known['version']),
  );
}

/** Says in which slots an organisation can’t. */
const cannot = (guest: Page, address: string, slots: number[]) =>
  call(guest, 'put', `${address}/unavailable`, { slots });

test('what is fixed in vain is released by itself; an impossible schedule says what to leave out and is sought without it', async ({
  openAs,
}, info) => {
  test.setTimeout(240_000);
  const [host, maker, merchant, chamber] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('association'),
  ];
  const said = [host].map(listen);
  const address = await fair(host, merchant, [maker, chamber]);
  const { organisationId } = await call(chamber, 'get', '/me');
  const wish = await call(maker, 'put', `${address}/wishes/${organisationId}`, { kind: 'want' });
  await call(chamber, 'post', `/gathering-wishes/${wish.id}/answer`, { answer: 'accepted' });

  await host.goto(`${address}/schedule`);
  await awake(host);
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  await part(host, 'Slots and tables').getByRole('link').first().click();
  await part(host, 'By hand').getByRole('button', { name: 'Fix it there' }).click();
  await expect(part(host, 'By hand').getByText(/; fixed\.$/)).toBeVisible();
  // All three come in two slots alone, and not in the one that is fixed.
  const clock = part(host, 'Slots and tables').getByRole('row').filter({ hasText: 'Fixed' });
  const rows = part(host, 'Slots and tables').getByRole('row');
  const fixed = (await rows.allTextContents()).findIndex((row) => row.includes('Fixed'));
  expect(await clock.count()).toBe(1);
  const [first, second] = [1, 2, 3].filter((slot) => slot !== fixed) as [number, number];
  const away = [1, 2, 3, 4, 5, 6].filter((slot) => slot !== first && slot !== second);
  for (const guest of [maker, merchant, chamber]) await cannot(guest, address, away);
  await host.reload();
  await awake(host);
  const clash = part(host, 'Fixed, but impossible');
  await expect(clash.getByText(/ can’t at \d\d:\d\d\.$/).first()).toBeVisible();
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByRole('alert')).toContainText('can no longer be then');
  await keep(host, info, 'fixed-in-vain');
  await clash.getByRole('button', { name: 'Release these (1)' }).click();
  await expect(clash).toHaveCount(0);

  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  const why = part(host, 'Why it is impossible');
  await expect(why.getByText('Leaving out any one of these would make it possible:')).toBeVisible({
    timeout: 60_000,
  });
  await expect(why.getByRole('button', { name: 'Seek without it' })).toHaveCount(3);
  await keep(host, info, 'impossible');
  expect(await faultsOf(host)).toEqual([]);
  await why.getByRole('button', { name: 'Seek without it' }).first().click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  // The next search remembers whom it was told to leave out, until they are taken back in.
  const without = part(host, 'Left out by choice');
  await expect(without.getByRole('listitem')).toHaveCount(1);
  const { version } = await call(host, 'get', `${address}/schedule`);
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  const sought = async () => {
    const now = await call(host, 'get', `${address}/schedule`);
    return now.version > version && now.state;
  };
  await expect.poll(sought, { timeout: 60_000 }).toBe('solved');
  await host.reload();
  await awake(host);
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible();
  await expect(without.getByRole('listitem')).toHaveCount(1);
  await keep(host, info, 'left-out');
  expect(await faultsOf(host)).toEqual([]);
  await without.getByRole('button', { name: /^Take back in: .+ – / }).click();
  await expect(without).toHaveCount(0);
  await expect(part(host, 'After a change').getByText(/ both want to meet now\.$/)).toBeVisible();
  await expect(part(host, 'Left out').getByText(/; the next search takes it in\.$/)).toBeVisible();
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(why).toBeVisible({ timeout: 60_000 });
  expect(said.flat().filter((line) => !line.includes('409'))).toEqual([]);
});

test('under way no meeting is offered to change places with what has begun, and one that has begun with none', async ({
  openAs,
}) => {
  const [host, maker, merchant, chamber] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('association'),
  ];
  const address = await fair(host, merchant, [maker, chamber]);
  await host.goto(`${address}/schedule`);
  await awake(host);
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  const panel = part(host, 'By hand');
  const offers = panel.getByRole('link', { name: /^Change places with another at / });
  const meetings = host.getByRole('link', { name: /^Move or fix / });
  await meetings.first().click();
  await expect(panel.getByText(/ meet at \d\d:\d\d\.$/)).toBeFocused();
  await expect(offers).toHaveCount(1);
  await host.getByRole('button', { name: /^Publish it/ }).click();
  await expect(host.getByText('This is what is published')).toBeVisible();

  await begun(host, address);
  await host.reload();
  await awake(host);
  await expect(panel.getByText(/ has begun already\./).first()).toBeVisible();
  for (const at of [1, 0]) {
    await meetings.nth(at).click();
    await expect(panel.getByText(/ meet at \d\d:\d\d\.$/)).toBeFocused();
    await expect(offers).toHaveCount(0);
  }
});

test('a meeting is moved and fixed by hand with the keyboard alone; after a change the schedule is sought again and published', async ({
  openAs,
}, info) => {
  const [host, maker, merchant, chamber] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('association'),
  ];
  const said = [host, merchant].map(listen);
  const address = await fair(host, merchant, [maker, chamber]);

  await host.goto(`${address}/schedule`);
  await awake(host);
  await host.getByLabel('For at most, s').fill('10');
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });

  // By keyboard: to the meeting, to a slot far from the other, and released again.
  await enter(host, /^Move or fix .+/);
  const panel = part(host, 'By hand');
  await expect(panel.getByText(/ meet at \d\d:\d\d\.$/)).toBeFocused();
  await expect(panel.getByText(/ meets .+ at \d\d:\d\d\.$/).first()).toBeVisible();
  await keep(host, info, 'by-hand');
  expect(await faultsOf(host)).toEqual([]);
  const worse = panel.getByRole('listitem').filter({ hasText: 'Breaks of all: 1' }).last();
  const far = (await worse.getByRole('button').textContent())!;
  const outcome = part(host, 'Finding one').locator('dl');
  await enter(host, new RegExp(`^${far}$`));
  await expect(panel.getByText(/; fixed\.$/)).toBeFocused();
  await expect(outcome).toContainText('not proved to be best');
  await expect(part(host, 'Slots and tables').getByText('Fixed', { exact: true })).toBeVisible();
  // A search leaves it there.
  const at = far.slice('Move to '.length);
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText(new RegExp(`at ${at}; fixed\\.$`))).toBeVisible();
  await enter(host, /^Release it$/);
  await expect(panel.getByText(new RegExp(`at ${at}\\.$`))).toBeFocused();

  // The two change places, though each stands in the other’s way.
  await enter(host, /^Change places with another at /);
  const others = panel.getByRole('listitem').getByRole('listitem');
  await expect(others).toHaveCount(1);
  await keep(host, info, 'change-places');
  expect(await faultsOf(host)).toEqual([]);
  await enter(host, /^Change places with .+ – /);
  await expect(panel.getByText(/ at \d\d:\d\d; fixed\.$/)).toBeFocused();
  await expect(panel.getByText(new RegExp(`at ${at}; fixed\\.$`))).toHaveCount(0);
  await expect(part(host, 'Slots and tables').getByText('Fixed', { exact: true })).toHaveCount(2);
  await host.getByRole('button', { name: /^Publish it/ }).click();
  await expect(host.getByText('This is what is published')).toBeVisible();

  // One doesn't come: noted where one sees who is there, and from there to seeking again.
  await host.goto(address);
  await host.getByRole('link', { name: 'Who is there' }).click();
  await expect(host.getByText('It has not begun yet: nobody is missing.')).toBeVisible();
  const { organisationId } = await call(chamber, 'get', '/me');
  const line = host
    .getByRole('listitem')
    .filter({ has: host.locator(`a[href="/members/${organisationId}"]`) });
  await line.getByRole('button', { name: 'Treat as absent' }).click();
  await expect(line.getByText('Does not come')).toBeVisible();
  await keep(host, info, 'who-is-there');
  await host.getByRole('link', { name: 'To the meeting schedule, to seek again' }).click();
  await expect(part(host, 'After a change').getByText(/: one does not come\.$/)).toBeVisible();
  await keep(host, info, 'changed');
  await host.getByRole('button', { name: 'Seek again, moving as few as can be' }).click();
  await expect(host.getByText('Proved: none moves fewer')).toBeVisible({ timeout: 60_000 });
  await expect(host.getByText('Price of stability')).toBeVisible();
  await expect(part(host, 'What would change').getByText('Cancelled')).toBeVisible();
  await keep(host, info, 'again');
  await host.getByRole('button', { name: 'Publish it (changed 0, cancelled 1)' }).click();
  await expect(host.getByText('This is what is published')).toBeVisible();

  await merchant.goto(`${address}/agenda`);
  await expect(merchant.getByText(/^Table \d/)).toHaveCount(2);
  await expect(merchant.getByText('Cancelled')).toHaveCount(1);
  expect(said.flat()).toEqual([]);
});

test('interpreters are heeded; where they are too few that is said, and the schedule is sought without', async ({
  openAs,
}, info) => {
  const [host, maker, merchant, chamber, council] = [
    await openAs('secretariat'),
    await openAs('enterprise'),
    await openAs('merchant'),
    await openAs('association'),
    await openAs('council'),
  ];
  const said = [host].map(listen);
  const address = await announced(host, { interpreters: [{ between: ['ru', 'zh'], count: 1 }] });
  for (const guest of [maker, chamber]) await come(host, guest, address, ['zh-CN']);
  for (const guest of [merchant, council]) await come(host, guest, address, ['ru']);
  await accepted(merchant, maker, address);
  await accepted(council, chamber, address);

  await host.goto(`${address}/schedule`);
  await awake(host);
  const outcome = part(host, 'Finding one').locator('dl');
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(outcome).toContainText('Never more at once than there are');
  await expect(host.getByText('There are enough interpreters at every time.')).toBeVisible();
  // By hand the one isn’t put to the other’s time.
  await host
    .getByRole('link', { name: /^Move or fix / })
    .first()
    .click();
  const panel = part(host, 'By hand');
  await expect(
    panel.getByText(/^All interpreters \(Russian–Chinese\) are taken at \d\d:\d\d\.$/),
  ).toHaveCount(1);
  await keep(host, info, 'heeded');
  expect(await faultsOf(host)).toEqual([]);

  // Both can at one time alone.
  for (const guest of [merchant, council]) await cannot(guest, address, [2, 3, 4, 5, 6]);
  await host.goto(`${address}/schedule`);
  await awake(host);
  await host.getByRole('button', { name: 'Seek a schedule' }).click();
  const short = part(host, 'Too few interpreters?');
  await expect(
    short.getByText(
      'Russian–Chinese: of 2 meetings that could only be in the same slots (1), interpreters suffice for 1.',
    ),
  ).toBeVisible({ timeout: 60_000 });
  await keep(host, info, 'too-few');
  expect(await faultsOf(host)).toEqual([]);
  await short.getByRole('button', { name: 'Seek without heeding interpreters' }).click();
  await expect(host.getByText('Proved to be best', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(outcome).toContainText('Not heeded');
  await expect(host.getByRole('combobox', { name: 'Interpreters' })).toHaveValue('false');
  await expect(host.getByText('There are too few interpreters at some times.')).toBeVisible();
  await keep(host, info, 'not-heeded');
  expect(said.flat()).toEqual([]);
});
