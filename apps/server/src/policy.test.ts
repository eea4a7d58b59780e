import type { Endpoint } from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { roles } from './platform/actor.ts';
import { extentOf, type Policy } from './platform/policy.ts';
import { startTestApp, type TestApp } from './platform/testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const policies = (): Policy => app.policy;
const endpoints = (): Endpoint[] =>
  app.http.endpoints.toSorted((a, b) => a.operationId.localeCompare(b.operationId));
const mark = { all: '●', own: '○', none: '·' };

test('every operation has a rule and every rule an operation', () => {
  expect(Object.keys(policies()).toSorted((a, b) => a.localeCompare(b))).toEqual(
    endpoints().map(({ operationId }) => operationId),
  );
});

test('who may do what is what the table in docs/policy.md says', async () => {
  const rows = endpoints().map(({ operationId, method, path }) => {
    const cells = roles.map((role) => mark[extentOf(policies(), operationId, role)]);
    return `| \`${operationId}\` | ${method} ${path} | ${cells.join(' | ')} |`;
  });
  const table = [
    '# Who may do what',
    '',
    `● to anything · ○ to what belongs to their own organisation (or to themselves) · “·” refused. A role that an operation doesn't name is refused.`,
    'This table is compared with the code by a test; after a change of a `policy.ts` write it anew with `npx vitest run apps/server/src/policy.test.ts -u` and read the difference.',
    '',
    `| Operation | Address | ${roles.join(' | ')} |`,
    `| --- | --- | ${roles.map(() => ':-:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot('../../../docs/policy.md');
});

test('over HTTP each role is let in or turned away just as the table says', async () => {
  const wrong: string[] = [];
  for (const endpoint of endpoints()) {
    const url = `/api/v1${endpoint.path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000')}`;
    for (const role of roles) {
      const answer = await app.http.inject({
        method: endpoint.method,
        url,
        headers: app.headersAs({
          role,
          userId: role === 'visitor' ? null : `user-${role}`,
          organisationRole: 'owner',
        }),
      });
      const extent = extentOf(policies(), endpoint.operationId, role);
      const turnedAway = ['platform.signInFirst', 'platform.forbidden'].includes(
        answer.statusCode >= 400 ? (answer.json() as { code: string }).code : '',
      );
      if (turnedAway !== (extent === 'none'))
        wrong.push(`${endpoint.operationId} × ${role}: ${answer.statusCode}, table says ${extent}`);
      if (answer.statusCode >= 500) wrong.push(`${endpoint.operationId} × ${role}: ${answer.statusCode}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an API key does nothing that its scopes do not name, whatever its owner may do', async () => {
  const wrong: string[] = [];
  for (const endpoint of endpoints()) {
    const { operationId } = endpoint;
    const [module] = operationId.split('.');
    const role = roles.findLast((one) => extentOf(policies(), operationId, one) !== 'none')!;
    const codeWith = async (scopes: string[]) => {
      const answer = await app.http.inject({
        method: endpoint.method,
        url: `/api/v1${endpoint.path.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000')}`,
        headers: app.headersAs({ role, userId: `key-${role}`, organisationRole: 'owner', scopes }),
      });
      return answer.statusCode === 403 ? (answer.json() as { code: string }).code : '';
    };
    const others = [
      `${module}.other`,
      'else.*',
      '*',
      `${operationId}.*`,
      operationId.slice(0, -1),
      `${module}`,
    ];
    for (const scopes of [[], others])
      if ((await codeWith(scopes)) !== 'platform.outOfScope') wrong.push(`${operationId} let in`);
    for (const scopes of [[operationId], [`${module}.*`]])
      if ((await codeWith(scopes)) === 'platform.outOfScope') wrong.push(`${operationId} kept out`);
  }
  expect(wrong).toEqual([]);
});
