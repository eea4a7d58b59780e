import {
  applyForMembership,
  getMember,
  getMyOrganisation,
  getOrganisationHistory,
  leaveAlliance,
  listApplications,
  reviewApplication,
  suspendMember,
  updateOrganisation,
  type ProblemError,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import {
  admitted,
  applied,
  enterpriseInput,
  freshCreditCode,
  newcomer,
  secretariat,
} from './testing/applicant.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

/** Runs `count` calls at once: how many were done, and the codes of those that were refused. */
async function atOnce(count: number, call: (index: number) => Promise<unknown>) {
  const outcomes = await Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)));
  const refused = outcomes.filter((one) => one.status === 'rejected');
  return {
    done: outcomes.length - refused.length,
    codes: [...new Set(refused.map((one) => (one.reason as ProblemError).problem?.code))],
  };
}

test('of ten reviewers who decide one application at once one wins and nine are told who did', async () => {
  const { application, owner, id } = await applied(app);
  const outcome = await atOnce(10, (index) =>
    app.as({ ...secretariat, userId: `sec-${index}`, userName: `Desk ${index}` }).call(reviewApplication, {
      params: { id: application.id },
      body: { decision: index % 2 === 0 ? 'admit' : 'refuse', reason: `decided by ${index}` },
    }),
  );
  expect(outcome).toEqual({ done: 1, codes: ['members.alreadyDecided'] });
  const history = await app.as(owner).call(getOrganisationHistory, { params: { id } });
  expect(history.items).toHaveLength(2);
  const mine = await app.as(owner).call(getMyOrganisation, {});
  expect(history.items[0]!.to).toBe(mine.state);
});

test('of ten people who apply with one credit code at once one is heard', async () => {
  const creditCode = freshCreditCode();
  const outcome = await atOnce(10, () =>
    app.as(newcomer()).call(applyForMembership, { body: enterpriseInput({ creditCode }) }),
  );
  expect(outcome).toEqual({ done: 1, codes: ['members.creditCodeTaken'] });
});

test('of ten clicks of one person at once one makes an application', async () => {
  const person = newcomer();
  const outcome = await atOnce(10, () =>
    app.as(person).call(applyForMembership, {
      body: enterpriseInput({ country: 'HU', creditCode: null, kind: 'merchant' }),
    }),
  );
  expect(outcome).toEqual({ done: 1, codes: ['members.alreadyApplied'] });
  expect((await app.as(person).call(listApplications, {})).total).toBe(1);
});

test('ten times the same request with one key at once is done once and answered alike', async () => {
  const person = newcomer();
  const body = enterpriseInput();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      app.as(person).call(applyForMembership, { body }, { idempotencyKey: `once-${person.userId}` }),
    ),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('of ten edits from one version at once one is kept, the others are told of the newer version', async () => {
  const { id, owner } = await admitted(app);
  const { version } = await app.as(owner).call(getMember, { params: { id } });
  const outcome = await atOnce(10, (index) =>
    app
      .as(owner)
      .call(updateOrganisation, { params: { id }, body: { employees: index } }, { ifMatch: version }),
  );
  expect(outcome).toEqual({ done: 1, codes: ['platform.staleVersion'] });
  expect((await app.as(owner).call(getMember, { params: { id } })).version).toBe(version + 1);
});

test('suspending and leaving at once never leaves a state the statutes don’t know', async () => {
  const { id, owner } = await admitted(app);
  const params = { id };
  await atOnce(8, (index) =>
    index % 2 === 0
      ? app.as(secretariat).call(suspendMember, { params, body: { reason: `${index}` } })
      : app.as(owner).call(leaveAlliance, { params, body: { reason: `${index}` } }),
  );
  const { items } = await app.as(owner).call(getOrganisationHistory, { params });
  const path = items.toReversed().map(({ to }) => to);
  expect([
    ['applying', 'admitted', 'left'],
    ['applying', 'admitted', 'suspended', 'left'],
  ]).toContainEqual(path);
});
