import { addressOf, problemSchema, type Endpoint } from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { roles, type Role } from './platform/actor.ts';
import { extentOf } from './platform/policy.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';
import { arbitraryFor, type JsonSchema } from './platform/testing/arbitrary.ts';
import { hostileUpload, spoilt } from './platform/testing/hostile.ts';
import { idsIn, type RealIds } from './platform/testing/real-ids.ts';
import { seed } from './seed.ts';

let app: TestApp;
let real: RealIds;
const homes = new Map<Role, string>();
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  const organisations = await seed(app, { enterprises: 24, products: 60, randomSeed: 3 });
  for (const { kind, id } of organisations) if (!homes.has(kind)) homes.set(kind, id);
  await app.database.pool.query(
    `update product set state = 'draft' where id in (select id from product where organisation_id = $1 limit 1)`,
    [homes.get('enterprise')],
  );
  real = await idsIn(app.database.pool);
});
afterAll(() => app.close());

const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Ids: of rows that are the caller's own, of others' of the kind the address names, of anything, of nothing. */
const idsFor = (endpoint: Endpoint, organisationId: string | undefined): fc.Arbitrary<string> => {
  const noun = /\/([\w-]+)\/:\w+/.exec(endpoint.path)?.[1];
  const own = real.of(noun, organisationId);
  const others = real.of(noun, undefined);
  return fc.oneof(
    ...(own.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...own) }] : []),
    ...(others.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...others) }] : []),
    { weight: 2, arbitrary: fc.constantFrom(...real.all) },
    { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
  );
};

interface Input {
  params: object;
  query: object;
  body: unknown;
}

/** Inputs of an endpoint: what its schema allows, with a hostile value somewhere in it, or anything at all. */
function inputs(endpoint: Endpoint, ids: fc.Arbitrary<string>): fc.Arbitrary<Input> {
  const part = (schema: z.ZodType | undefined) =>
    schema ? arbitraryFor(schemaOf(schema), ids) : fc.constant({});
  const well = { params: part(endpoint.params), query: part(endpoint.query), body: part(endpoint.body) };
  return fc.oneof(
    { weight: 4, arbitrary: fc.record(well) },
    { weight: 2, arbitrary: fc.record({ ...well, body: spoilt(well.body) }) },
    { weight: 2, arbitrary: fc.record({ ...well, query: spoilt(well.query) }) },
    { weight: 1, arbitrary: fc.record({ ...well, params: spoilt(well.params) }) },
    { weight: 1, arbitrary: fc.record({ ...well, body: fc.jsonValue() }) },
  ) as fc.Arbitrary<Input>;
}

/** An address can't hold half a surrogate pair, nor a server's request line a megabyte. */
const inAddress = (values: unknown): unknown =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? JSON.stringify(value)
        : typeof value === 'string'
          ? value.toWellFormed().slice(0, 4000)
          : value,
    ]),
  );

/** Mostly a role that the operation lets in: others are turned away before anything is read. */
const roleFor = (endpoint: Endpoint): fc.Arbitrary<Role> => {
  const let_in = roles.filter((role) => extentOf(app.policy, endpoint.operationId, role) !== 'none');
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...let_in) }, fc.constantFrom(...roles));
};

const requests = (endpoint: Endpoint) =>
  roleFor(endpoint).chain((role) =>
    fc.record({
      role: fc.constant(role),
      input: inputs(endpoint, idsFor(endpoint, homes.get(role))),
      upload: endpoint.upload ? hostileUpload : fc.constant(undefined),
      organisationRole: fc.constantFrom('owner' as const, 'admin' as const, 'member' as const),
      version: fc.constantFrom('"1"', '"2"', '"999999999"', '*', 'W/"1"', ''),
      language: fc.constantFrom('zh-CN', 'en', 'ru', 'x'.repeat(200), '*;q=9'),
    }),
  );

