import {
  answerReviewer,
  applyForMembership,
  askApplicant,
  exportApplicationsCsv,
  getApplication,
  listApplications,
  reviewApplication,
  uploadEvidence,
  type Application,
  type ProblemError,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { setUpSecretariat } from './index.ts';
import { applied, enterpriseInput, newcomer, secretariat } from './testing/applicant.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  await app.ground.db.transaction().execute((trx) => setUpSecretariat(trx, 'admissions@alliance.example'));
});
afterAll(() => app.close());

const desk = () => app.as(secretariat);
const ask = (application: Application, text: string) =>
  desk().call(askApplicant, { params: { id: application.id }, body: { text } });
const questionIn = (application: Application, at = 0) => application.questions[at]!.id;
const mailsTo = (recipient: string) =>
  app.ground.db
    .selectFrom('mail')
    .select(['subject', 'body'])
    .where('recipient', '=', recipient)
    .orderBy('id')
    .execute();
const waiting = async (whom: 'desk' | 'applicant', state: 'open' | 'refused' = 'open') =>
  (await desk().call(listApplications, { query: { waitsFor: whom, state: [state], limit: 100 } })).items.map(
    ({ id }) => id,
  );

test.each([
  ['zh-CN', '关于“提问有限公司”入盟申请的问题', '秘书处审核'],
  ['en', 'A question about the application of Asked Firm', 'The secretariat has a question'],
  ['ru', 'Вопрос по заявке «Спрошенная фирма»', 'У секретариата вопрос'],
])('a question goes to the applicant in its language (%s)', async (language, subject, words) => {
  const email = `asked-${language}@example.org`;
  const application = await app.as({ ...newcomer(), language }).call(applyForMembership, {
    body: enterpriseInput({
      names: { 'zh-CN': '提问有限公司', en: 'Asked Firm', ru: 'Спрошенная фирма' },
      contact: { person: 'Demo Person', email, phone: null },
    }),
  });
  expect(application).toMatchObject({ questions: [], waitsFor: 'desk' });
  const asked = await ask(application, 'Which licence do you have for food?');
  expect(asked).toMatchObject({
    state: 'open',
    waitsFor: 'applicant',
    questions: [{ text: 'Which licence do you have for food?', askedBy: 'Desk One', answer: null }],
  });
  const mail = (await mailsTo(email)).at(-1)!;
  expect(mail.subject).toBe(subject);
  expect(mail.body).toContain(words);
  expect(mail.body).toContain('Which licence do you have for food?');
  expect(mail.body).toContain(`/admissions/${application.id}`);
});

test('the applicant answers with a file; the desk is told, sees both and can still decide', async () => {
  const { application, owner } = await applied(app, { names: { en: 'Answering Firm' } });
  const params = { id: application.id, questionId: questionIn(await ask(application, 'Show the register.')) };
  expect(await waiting('applicant')).toContain(application.id);
  expect(await waiting('desk')).not.toContain(application.id);
  const file = await app.as(owner).call(uploadEvidence, {
    file: new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']),
    filename: 'register.pdf',
  });
  const answered = await app.as(owner).call(answerReviewer, {
    params,
    body: { text: 'Here is the extract.', evidence: [file.id] },
  });
  const answer = { text: 'Here is the extract.', by: 'New Comer', evidence: [{ name: 'register.pdf' }] };
  expect(answered).toMatchObject({ waitsFor: 'desk', evidence: [], questions: [{ answer }] });
  expect(await desk().call(getApplication, { params: { id: application.id } })).toMatchObject({
    questions: [{ answer }],
  });
  expect(await waiting('desk')).toContain(application.id);
  const { items } = await desk().call(listApplications, { query: { q: 'Answering Firm' } });
  expect(items).toMatchObject([{ waitsFor: 'desk', asked: 1 }]);
  const told = (await mailsTo('admissions@alliance.example')).at(-1)!;
  expect(told.subject).toContain('Answering Firm');
  expect(told.body).toContain('Show the register.');
  expect(told.body).toContain('Here is the extract.');

  const again = await ask(answered, 'And since when?');
  expect(again).toMatchObject({ waitsFor: 'applicant', questions: [{ answer }, { answer: null }] });
  const decided = await desk().call(reviewApplication, {
    params: { id: application.id },
    body: { decision: 'refuse', reason: 'Not registered' },
  });
  expect(decided).toMatchObject({ state: 'refused', waitsFor: null });
  expect(decided.questions).toHaveLength(2);
  expect(await waiting('applicant', 'refused')).toEqual([]);
  const over = { problem: { code: 'members.alreadyDecided' } };
  await expect(ask(decided, 'Too late?')).rejects.toMatchObject(over);
  await expect(
    app.as(owner).call(answerReviewer, {
      params: { id: application.id, questionId: questionIn(again, 1) },
      body: { text: 'Since May' },
    }),
  ).rejects.toMatchObject(over);
  const audited = await app.ground.db
    .selectFrom('audit_log')
    .select('action')
    .where('subject_id', '=', application.id)
    .orderBy('id')
    .execute();
  expect(audited.map(({ action }) => action)).toEqual([
    'members.askApplicant',
    'members.answerReviewer',
    'members.askApplicant',
  ]);
});

