import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

// Handed from the runner to its workers, so that all speak of the same server and folder.
const port = Number((process.env['E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000))));
const root = path.resolve(import.meta.dirname, '..');
const dataDir = (process.env['E2E_DATA'] ??= mkdtempSync(path.join(tmpdir(), 'jiechuan-e2e-')));

/** The real thing from outside: `npm start` on an empty folder, a real browser. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(root, 'test-results'),
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Generous, so that a busy machine fails nothing; who waits for what doesn't come waits longer.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'npm start',
    cwd: root,
    url: `http://localhost:${port}/readyz`,
    timeout: 300_000,
    stdout: 'pipe',
    reuseExistingServer: process.env['E2E_REUSE'] === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: String(port),
      JIECHUAN_DATA: dataDir,
      JIECHUAN_RATE_LIMIT: '100000',
      JIECHUAN_SIGN_IN_LIMIT: '1000',
    },
  },
});
