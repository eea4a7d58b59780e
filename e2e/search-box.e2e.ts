import { awake, expect, test } from './people.ts';

test('the box suggests while typing; arrows, Enter and Escape do what a combobox does', async ({
  openAs,
}) => {
  const page = await openAs(undefined);
  await page.goto('/charter');
  await awake(page);
  const box = page.getByRole('combobox', { name: 'Search products, members and resources' });
  await box.pressSequentially('doubanji');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  const second = options.nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id'))!);
  await box.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue('doubanji');
  await expect(box).toBeFocused();
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  const name = (await options.first().locator('span').first().textContent())!;
  await box.press('Enter');
  await page.waitForURL(/\/(products|members)\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('one page answers with products, members and resources, marks what was found, and leads to all of each', async ({
  openAs,
}) => {
  const page = await openAs(undefined);
  await page.goto('/search?q=Budapest');
  await expect(page.locator('main mark').first()).toHaveText('Budapest');
  await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Resources' })).toBeVisible();
  await page.goto('/search?q=doubanjiang');
  await page.getByRole('link', { name: 'All products' }).click();
  await page.waitForURL('**/products?q=doubanjiang');
});

test('who finds nothing reads what to try', async ({ openAs }) => {
  const page = await openAs(undefined);
  await page.goto('/search?q=qqqqzzzzxxxx');
  await expect(page.getByText('Nothing was found for “qqqqzzzzxxxx”')).toBeVisible();
  await page.getByRole('link', { name: 'dbj', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
});

test('a suggestion of what is offered in a town leads to the list, which shows what it is narrowed by', async ({
  openAs,
}) => {
  const page = await openAs(undefined);
  await page.goto('/charter');
  await awake(page);
  const box = page.getByRole('combobox', { name: 'Search products, members and resources' });
  await box.pressSequentially('budapest');
  await expect(page.getByRole('option').last()).toContainText('Resource');
  await box.press('ArrowUp');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/resources\?(.*&)?city=Budapest/);
  const city = page.getByRole('textbox', { name: 'City' });
  await expect(city).toHaveValue('Budapest');
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Budapest');
  await city.fill('');
  await expect(page).not.toHaveURL(/city=/);
});
