import type { Endpoint } from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { z } from 'zod';
import { roles, type Role } from './platform/actor.ts';
import { extentOf } from './platform/policy.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';
import { arbitraryFor, type JsonSchema } from './platform/testing/arbitrary.ts';
import { idsIn, type RealIds } from './platform/testing/real-ids.ts';
import { seed } from './seed.ts';

let app: TestApp;
let real: RealIds;
const homes = new Map<Role, string>();
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const organisations = await seed(app, { enterprises: 12, products: 40, randomSeed: 5 });
  for (const { kind, id } of organisations) if (!homes.has(kind)) homes.set(kind, id);
  // Other enterprises' drafts: nobody else's business.
  await app.database.pool.query(`update product set state = 'draft' where organisation_id <> $1`, [
    homes.get('enterprise'),
  ]);
  real = await idsIn(app.database.pool);
});
afterAll(() => app.close());

/** Nobody's own and read by all: that there is one is no secret. Who may speak on it is another question. */
const common = new Set(['market-habits']);

const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Bodies that the contract takes, as far as luck has it; the same each run. */
const bodiesFor = (endpoint: Endpoint): unknown[] =>
  endpoint.body
    ? fc
        .sample(arbitraryFor(schemaOf(endpoint.body)), { numRuns: 200, seed: 11 })
        .filter((body) => endpoint.body!.safeParse(body).success)
        .slice(0, 3)
    : [undefined];

/** A query that the contract takes, where it takes none without; the same each run. */
function queryFor({ query }: Endpoint): string {
  if (!query || query.safeParse({}).success) return '';
  const some = fc
    .sample(arbitraryFor(schemaOf(query)), { numRuns: 200, seed: 11 })
    .find((one) => query.safeParse(one).success) as Record<string, unknown>;
  return `?${new URLSearchParams(Object.entries(some).map(([name, value]) => [name, String(value)]))}`;
}

test('somebody else’s id is answered by every operation as one that does not exist', async () => {
  const told: string[] = [];
  const reached = new Set<string>();
  const expected: string[] = [];
  for (const endpoint of app.http.endpoints) {
    const noun = /\/([\w-]+)\/:id/.exec(endpoint.path)?.[1];
    if (noun === undefined || common.has(noun)) continue;
    for (const role of roles) {
      if (extentOf(app.policy, endpoint.operationId, role) !== 'own') continue;
      const home = homes.get(role) ?? v7();
      const foreign = real.of(noun, undefined).filter((id) => !real.of(noun, home).includes(id));
      if (foreign.length === 0) continue;
      expected.push(endpoint.operationId);
      const ask = async (id: string, body: unknown) => {
        const answer = await app.http.inject({
          method: endpoint.method,
          url: `/api/v1${endpoint.path
            .replace(':id', id)
            .replace(/:(from|to)/g, '1')
            .replace(':market', 'DE')
            .replaceAll(/:\w+/g, v7())}${queryFor(endpoint)}`,
          headers: {
            ...app.headersAs({
              role,
              userId: `thief-${role}`,
              organisationId: home,
              organisationRole: 'owner',
            }),
            ...(endpoint.versioned && endpoint.method !== 'GET' && { 'if-match': '"1"' }),
            ...(endpoint.body && { 'content-type': 'application/json' }),
          },
          ...(endpoint.body && { payload: JSON.stringify(body) }),
        });
        return `${answer.statusCode} ${(answer.json() as { code?: string }).code}`;
      };
      for (const body of bodiesFor(endpoint)) {
        const [nobody, somebody] = [await ask(v7(), body), await ask(foreign[foreign.length >> 1]!, body)];
        if (nobody.startsWith('404')) reached.add(endpoint.operationId);
        if (nobody !== somebody) told.push(`${endpoint.operationId} as ${role}: ${nobody}, ${somebody}`);
      }
    }
  }
  expect(told).toEqual([]);
  // Uploads are refused for their form before anybody asks whose they are.
  const unreached = [...new Set(expected)].filter((operation) => !reached.has(operation));
  expect(
    unreached.filter(
      (operation) => !app.http.endpoints.find(({ operationId }) => operationId === operation)!.upload,
    ),
  ).toEqual([]);
}, 300_000);

test('a draft is read by nobody but its maker and the secretariat', async () => {
  const home = homes.get('enterprise')!;
  const foreign = real.of('products', undefined).filter((id) => !real.of('products', home).includes(id));
  for (const role of roles) {
    const headers = app.headersAs({
      role,
      organisationId: homes.get(role) ?? null,
      userId: role === 'visitor' ? null : role,
    });
    const { statusCode } = await app.http.inject({ url: `/api/v1/products/${foreign[0]}`, headers });
    expect(statusCode, role).toBe(role === 'secretariat' ? 200 : role === 'observer' ? 403 : 404);
  }
});
