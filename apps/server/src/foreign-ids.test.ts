import * as contract from '@jiechuan/contract';
import type { Endpoint } from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { z } from 'zod';
import { applied, secretariat } from './modules/members/testing/applicant.ts';
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
  // Somebody is applying, and has been asked something.
  const { application } = await applied(app);
  await app
    .as(secretariat)
    .call(contract.askApplicant, { params: { id: application.id }, body: { text: 'Since when?' } });
  await othersBusiness(organisations);
  real = await idsIn(app.database.pool);
});
afterAll(() => app.close());

/** What two others have of what the demo alliance has none of: an import, a plan, a shipment, a deal, a file. */
async function othersBusiness(organisations: Awaited<ReturnType<typeof seed>>): Promise<void> {
  const kept = new Set(homes.values());
  const two = organisations.filter(({ kind, id }) => kind === 'enterprise' && !kept.has(id)).slice(0, 2);
  const [one, other] = two.map(({ id }) =>
    app.as({
      role: 'enterprise',
      userId: `owner-${id}`,
      userName: 'Owner',
      organisationId: id,
      organisationRole: 'owner',
    }),
  );
  const file = new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']);
  await one!.call(contract.uploadEvidence, { file, filename: 'licence.pdf' });
  await one!.call(contract.createImport, { file: new Blob(['SKU,Name (en)\nA,B\n']), filename: 'list.csv' });
  const { rows } = await app.database.pool.query<{ id: string }>(
    'select id from product where organisation_id = $1 limit 1',
    [two[0]!.id],
  );
  await one!.call(contract.createPlan, {
    body: { productId: rows[0]!.id, market: 'HU', quantity: 100 },
  });
  await one!.call(contract.createShipment, {
    body: {
      reference: 'R-1',
      market: 'HU',
      lines: [{ description: 'Paper lanterns', quantity: 400, unit: 'H87', grossWeightG: 120_000 }],
    },
  });
  await other!.call(contract.openDeal, {
    body: {
      kind: 'purchase',
      ours: 'seller',
      market: 'HU',
      withOrganisation: two[0]!.id,
      demandId: null,
      title: 'A first order',
      message: 'As agreed',
    },
  });
}

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
  /** What there is nothing of here: see the tests of people, sign-in, ceremonies, contracts, papers and questions. */
  const untried = new Set<string>();
  for (const endpoint of app.http.endpoints) {
    const noun = /\/([\w-]+)\/:id/.exec(endpoint.path)?.[1];
    if (noun === undefined || common.has(noun)) continue;
    for (const role of roles) {
      if (extentOf(app.policy, endpoint.operationId, role) !== 'own') continue;
      const foreignTo = (id: string) =>
        real.of(noun, undefined).filter((one) => !real.of(noun, id).includes(one));
      // Where all there is belongs to the role's own organisation, to another it is foreign.
      const home = [homes.get(role) ?? v7(), v7()].find((one) => foreignTo(one).length > 0);
      if (home === undefined) {
        untried.add(noun);
        continue;
      }
      const foreign = foreignTo(home);
      expected.push(endpoint.operationId);
      const ask = async (id: string, body: unknown) => {
        const answer = await app.http.inject({
          method: endpoint.method,
          url: `/api/v1${endpoint.path
            .replace(':id', id)
            .replace(/:(from|to|number)/g, '1')
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
  expect([...untried].toSorted()).toEqual([
    'api-keys',
    'ceremony-slots',
    'contracts',
    'market-questions',
    'papers',
    'people',
  ]);
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
