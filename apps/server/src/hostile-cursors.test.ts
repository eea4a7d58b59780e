import { addressOf } from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Role } from './platform/actor.ts';
import { writeCursor } from './platform/http/cursor.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const id = '01890000-0000-7000-8000-000000000001';
const forged = [
  [1],
  ['x'],
  ['-'.repeat(36)],
  ['\ud800'],
  [1e308],
  [0.5, id],
  [1e300, id],
  ['infinity', id],
  ['2026-02-31', id],
  [1, 2],
  ['a', 'b'],
].map(writeCursor);

test('a forged cursor or a NUL in the words is refused or harmless in every list, never a fault', async () => {
  const faults: string[] = [];
  for (const endpoint of app.http.endpoints) {
    if (endpoint.method !== 'GET' || !endpoint.query) continue;
    const queries = [
      ...('cursor' in endpoint.query.shape ? forged.map((cursor) => ({ cursor })) : []),
      ...('q' in endpoint.query.shape ? [{ q: '\0' }, { q: 'a\0b' }] : []),
    ];
    for (const query of queries) {
      for (const role of ['visitor', 'enterprise', 'secretariat'] as const satisfies Role[]) {
        const answer = await app.http.inject({
          url: addressOf(endpoint, { params: { id }, query } as never),
          headers: app.headersAs({
            role,
            organisationId: role === 'visitor' ? null : id,
            userId: role === 'visitor' ? null : 'forger',
          }),
        });
        if (answer.statusCode >= 500)
          faults.push(`${endpoint.operationId} ${JSON.stringify(query)} ${answer.statusCode}`);
      }
    }
  }
  expect(faults).toEqual([]);
});
