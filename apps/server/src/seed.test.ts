import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from './platform/testing/app.ts';
import { seedFirstTime } from './seed.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const readyz = () => app.http.inject('/readyz');

test('a server that will load the demo alliance is not ready from the moment it listens until all is there', async () => {
  const said: string[] = [];
  const seen: number[] = [];
  await seedFirstTime(
    app,
    (code) => void said.push(code),
    async () => void seen.push((await readyz()).statusCode),
  );
  expect(seen).toEqual([503]);
  expect(said).toEqual(['seeding', 'account', 'seeded']);
  expect((await readyz()).statusCode).toBe(200);
  expect(existsSync(path.join(app.ground.config.dataDir, 'demo-accounts.txt'))).toBe(true);

  // A start on what is there already loads nothing.
  await seedFirstTime(
    app,
    (code) => void said.push(code),
    async () => {},
  );
  expect(said).toHaveLength(3);
  expect((await readyz()).statusCode).toBe(200);
});
