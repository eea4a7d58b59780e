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
  await keeper.getByLabel('Guest organisation or group').fill('Demo Import Kft.');
  await keeper.getByLabel('Names of the visitors').fill('Anna Nagy\nBéla Kovács');
  await keeper.getByLabel('First day').fill('2099-03-02');
  await keeper.getByLabel('Last day').fill('2099-03-04');
  await keeper.getByLabel('Inviting party').fill('Demo association, Chengdu');
  await keeper.getByRole('button', { name: 'Save' }).click();
  await expect(keeper.getByRole('heading', { level: 1, name: title })).toBeVisible();

  // One host from the directory, four other places.
  await keeper.getByRole('searchbox', { name: 'Find a host in the directory' }).fill(names['zh-CN']!);
  await keeper.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(keeper.getByLabel('Host', { exact: true })).toHaveValue(hostId);
  await keeper.getByLabel('Samples taken along').selectOption('chilled');
  await keeper.getByLabel('City', { exact: true }).selectOption('chengdu');
  await keeper.getByRole('button', { name: 'Add it' }).click();
  await expect(keeper.locator('[data-stop]')).toHaveCount(1);
  for (const [at, city] of ['zigong', 'neijiang', 'meishan', 'ziyang'].entries()) {
    await keeper.getByLabel('Host', { exact: true }).selectOption('');
    await keeper.getByLabel('Name of the place').fill(`Works ${city}`);
    await keeper.getByLabel('City', { exact: true }).selectOption(city);
    await keeper.getByRole('button', { name: 'Add it' }).click();
    await expect(keeper.locator('[data-stop]')).toHaveCount(at + 2);
  }
  await keeper.getByRole('button', { name: 'Propose an order' }).click();
  await expect(
    keeper.getByText('5 of 5 stops are visited; it is proved that no order is better.'),
  ).toBeVisible();
  await expect(keeper.locator('[data-map="tour"]')).toBeVisible();
  await expect(keeper.locator('[data-chart="gantt"]')).toBeVisible();
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
  await expect(keeper.getByRole('alert')).toContainText('visits can’t overlap');
  await keep(keeper, 'refused');
  await other.getByRole('button', { name: 'Take off the order' }).click();
  await expect(keeper.getByText('Ordered by hand: 4 of 5 stops.')).toBeVisible();

  // Its host is asked, agrees, and the tour can be confirmed.
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByRole('alert')).toContainText('not agreed yet');
  await keeper.getByRole('button', { name: 'Ask the hosts' }).click();
  await expect(keeper.getByText('Asked', { exact: true })).toBeVisible();
  await host.goto('/tours');
  await awake(host);
  await keep(host, 'asked');
  await host.locator('[data-visit="asked"]').first().getByRole('button', { name: 'Agree' }).click();
  await expect(host.locator('[data-visit="confirmed"]').first()).toBeVisible();
  await keeper.reload();
  await awake(keeper);
  await keeper.getByRole('button', { name: 'Confirm the tour' }).click();
  await expect(keeper.getByText('Confirmed', { exact: true })).toBeVisible();

  const letter = await keeper.request.get(`/api/v1${new URL(keeper.url()).pathname}/invitation`);
  expect(letter.headers()['content-type']).toBe('application/pdf');
  await stop('Works neijiang').getByText('Write down what came of it').click();
  await stop('Works neijiang')
    .getByRole('textbox', { name: 'Outcome' })
    .fill('A trial order of one container.');
  await stop('Works neijiang').getByRole('button', { name: 'Save the outcome' }).click();
  await expect(keeper.getByText('Visits: 4; outcomes written down: 1; deals: 0.')).toBeVisible();
  await keep(keeper, 'outcome');
  // The browser notes the two refusals that were asked for.
  expect(said.flat().filter((line) => !line.includes('409 (Conflict)'))).toEqual([]);
});
