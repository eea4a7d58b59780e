import type { Page } from '@playwright/test';
import { awake, expect, listen, test } from './people.ts';

/** The reader's own organisation, by its id. */
const home = async (page: Page): Promise<string> => {
  const { items } = (await (await page.request.get('/api/v1/my/organisations')).json()) as {
    items: { id: string; acting: boolean }[];
  };
  return items.find(({ acting }) => acting)!.id;
};

test('a tour of five cities: proposed and proved, adjusted by hand, agreed to by its host, with what came of it', async ({
  openAs,
}, info) => {
  test.setTimeout(180_000);
  const keep = (page: Page, name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const keeper = await openAs('association');
  const host = await openAs('enterprise');
  const said = [keeper, host].map(listen);
  const hostId = await home(host);
  const { names } = (await (await host.request.get(`/api/v1/members/${hostId}`)).json()) as {
    names: Record<string, string>;
  };

  const title = `Tour ${Date.now().toString(36)}`;
  await keeper.goto('/tours/new');
  await awake(keeper);
  await keeper.getByLabel('Name of the tour').fill(title);
  await keeper.getByLabel('Guest organisation or group').fill(`Guests of ${title}`);
  await keeper.getByLabel('Names of the visitors').fill('Anna Nagy\nBéla Kovács');
  await keeper.getByLabel('First day').fill('2099-03-02');
  await keeper.getByLabel('Last day').fill('2099-03-04');
  await keeper.getByLabel('Inviting party').fill('Demo association, Chengdu');
  // A second meal, which half typed is refused beside its field.
  const supper = keeper.getByRole('group', { name: 'Meal 2' });
  await keeper.getByLabel('Ends').fill('21:00');
  await supper.getByLabel('Not before').fill('18:00');
  await supper.getByLabel('Not after').fill('17:00');
  await keeper.getByRole('button', { name: 'Save' }).click();
  await expect(keeper.getByText('The meal takes longer than the hours given for it.').first()).toBeVisible();
  await supper.getByLabel('Not after').fill('20:30');
  await keeper.getByRole('button', { name: 'Save' }).click();
  await expect(keeper.getByRole('heading', { level: 1, name: title })).toBeVisible();

  // One host from the directory, four other places.
  await keeper.getByRole('searchbox', { name: 'Find a host in the directory' }).fill(names['zh-CN']!);
  await keeper.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(keeper.getByLabel('Host', { exact: true })).toHaveValue(hostId);
  const adding = keeper.locator('#add');
  await adding.getByLabel('Samples taken along').selectOption('chilled');
  // Open in the morning and in the afternoon.
  const spans = (nth: number) =>
    adding.locator('fieldset').filter({ has: keeper.locator(`[name="hours.${nth}.opens"]`) });
  await spans(0).getByLabel('Closes').fill('12:00');
  await spans(1).getByLabel('Opens').fill('14:00');
  await spans(1).getByLabel('Closes').fill('17:30');
  await adding.getByLabel('City', { exact: true }).selectOption('chengdu');
  await keeper.getByRole('button', { name: 'Add it' }).click();
  await expect(keeper.locator('[data-stop]')).toHaveCount(1);
  await expect(keeper.getByText('Mon–Fri 09:00–12:00 and 14:00–17:30')).toBeVisible();
  for (const [at, city] of ['zigong', 'neijiang', 'meishan', 'ziyang'].entries()) {
    await adding.getByLabel('Host', { exact: true }).selectOption('');
    await adding.getByLabel('Name of the place').fill(`Works ${city}`);
    await adding.getByLabel('City', { exact: true }).selectOption(city);
    await adding.getByLabel('Samples taken along').selectOption('chilled');
    await keeper.getByRole('button', { name: 'Add it' }).click();
    await expect(keeper.locator('[data-stop]')).toHaveCount(at + 2);
  }
  await keeper.getByRole('button', { name: 'Propose an order' }).click();
  await expect(
    keeper.getByText('5 of 5 stops are visited; it is proved that no order is better.'),
  ).toBeVisible();
  await expect(keeper.locator('[data-map="tour"]')).toBeVisible();
  await expect(keeper.locator('[data-chart="gantt"]')).toBeVisible();
  // The chilled samples are kept cold on the way, on the bars and in the table.
  await expect(keeper.locator('[data-bar="samples"]').first()).toBeAttached();
  await expect(keeper.getByText(/^Needs a (cool box|refrigerated vehicle)$/).first()).toBeVisible();
  await expect(keeper.locator('[data-open="visaEnds"]')).toBeVisible();
  await keep(keeper, 'proposed');

  // Two visits at one time are refused, and the reason names them both.
  const stop = (name: string) => keeper.locator('[data-stop]').filter({ hasText: name });
  const placed = stop('Works neijiang');
  const day = await placed.getByLabel('Day').inputValue();
  const start = await placed.getByLabel('Starts').inputValue();
  const other = stop('Works ziyang');
  await other.getByLabel('Day').selectOption(day);
  await other.getByLabel('Starts').fill(start);
  await other.getByRole('button', { name: 'Move it there' }).click();
  await expect(other.getByRole('alert')).toContainText('visits can’t overlap');
  await keep(keeper, 'refused');
  await other.getByRole('button', { name: 'Take off the order' }).click();
  await expect(keeper.getByText('Ordered by hand: 4 of 5 stops.')).toBeVisible();

  // A stop is changed where it stands, by keyboard.
  const changed = stop('Works meishan');
  await changed.getByText('Change this stop').press('Enter');
  await changed.getByLabel('Visit, minutes').fill('75');
  await changed.getByLabel('Visit, minutes').press('Enter');
  await expect(changed.getByText('Meishan, 75 minutes')).toBeVisible();

  // Nobody speaks the guests' language yet: an interpreter is named.
  await expect(keeper.locator('[data-open="nobodyTalks"]')).toBeVisible();
  await keeper.getByLabel('Name of the interpreter').fill('Li Wen');
  await keeper.getByLabel('Telephone or address').fill('+86 28 0000 0000');
  await keeper.getByRole('button', { name: 'Save the interpreter' }).click();
  await expect(keeper.locator('[data-open="nobodyTalks"]')).toHaveCount(0);
  await expect(keeper.getByText('Through the interpreter').first()).toBeVisible();

  // Its host is asked, agrees, and the tour can be confirmed.
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByRole('alert')).toContainText('not agreed yet');
  await keeper.getByRole('button', { name: 'Ask the hosts' }).click();
  await expect(keeper.getByText('Asked', { exact: true })).toBeVisible();
  await host.goto('/tours');
  await awake(host);
  await keep(host, 'asked');
  const asked = host.locator('[data-visit]').filter({ hasText: `Guests of ${title}` });
  await asked.getByRole('button', { name: 'Agree' }).click();
  await expect(asked.getByText('Agreed', { exact: true })).toBeVisible();
  await keeper.reload();
  await awake(keeper);
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByText('Confirmed', { exact: true })).toBeVisible();

  const tourAddress = keeper.url();
  const letter = await keeper.request.get(`/api/v1${new URL(keeper.url()).pathname}/invitation`);
  expect(letter.headers()['content-type']).toBe('application/pdf');
  await stop('Works neijiang').getByText('Write down what came of it').click();
  await stop('Works neijiang')
    .getByRole('textbox', { name: 'Outcome' })
    .fill('A trial order of one container.');
  await stop('Works neijiang').getByRole('button', { name: 'Save the outcome' }).click();
  await expect(keeper.getByText('Visits: 4; outcomes written down: 1; deals: 0.')).toBeVisible();
  await keep(keeper, 'outcome');

  // A deal that is opened from a visit is noted there.
  const visit = keeper.locator('[data-stop]').first();
  await visit.getByRole('link', { name: 'Open a deal' }).click();
  await awake(keeper);
  await keeper.getByRole('textbox', { name: 'What it is about' }).fill(title);
  await keeper.getByRole('textbox', { name: 'First message' }).fill('As we said on the tour.');
  await keeper.getByRole('button', { name: 'Open the deal' }).click();
  await keeper.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  const deal = new URL(keeper.url()).pathname;
  await keeper.goto(tourAddress);
  await expect(keeper.getByText('Visits: 4; outcomes written down: 1; deals: 1.')).toBeVisible();
  await expect(
    keeper.locator(`#outcome ~ * a[href="${deal}"], section a[href="${deal}"]`).first(),
  ).toBeVisible();
  await keep(keeper, 'deal');
  // The browser notes the refusals that were asked for.
  expect(said.flat().filter((line) => !/40[09] \((Conflict|Bad Request)\)/.test(line))).toEqual([]);
});

