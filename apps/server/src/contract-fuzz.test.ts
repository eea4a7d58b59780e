import { addressOf, problemSchema, type Endpoint } from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { roles } from './platform/actor.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';
import { arbitraryFor, type JsonSchema } from './platform/testing/arbitrary.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const organisationId = '01890000-0000-7000-8000-000000000001';
const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Inputs of an endpoint: mostly what its schema allows, now and then anything at all. */
function inputs(endpoint: Endpoint): fc.Arbitrary<{ params: object; query: object; body: unknown }> {
  const part = (schema: z.ZodType | undefined) => (schema ? arbitraryFor(schemaOf(schema)) : fc.constant({}));
  const path = endpoint.params ? arbitraryFor(schemaOf(endpoint.params)) : fc.constant({});
  return fc.record({
    params: path as fc.Arbitrary<object>,
    query: fc.oneof(
      { weight: 4, arbitrary: part(endpoint.query) },
      { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.string()) },
    ) as fc.Arbitrary<object>,
    body: fc.oneof({ weight: 4, arbitrary: part(endpoint.body) }, { weight: 1, arbitrary: fc.jsonValue() }),
  });
}

test(
  'whatever is sent to any operation in any role, the answer is what the contract says or a problem document',
  { timeout: 300_000 },
  async () => {
    for (const endpoint of app.http.endpoints) {
      await fc.assert(
        fc.asyncProperty(inputs(endpoint), fc.constantFrom(...roles), async (input, role) => {
          const multipart = endpoint.upload && typeof input.body === 'string';
          const answer = await app.http.inject({
            method: endpoint.method,
            url: addressOf(endpoint, input as never),
            headers: {
              ...app.headersAs({
                role,
                organisationId,
                organisationRole: 'owner',
                userId: role === 'visitor' ? null : 'fuzz',
              }),
              ...(endpoint.method !== 'GET' && !multipart && { 'content-type': 'application/json' }),
              ...(endpoint.versioned && endpoint.method !== 'GET' && { 'if-match': '"1"' }),
            },
            ...(endpoint.method !== 'GET' && { payload: JSON.stringify(input.body) }),
          });
          // Answers are held against the contract by the server itself here: a breach is a 500.
          expect(answer.statusCode, `${endpoint.operationId}: ${answer.payload.slice(0, 300)}`).toBeLessThan(
            500,
          );
          if (answer.statusCode >= 400) expect(problemSchema.safeParse(answer.json()).success).toBe(true);
        }),
        { numRuns: 60, seed: 7 },
      );
    }
  },
);
