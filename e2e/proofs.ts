import type { Page } from '@playwright/test';
import { totp } from '../apps/server/src/platform/testing/totp.ts';
import { awake, demoPassword, expect } from './people.ts';

/** Gives a page's browser an authenticator and registers a passkey of that name with it. */
export async function addPasskey(
  page: Page,
  name = `signing desk ${Date.now().toString(36)}`,
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/settings');
  await awake(page);
  await page.getByLabel('Name, such as “office computer”').fill(name);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

/** Switches the second step on. @returns the secret of its codes */
export async function secondStep(page: Page): Promise<string> {
  await page.goto('/settings');
  await awake(page);
  const second = page.locator('section', { has: page.getByRole('heading', { name: 'Second step' }) });
  await second.getByLabel('Current password').fill(demoPassword());
  await second.getByRole('button', { name: 'Switch on' }).click();
  const secret = (await second.locator('p.font-mono').textContent())!.replaceAll(/[ =]/g, '');
  await second.getByLabel('Code').fill(totp(secret));
  await second.getByRole('button', { name: 'Confirm' }).click();
  await expect(second.getByText('It is on.')).toBeVisible();
  return secret;
}