test('R36: a delegation of an overseas firm is invited from its page and reads its letter and programme, in Chinese and Russian', async ({
  openAs,
}, info) => {
  const keeper = await openAs('association');
  const firm = await openAs('merchant');
  const said = [keeper, firm].map(listen);
  const title = `Delegation ${Date.now().toString(36)}`;
  await keeper.goto(`/members/${await home(firm)}`);
  await awake(keeper);
  await keeper.getByRole('link', { name: /tour/i }).last().click();
  await expect(keeper.getByText(/^The guests are of the member/)).toBeVisible();
  await keeper.getByLabel('Name of the tour').fill(title);
  await keeper.getByLabel('Guests’ language').selectOption('ru');
  await keeper.getByLabel('Number of visitors').fill('2');
  await keeper.getByLabel('Names of the visitors').fill('Иван Петров\nАнна Ли');
  await keeper.getByLabel('First day').fill('2099-04-06');
  await keeper.getByLabel('Last day').fill('2099-04-07');
  await keeper.getByLabel('Funding').selectOption('inviter');
  await keeper.getByLabel('Inviting party').fill('Demo association, Chengdu, +86 28 0000 0000');
  await keeper.getByRole('button', { name: 'Save' }).click();
  await expect(keeper.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const adding = keeper.locator('#add');
  await adding.getByLabel('Name of the place').fill('Works zigong');
  await adding.getByLabel('City', { exact: true }).selectOption('zigong');
  await adding.getByRole('button', { name: 'Add it' }).click();
  await expect(keeper.locator('[data-stop]')).toHaveCount(1);
  await keeper.getByRole('button', { name: 'Propose an order' }).click();
  await expect(keeper.getByText('1 of 1 stops are visited')).toBeVisible();

  // Without an interpreter nobody speaks Russian there.
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByRole('alert')).toContainText('name an interpreter');
  await keeper.getByLabel('Name of the interpreter').fill('Li Wen');
  await keeper.getByRole('button', { name: 'Save the interpreter' }).click();
  await expect(keeper.locator('[data-open="nobodyTalks"]')).toHaveCount(0);

  // The firm finds nothing until the tour is certain.
  await firm.goto('/tours');
  await expect(firm.getByText(title)).toHaveCount(0);
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByText('Confirmed', { exact: true })).toBeVisible();
  await firm.reload();
  const found = firm.locator('[data-guest-tour]').filter({ hasText: title });
  for (const name of ['Invitation (PDF)', 'Programme (PDF)']) {
    const address = await found.getByRole('link', { name }).getAttribute('href');
    const paper = await firm.request.get(address!);
    expect(paper.headers()['content-type']).toBe('application/pdf');
  }
  await firm.screenshot({ path: info.outputPath('guests.png'), fullPage: true });
  expect(said.flat().filter((line) => !line.includes('409 (Conflict)'))).toEqual([]);
});

