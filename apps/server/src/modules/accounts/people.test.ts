import * as contract from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

type Role = (typeof contract.personRoles)[number];
const query = (text: string, values: unknown[]) => app.database.pool.query(text, values);

async function newUser(verified = true): Promise<{ userId: string; email: string }> {
  const userId = v7();
  const email = `${userId}@example.org`;
  await query(
    `insert into auth_user (id, name, email, "emailVerified", "updatedAt") values ($1, $2, $3, $4, now())`,
    [userId, `Person ${userId.slice(-4)}`, email, verified],
  );
  return { userId, email };
}

/** An organisation with one person for each role, in that order. */
async function organisationOf(...roles: Role[]) {
  const organisationId = v7();
  await query(
    `insert into auth_organisation (id, name, slug, "createdAt") values ($1, 'Demo Trading', $1, now())`,
    [organisationId],
  );
  const people = [];
  for (const role of roles) {
    const { userId, email } = await newUser();
    const id = v7();
    await query(
      `insert into auth_membership (id, "organizationId", "userId", role, "createdAt") values ($1, $2, $3, $4, clock_timestamp())`,
      [id, organisationId, userId, role],
    );
    const client = app.as({ role: 'merchant', userId, organisationId, organisationRole: role });
    people.push({ id, userId, email, client });
  }
  return { organisationId, people };
}

async function invite(
  { organisationId, people }: Awaited<ReturnType<typeof organisationOf>>,
  { email, status = 'pending', until = '1 day' }: { email: string; status?: string; until?: string },
): Promise<string> {
  const id = v7();
  await query(
    `insert into auth_invitation (id, "organizationId", email, role, status, "expiresAt", "inviterId")
     values ($1, $2, $3, 'member', $4, now() + $5::interval, $6)`,
    [id, organisationId, email, status, until, people[0]!.userId],
  );
  return id;
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it was not refused'),
    (error: contract.ProblemError) => error.problem,
  );
const rolesOf = async (client: contract.Client) =>
  (await client.call(contract.listPeople, {})).items.map(({ role }) => role);

