import {
  applyForMembership,
  getApplication,
  getMember,
  getMyOrganisation,
  getOrganisationHistory,
  leaveAlliance,
  listApplications,
  listMembers,
  organisationStates,
  reinstateMember,
  reviewApplication,
  suspendMember,
} from '@jiechuan/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { stateAfter, type Move } from './admission-states.ts';
import { admitted, applied, enterpriseInput, newcomer, secretariat } from './testing/applicant.ts';
import { roleOf } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const because = (reason: string) => ({ reason });
const mailsTo = async (recipient: string) =>
  (
    await app.ground.db
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('recipient', '=', recipient)
      .orderBy('id')
      .execute()
  ).map(({ subject, body }) => `${subject}\n${body}`);

describe('applying', () => {
  test('an application makes an organisation that nobody outside sees, owned by the applicant', async () => {
    const { application, owner, id } = await applied(app, { names: { en: 'Quiet Firm' } });
    expect(application).toMatchObject({
      state: 'open',
      answers: { purpose: 'To sell abroad' },
      profile: { state: 'applying', continent: 'asia', version: 1 },
    });
    const mine = await app.as(owner).call(getMyOrganisation, {});
    expect(mine.contact?.phone).toBe('+86 832 555 0100');
    for (const role of ['visitor', 'enterprise', 'secretariat'] as const) {
      await expect(app.as({ role, userId: 'x' }).call(getMember, { params: { id } })).rejects.toMatchObject({
        problem: { status: 404 },
      });
      const list = await app.as({ role, userId: 'x' }).call(listMembers, { query: { q: 'Quiet Firm' } });
      expect(list.items).toEqual([]);
      expect(list.total).toBe(0);
    }
    expect(await roleOf(app.ground.db, id)).toBe('user');
  });

  test('a wrong check digit is refused and the right one is named, in the reader’s language', async () => {
    const body = enterpriseInput({ creditCode: '91350100M000100Y4Z' });
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: { ...app.headersAs(newcomer()), 'accept-language': 'ru' },
      payload: body,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: [
        {
          path: 'body.creditCode',
          code: 'members.creditCodeCheckDigit',
          message: expect.stringContaining('должен быть «3»') as string,
        },
      ],
    });
  });

  test('an enterprise in China must have a credit code, one abroad can’t', async () => {
    const client = app.as(newcomer());
    await expect(
      client.call(applyForMembership, { body: enterpriseInput({ creditCode: null }) }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'members.creditCodeNeeded' }] } });
    await expect(
      client.call(applyForMembership, { body: enterpriseInput({ country: 'HU' }) }),
    ).rejects.toMatchObject({ problem: { errors: [{ code: 'members.creditCodeAbroad' }] } });
    await expect(
      client.call(applyForMembership, { body: enterpriseInput({ country: 'XX', creditCode: null }) }),
    ).rejects.toMatchObject({ problem: { code: 'members.countryUnknown' } });
  });

  test('the same request twice is done once; a second application of the same person is refused', async () => {
    const person = newcomer();
    const body = enterpriseInput();
    const options = { idempotencyKey: `apply-${person.userId}` };
    const first = await app.as(person).call(applyForMembership, { body }, options);
    const second = await app.as(person).call(applyForMembership, { body }, options);
    expect(second).toEqual(first);
    await expect(app.as(person).call(applyForMembership, { body: enterpriseInput() })).rejects.toMatchObject({
      problem: { code: 'members.alreadyApplied', status: 409 },
    });
  });

  test('evidence is the applicant’s own file, shown to the desk, and can’t be somebody else’s', async () => {
    const person = newcomer();
    const form = new FormData();
    form.append('file', new Blob([pdf], { type: 'application/pdf' }), 'licence.pdf');
    const encoded = new Response(form);
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/v1/applications/evidence',
      headers: { ...app.headersAs(person), 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(201);
    const file = answer.json<{ id: string }>();
    const stranger = app.as(newcomer());
    await expect(
      stranger.call(applyForMembership, { body: enterpriseInput({ evidence: [file.id] }) }),
    ).rejects.toMatchObject({ problem: { code: 'members.evidenceUnknown' } });
    const application = await app
      .as(person)
      .call(applyForMembership, { body: enterpriseInput({ evidence: [file.id] }) });
    const seen = await app.as(secretariat).call(getApplication, { params: { id: application.id } });
    expect(seen.evidence).toMatchObject([{ id: file.id, name: 'licence.pdf', mediaType: 'application/pdf' }]);
  });

  test('the desk finds an applicant by any spelling of its name, and nobody by a word it hasn’t', async () => {
    const { application } = await applied(app, {
      names: { 'zh-CN': '示范荣昌折扇厂', en: 'Demo Rongchang Fans' },
    });
    const find = async (q: string) =>
      (await app.as(secretariat).call(listApplications, { query: { q } })).items.map(({ id }) => id);
    for (const q of ['折扇', 'rongchang', 'zheshan']) expect(await find(q), q).toEqual([application.id]);
    expect(await find('nobodyiscalledthis')).toEqual([]);
    expect((await app.as(newcomer()).call(listApplications, { query: { q: '折扇' } })).items).toEqual([]);
  });

  test('somebody else’s application does not exist', async () => {
    const { application, owner } = await applied(app);
    const params = { id: application.id };
    await expect(app.as(newcomer()).call(getApplication, { params })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect((await app.as(owner).call(getApplication, { params })).id).toBe(application.id);
    expect((await app.as(owner).call(listApplications, {})).items.map(({ id }) => id)).toEqual([
      application.id,
    ]);
  });
});