test('more than twelve stops: the page says how much more than this order another could be worth', async ({
  openAs,
}) => {
  const keeper = await openAs('association');
  const said = listen(keeper);
  const post = async (path: string, data: object) => {
    const answer = await keeper.request.post(`/api/v1${path}`, { data, headers: { origin: origin(keeper) } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string };
  };
  await keeper.goto('/tours');
  const { id } = await post('/tours', {
    title: `Long tour ${Date.now().toString(36)}`,
    guests: { organisationId: null, name: 'Guests', country: 'US', language: 'en', visitors: 2, persons: [] },
    firstDay: '2099-03-02',
    lastDay: '2099-03-03',
    startCity: 'chengdu',
    endCity: 'chengdu',
    limits: { starts: 480, ends: 1140, maxTravel: 300, maxVisits: 4, meals: [] },
    funding: 'guest',
    inviter: 'Demo association',
  });
  const cities = ['chengdu', 'zigong', 'neijiang', 'meishan', 'ziyang', 'leshan', 'deyang'];
  for (const [at, city] of [...cities, ...cities].entries())
    await post(`/tours/${id}/stops`, {
      organisationId: null,
      name: `Works ${at}`,
      city,
      minutes: 90,
      hours: [{ weekdays: '1234567', opens: 540, closes: 1080 }],
      capacity: null,
      must: false,
      wish: 1 + (at % 5),
      languages: ['en'],
      samples: null,
    });
  await keeper.goto(`/tours/${id}`);
  await awake(keeper);
  await keeper.getByRole('button', { name: 'Propose an order' }).click();
  await expect(
    keeper.getByText(
      /of 14 stops are visited, worth \d+; no order is worth more than \d+, which is [\d.]+% more\./,
    ),
  ).toBeVisible();
  await expect(keeper.getByText('No waiver is known for United States')).toBeVisible();

  // The secretariat holds the note against another source; what can't be comes back beside its field.
  const secretariat = await openAs('secretariat');
  const source = `Embassy, read for ${id}`;
  await secretariat.goto('/visa-notes');
  await secretariat.getByLabel('Country or region').selectOption('US');
  await secretariat.getByRole('button', { name: 'Open' }).click();
  await secretariat.waitForURL('**/visa-notes/US');
  await awake(secretariat);
  await secretariat.getByLabel('What is needed').selectOption('businessVisa');
  await secretariat.getByLabel('Days of one stay').fill('30');
  await secretariat.getByRole('textbox', { name: 'Source' }).fill(source);
  await secretariat.getByLabel('Its address').fill('https://example.org/visa');
  await secretariat.getByLabel('Published or read on').fill('2026-11-20');
  await secretariat.getByRole('button', { name: 'Save the note' }).click();
  await expect(secretariat.getByText('Only a waiver has a number of days.').first()).toBeVisible();
  await expect(secretariat.getByRole('textbox', { name: 'Source' })).toHaveValue(source);
  await secretariat.getByLabel('Days of one stay').fill('');
  await secretariat.getByRole('button', { name: 'Save the note' }).click();
  await expect(secretariat.getByRole('link', { name: source })).toBeVisible();
  await secretariat.getByRole('button', { name: 'I have held it against its source' }).click();
  await expect(secretariat.getByText(/^Reviewed by /)).toBeVisible();
  await keeper.reload();
  await expect(keeper.getByRole('link', { name: source })).toBeVisible();
  await expect(keeper.getByText(/^Reviewed by /)).toBeVisible();
  expect(said).toEqual([]);
});

const origin = (page: Page) => new URL(page.url()).origin;
