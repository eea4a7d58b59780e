import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * Chromium as CHROMIUM_PATH names it, as the system has it, or as Playwright brought it.
 * @throws Error with the one command to type when there is none
 */
export function findChromium(): string {
  const places = [
    process.env['CHROMIUM_PATH'],
    // Without windows, not even hidden ones: it opens a page in a sixth of the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found) return found;
  const command =
    process.platform === 'linux'
      ? 'apt-get install -y chromium-headless-shell fonts-noto-cjk'
      : 'npx playwright install chromium';
  throw new Error(`No Chromium was found. Type: ${command}`);
}