describe('the people of an organisation', () => {
  test('are seen by each of them, with who one is oneself and who is invited', async () => {
    const organisation = await organisationOf('owner', 'member');
    await invite(organisation, { email: 'late@example.org', until: '-1 day' });
    await invite(organisation, { email: 'gone@example.org', status: 'canceled' });
    const [owner, member] = organisation.people;
    const seen = await member!.client.call(contract.listPeople, {});
    expect(seen.items).toMatchObject([
      { email: owner!.email, role: 'owner', you: false },
      { email: member!.email, role: 'member', you: true },
    ]);
    expect(seen.invitations).toMatchObject([{ email: 'late@example.org', expired: true }]);
    expect(seen.manages).toBe(false);
    expect((await owner!.client.call(contract.listPeople, {})).manages).toBe(true);
  });

  test('an owner gives others their parts and takes people out; each is in the audit log', async () => {
    const { people } = await organisationOf('owner', 'member', 'admin');
    const [owner, member, admin] = people;
    await owner!.client.call(contract.changePersonRole, {
      params: { id: member!.id },
      body: { role: 'owner' },
    });
    await owner!.client.call(contract.removePerson, { params: { id: admin!.id } });
    expect(await rolesOf(owner!.client)).toEqual(['owner', 'owner']);
    const { rows } = await query(
      `select action, before->>'role' as before, after->>'role' as after from audit_log where subject_id = any($1) order by id`,
      [[member!.userId, admin!.userId]],
    );
    expect(rows).toEqual([
      { action: 'accounts.changePersonRole', before: 'member', after: 'owner' },
      { action: 'accounts.removePerson', before: 'admin', after: null },
    ]);
  });

  test('a member changes nobody, an administrator no owner, and nobody those of another organisation', async () => {
    const { people } = await organisationOf('owner', 'admin', 'member', 'member');
    const [owner, admin, member, other] = people;
    const remove = (by: typeof owner, whom: typeof owner) =>
      by!.client.call(contract.removePerson, { params: { id: whom!.id } });
    expect((await refusal(remove(member, other))).code).toBe('accounts.notYoursToManage');
    expect((await refusal(remove(admin, owner))).code).toBe('accounts.notYoursToManage');
    const crowned = admin!.client.call(contract.changePersonRole, {
      params: { id: member!.id },
      body: { role: 'owner' },
    });
    expect((await refusal(crowned)).code).toBe('accounts.onlyOwnersMakeOwners');
    const stranger = (await organisationOf('owner')).people[0];
    expect((await refusal(remove(stranger, member))).status).toBe(404);
    await remove(admin, member);
    expect(await rolesOf(owner!.client)).toEqual(['owner', 'admin', 'member']);
  });

  test('who has been taken out or demoted since signing in can no longer change others', async () => {
    const { people } = await organisationOf('owner', 'admin', 'member');
    const [owner, admin, member] = people;
    await owner!.client.call(contract.changePersonRole, {
      params: { id: admin!.id },
      body: { role: 'member' },
    });
    const remove = admin!.client.call(contract.removePerson, { params: { id: member!.id } });
    expect((await refusal(remove)).code).toBe('accounts.notYoursToManage');
  });

  test('everybody can leave, but for the last owner, who is told what to do first', async () => {
    const { people } = await organisationOf('owner', 'member');
    const [owner, member] = people;
    await member!.client.call(contract.removePerson, { params: { id: member!.id } });
    const leave = () => owner!.client.call(contract.removePerson, { params: { id: owner!.id } });
    expect(await refusal(leave())).toMatchObject({ status: 409, code: 'accounts.lastOwner' });
    const demote = owner!.client.call(contract.changePersonRole, {
      params: { id: owner!.id },
      body: { role: 'admin' },
    });
    expect((await refusal(demote)).code).toBe('accounts.lastOwner');
  });

  test('of two owners who leave at the same moment one stays', async () => {
    for (let round = 0; round < 10; round++) {
      const { people } = await organisationOf('owner', 'owner');
      const outcomes = await Promise.allSettled(
        people.map(({ id, client }) => client.call(contract.removePerson, { params: { id } })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  test('the sign-in library’s own ways around these rules are shut', async () => {
    for (const way of ['remove-member', 'update-member-role', 'set-active', 'leave', 'update', 'delete']) {
      const answer = await app.http.inject({
        method: 'POST',
        url: `/api/auth/organization/${way}`,
        headers: { origin: 'http://localhost:4000' },
        payload: {},
      });
      expect(answer.json()).toMatchObject({ status: 404, code: 'auth.noSuchRoute' });
    }
  });
});

describe('an invitation', () => {
  test('says whether it is open, run out, answered or withdrawn to whoever holds the link, and no more', async () => {
    const organisation = await organisationOf('owner');
    const invited = await newUser();
    const cases = [
      [{ status: 'pending' }, 'open'],
      [{ status: 'pending', until: '-1 day' }, 'expired'],
      [{ status: 'accepted', until: '-1 day' }, 'accepted'],
      [{ status: 'rejected' }, 'declined'],
      [{ status: 'canceled' }, 'withdrawn'],
    ] as const;
    for (const [what, state] of cases) {
      const id = await invite(organisation, { email: invited.email, ...what });
      const ask = (who: Parameters<TestApp['as']>[0]) =>
        app.as(who).call(contract.getInvitation, { params: { id } });
      expect(await ask({ role: 'visitor' })).toEqual({ state, yours: null, details: null });
      const stranger = await newUser();
      expect(await ask({ role: 'user', userId: stranger.userId })).toEqual({
        state,
        yours: false,
        details: null,
      });
      expect(await ask({ role: 'user', userId: invited.userId })).toMatchObject({
        state,
        yours: true,
        details: { organisation: 'Demo Trading', role: 'member' },
      });
    }
  });

  test('names nobody to an address that is not shown to be its holder’s, and one that never was is not found', async () => {
    const organisation = await organisationOf('owner');
    const { email, userId } = await newUser(false);
    const id = await invite(organisation, { email: email.toUpperCase() });
    const client = app.as({ role: 'user', userId });
    expect(await client.call(contract.getInvitation, { params: { id } })).toEqual({
      state: 'open',
      yours: true,
      details: null,
    });
    expect((await refusal(client.call(contract.getInvitation, { params: { id: v7() } }))).status).toBe(404);
  });
});