test('nobody answers in another’s name, the secretariat neither, and nobody else asks', async () => {
  const { application, owner } = await applied(app);
  const asked = await ask(application, 'Who are you?');
  const answer = { params: { id: application.id, questionId: questionIn(asked) }, body: { text: 'Me' } };
  const other = await applied(app);
  for (const stranger of [newcomer(), other.owner])
    await expect(app.as(stranger).call(answerReviewer, answer)).rejects.toMatchObject({
      problem: { status: 404 },
    });
  for (const role of ['secretariat', 'enterprise'] as const)
    await expect(app.as({ role, userId: 'x' }).call(answerReviewer, answer)).rejects.toMatchObject({
      problem: { status: 404 },
    });
  await expect(app.as({ role: 'visitor' }).call(answerReviewer, answer)).rejects.toMatchObject({
    problem: { status: 401 },
  });
  await expect(
    app.as(owner).call(askApplicant, { params: { id: application.id }, body: { text: 'Me?' } }),
  ).rejects.toMatchObject({ problem: { status: 403 } });
  // A question of another application is none of this one.
  await expect(
    app.as(other.owner).call(answerReviewer, {
      params: { id: other.application.id, questionId: questionIn(asked) },
      body: { text: 'Me' },
    }),
  ).rejects.toMatchObject({ problem: { status: 404 } });
  for (const id of [v7(), application.id])
    await expect(
      app.as(owner).call(answerReviewer, { params: { id, questionId: v7() }, body: { text: 'x' } }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  for (const text of ['', '   ', 'x'.repeat(2001)])
    await expect(ask(application, text)).rejects.toMatchObject({
      problem: { status: 400, errors: [{ path: 'body.text' }] },
    });
  expect(await app.as(owner).call(getApplication, { params: { id: application.id } })).toMatchObject({
    questions: [{ answer: null }],
  });
});

test('a file of somebody else, or one that was used, is no evidence, and the answer isn’t kept without it', async () => {
  const { application, owner } = await applied(app);
  const params = { id: application.id, questionId: questionIn(await ask(application, 'Any proof?')) };
  const file = await app.as(newcomer()).call(uploadEvidence, {
    file: new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']),
    filename: 'theirs.pdf',
  });
  await expect(
    app.as(owner).call(answerReviewer, { params, body: { text: 'This', evidence: [file.id] } }),
  ).rejects.toMatchObject({ problem: { code: 'members.evidenceUnknown' } });
  const read = await app.as(owner).call(getApplication, { params: { id: application.id } });
  expect(read.questions[0]!.answer).toBeNull();
});

/** Codes of what was refused, and how many were done. */
async function atOnce(calls: readonly Promise<unknown>[]) {
  const outcomes = await Promise.allSettled(calls);
  const refused = outcomes.filter((one) => one.status === 'rejected');
  return {
    done: outcomes.length - refused.length,
    codes: [...new Set(refused.map((one) => (one.reason as ProblemError).problem?.code))],
  };
}

test('of ten answers at once one is kept; of thirty questions at once no more than twenty', async () => {
  const { application, owner } = await applied(app);
  const params = { id: application.id, questionId: questionIn(await ask(application, 'First?')) };
  const answers = await atOnce(
    Array.from({ length: 10 }, (_, at) =>
      app.as(owner).call(answerReviewer, { params, body: { text: `Answer ${at}` } }),
    ),
  );
  expect(answers).toEqual({ done: 1, codes: ['members.questionAnswered'] });
  const questions = await atOnce(Array.from({ length: 30 }, (_, at) => ask(application, `Question ${at}?`)));
  expect(questions).toEqual({ done: 19, codes: ['members.tooManyQuestions'] });
  expect((await desk().call(getApplication, { params: { id: application.id } })).questions).toHaveLength(20);
});

test('while it is being decided an answer is either within it or refused', async () => {
  const { application, owner } = await applied(app);
  const asked = await ask(application, 'Quick?');
  const params = { id: application.id, questionId: questionIn(asked) };
  const [decided, answered] = await Promise.allSettled([
    desk().call(reviewApplication, {
      params: { id: application.id },
      body: { decision: 'admit', reason: 'Known' },
    }),
    app.as(owner).call(answerReviewer, { params, body: { text: 'Yes' } }),
  ]);
  expect(decided.status).toBe('fulfilled');
  const read = await desk().call(getApplication, { params: { id: application.id } });
  expect(read.questions[0]!.answer !== null).toBe(answered.status === 'fulfilled');
  if (answered.status === 'rejected')
    expect(answered.reason).toMatchObject({ problem: { code: 'members.alreadyDecided' } });
});

test('the sheet of applications tells whom each waits for', async () => {
  const { application } = await applied(app, { names: { en: 'Sheet Firm' } });
  await ask(application, 'In a sheet?');
  const sheet = await app.http.inject({
    url: `/api/v1${exportApplicationsCsv.path}?waitsFor=applicant&q=Sheet%20Firm`,
    headers: { ...app.headersAs(secretariat), 'accept-language': 'en' },
  });
  expect(sheet.payload).toContain('"Waits for"');
  expect(sheet.payload).toContain('"the applicant"');
});