describe('deciding', () => {
  test('admission makes a member of it: public, in the role of its kind, told by mail and kept with reason, person and date', async () => {
    const email = 'admitted@example.org';
    const { application, id, owner } = await admitted(app, {
      names: { en: 'Plain Firm' },
      contact: { person: 'Demo', email, phone: null },
    });
    expect((await app.as({ role: 'visitor' }).call(getMember, { params: { id } })).names.en).toBe(
      'Plain Firm',
    );
    expect(await roleOf(app.ground.db, id)).toBe('enterprise');
    const history = await app.as(owner).call(getOrganisationHistory, { params: { id } });
    expect(history.items).toMatchObject([
      { from: 'applying', to: 'admitted', reason: 'Complete', personName: 'Desk One' },
      { from: null, to: 'applying', personName: 'New Comer' },
    ]);
    const read = await app.as(owner).call(getApplication, { params: { id: application.id } });
    expect(read).toMatchObject({ state: 'admitted', reason: 'Complete', decidedBy: 'Desk One' });
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain('We have the application of Plain Firm');
    expect(mails[1]).toContain('Plain Firm has been admitted');
    expect(mails[1]).toContain('The reviewer wrote: Complete');
    expect(mails[1]).toMatch(/https?:.*\/organisation/);
    const audit = await app.ground.db
      .selectFrom('audit_log')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['members.apply', 'members.admit']);
  });

  test('a refused organisation stays invisible and may apply again', async () => {
    const { application, owner, id } = await applied(app, { names: { en: 'Second Try' } });
    const refusal = { decision: 'refuse' as const, reason: 'No licence yet' };
    await app.as(secretariat).call(reviewApplication, { params: { id: application.id }, body: refusal });
    await expect(app.as(owner).call(getMember, { params: { id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    const again = await app
      .as(owner)
      .call(applyForMembership, { body: enterpriseInput({ creditCode: application.profile.creditCode }) });
    expect(again.organisation.id).toBe(id);
    expect(again.id).not.toBe(application.id);
  });

  test('every move out of order is refused with the state in words', async () => {
    const { application, id } = await applied(app);
    const desk = app.as({ ...secretariat, language: 'en' });
    await expect(desk.call(suspendMember, { params: { id }, body: because('x') })).rejects.toMatchObject({
      problem: {
        code: 'members.moveOutOfOrder',
        detail: 'The organisation is “applying”: the move “suspend” is out of order.',
      },
    });
    await desk.call(reviewApplication, {
      params: { id: application.id },
      body: { decision: 'admit', reason: 'ok' },
    });
    await expect(desk.call(reinstateMember, { params: { id }, body: because('x') })).rejects.toMatchObject({
      problem: { status: 409 },
    });
    await desk.call(suspendMember, { params: { id }, body: because('late fees') });
    await expect(desk.call(getMember, { params: { id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    await expect(desk.call(suspendMember, { params: { id }, body: because('x') })).rejects.toMatchObject({
      problem: { status: 409 },
    });
    await desk.call(reinstateMember, { params: { id }, body: because('paid') });
    const left = await desk.call(leaveAlliance, { params: { id }, body: because('closed') });
    expect(left.state).toBe('left');
    expect(await roleOf(app.ground.db, id)).toBe('user');
  });

  test('an organisation leaves by its owner’s wish; a mere member of it or a stranger can’t take it out', async () => {
    const { owner, id } = await admitted(app);
    const other = await admitted(app);
    const body = because('we close');
    await expect(
      app.as({ ...owner, organisationRole: 'member' }).call(leaveAlliance, { params: { id }, body }),
    ).rejects.toMatchObject({ problem: { status: 403 } });
    await expect(app.as(other.owner).call(leaveAlliance, { params: { id }, body })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect((await app.as(owner).call(leaveAlliance, { params: { id }, body })).state).toBe('left');
  });

  test('of all moves from all states only those of the statutes lead anywhere', () => {
    const moves: Move[] = ['apply', 'admit', 'refuse', 'suspend', 'reinstate', 'leave'];
    const lines = [null, ...organisationStates].flatMap((state) =>
      moves.flatMap((move) => {
        const to = stateAfter(state, move);
        return to ? [`${state} ${move} ${to}`] : [];
      }),
    );
    expect(lines).toEqual([
      'null apply applying',
      'applying admit admitted',
      'applying refuse refused',
      'admitted suspend suspended',
      'admitted leave left',
      'refused apply applying',
      'suspended reinstate admitted',
      'suspended leave left',
      'left apply applying',
    ]);
  });

  test('history can only grow', async () => {
    await admitted(app);
    const { pool } = app.database;
    await expect(pool.query('delete from organisation_move')).rejects.toThrow('append-only');
    await expect(pool.query(`update organisation_move set reason = 'x'`)).rejects.toThrow('append-only');
  });
});

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