test('whatever is sent to any operation in any role, the answer is what the contract says or a problem document', async () => {
  const seen = new Map<number, number>();
  const faults: string[] = [];
  for (const endpoint of app.http.endpoints) {
    const { counterexample, errorInstance } = await fc.check(
      fc.asyncProperty(requests(endpoint), async ({ role, input, upload, ...more }) => {
        const home = homes.get(role) ?? null;
        const answer = await app.http.inject({
          method: endpoint.method,
          url: addressOf(endpoint, {
            params: inAddress(input.params),
            query: inAddress(input.query),
          } as never),
          headers: {
            ...app.headersAs({
              role,
              organisationId: home,
              organisationRole: home === null ? null : more.organisationRole,
              userId: role === 'visitor' ? null : `fuzz-${role}`,
            }),
            'accept-language': more.language,
            ...(endpoint.method !== 'GET' && { 'content-type': upload?.contentType ?? 'application/json' }),
            ...(endpoint.versioned && endpoint.method !== 'GET' && { 'if-match': more.version }),
          },
          ...(endpoint.method !== 'GET' && { payload: upload?.payload ?? JSON.stringify(input.body) }),
        });
        seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
        // Answers are held against the contract by the server itself here: a breach is a 500.
        expect(answer.statusCode, `${endpoint.operationId}: ${answer.payload.slice(0, 300)}`).toBeLessThan(
          500,
        );
        if (answer.statusCode < 400) return;
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(problemSchema.safeParse(answer.json()).success).toBe(true);
      }),
      { numRuns: 20, seed: 7 },
    );
    if (errorInstance)
      faults.push(
        `${(errorInstance as Error).message.split('\n')[0]} ${JSON.stringify(counterexample).slice(0, 1000)}`,
      );
  }
  expect(faults).toEqual([]);
  // The walls are reached, and so are the rooms behind them.
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404]));
}, 1_200_000);

/** Texts that no client of ours would write: parsed by the server, never by JSON.parse here. */
const bodies = [
  '',
  ' ',
  '{',
  '{"names":{},"names":{"en":"twice"}}',
  '{"__proto__":{"role":"secretariat"}}',
  '{"constructor":{"prototype":{"role":"secretariat"}}}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `{"a":`.repeat(50_000),
  '{"a":1e999999}',
  `{"a":${'9'.repeat(100_000)}}`,
  '"\\ud800"',
  '\ufeff{}',
  'NaN',
];
const queries = [
  'q=%00',
  'q=%ED%A0%80',
  'q=%FF%FE',
  'q=%',
  'q=%E0%A4%A',
  'limit=1&limit=2',
  'limit[]=1',
  'q[a]=1',
  '__proto__=1',
  'constructor=1',
  'q=' + 'a&q='.repeat(3000),
  `cursor=${'A'.repeat(8000)}`,
  '&&&=&',
];

test('bodies and queries that are no JSON and no form are refused by a problem document, or do no harm', async () => {
  const faults: string[] = [];
  for (const endpoint of app.http.endpoints) {
    const role = roles.findLast((one) => extentOf(app.policy, endpoint.operationId, one) !== 'none')!;
    const [id] = real.of('products', homes.get('enterprise'));
    const url = `/api/v1${endpoint.path.replaceAll(/:\w+/g, id!)}`;
    const tries =
      endpoint.method === 'GET'
        ? queries.map((query) => ({ url: `${url}?${query}` }))
        : bodies.map((payload) => ({ url, payload }));
    for (const one of tries) {
      const answer = await app.http.inject({
        method: endpoint.method,
        ...one,
        headers: {
          ...app.headersAs({
            role,
            organisationId: homes.get(role) ?? null,
            organisationRole: 'owner',
            userId: 'raw',
          }),
          ...(endpoint.method !== 'GET' && { 'content-type': 'application/json', 'if-match': '"1"' }),
        },
      });
      const bad = answer.statusCode >= 400 && !problemSchema.safeParse(answer.json()).success;
      if (answer.statusCode >= 500 || bad)
        faults.push(`${endpoint.operationId} ${JSON.stringify(one).slice(0, 120)} → ${answer.statusCode}`);
    }
  }
  expect(faults).toEqual([]);
  expect(({} as { role?: string }).role).toBeUndefined();
});
