import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from './platform/testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

test('the committed openapi.json is what the contract prints (update: npx vitest run apps/server/src/openapi.test.ts -u)', async () => {
  const answer = await app.http.inject('/api/openapi.json');
  await expect(`${JSON.stringify(answer.json(), null, 1)}\n`).toMatchFileSnapshot('../../../openapi.json');
});

test('every reference in the description leads somewhere', async () => {
  const document = (await app.http.inject('/api/openapi.json')).json() as Record<string, unknown>;
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  const dangling = references.filter((path) => {
    const found = path
      .split('/')
      .reduce<unknown>(
        (node, part) => (node as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/')],
        document,
      );
    return found === undefined;
  });
  expect(dangling).toEqual([]);
  expect(document['openapi']).toBe('3.1.0');
});

test('the reference page names every operation and needs no script', async () => {
  const page = (await app.http.inject('/api/docs')).payload;
  for (const { operationId } of app.http.endpoints) expect(page).toContain(`id="${operationId}"`);
  expect(page).not.toContain('<script');
});
