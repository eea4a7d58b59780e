import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { awake, demoPassword, expect } from './people.ts';

/** RFC 6238 with SHA-1, 30 s, six digits; the secret in RFC 4648 base32. */
export function totp(secret: string): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Gives a page's browser an authenticator and registers a passkey with it. */
export async function addPasskey(page: Page): Promise<void> {
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
  await page.getByLabel('Name, such as “office computer”').fill('signing desk');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'signing desk' })).toBeVisible();
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
