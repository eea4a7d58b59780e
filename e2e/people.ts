import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

export type Person = 'secretariat' | 'enterprise' | 'merchant' | 'association' | 'council' | 'observer';
export type Tongue = 'zh-CN' | 'en' | 'ru';
export type Look = 'light' | 'dark';

const address = (who: Person): string => `${who}@demo.example`;

/** The demo accounts' password, as the first start wrote it down. */
export function demoPassword(): string {
  const text = readFileSync(path.join(process.env['E2E_DATA']!, 'demo-accounts.txt'), 'utf8');
  const line = text.split('\n').find((one) => one.includes(address('secretariat')));
  if (!line) throw new Error('demo-accounts.txt names no secretariat');
  return line.trim().split(/\s+/).at(-1)!;
}

/** Signs in through the form, in English. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in') || url.pathname === '/sign-in/code');
}

/** What a page said that it should not: errors of script, of the console, of the content policy. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  return said;
}

/** Waits until a page's script has taken it over: what is pressed before has the browser's own effect only. */
export const awake = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  );

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;
const signedIn = new Map<Person, StorageState>();
/** To be called once a test has ended a person's sessions (a second step was switched): the next one signs in again. */
export const forget = (who: Person) => signedIn.delete(who);

/** `openAs(who, …)`: a browser of that person's own, signed in once a run; nobody is a visitor. */
export const test = base.extend<{
  openAs: (who: Person | undefined, how?: { tongue?: Tongue; look?: Look }) => Promise<Page>;
}>({
  openAs: async ({ browser, baseURL }, use) => {
    const open: BrowserContext[] = [];
    await use(async (who, { tongue = 'en', look = 'light' } = {}) => {
      if (who && !signedIn.has(who)) {
        const context = await browser.newContext({ baseURL });
        await context.addCookies([{ name: 'lang', value: 'en', url: baseURL! }]);
        await signIn(await context.newPage(), address(who), demoPassword());
        signedIn.set(who, await context.storageState());
        await context.close();
      }
      const context = await browser.newContext({
        baseURL,
        locale: tongue,
        storageState: who ? signedIn.get(who)! : undefined,
      });
      await context.addCookies([
        { name: 'lang', value: tongue, url: baseURL! },
        { name: 'theme', value: look, url: baseURL! },
      ]);
      open.push(context);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
});

export { expect };
