import {
  answerQuestion,
  askLocals,
  closeQuestion,
  getHabit,
  getQuestion,
  listQuestions,
  makeHabitOfAnswer,
  uploadQuestionPicture,
  type InputOf,
} from '@jiechuan/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { member, secretariat, type Caller } from '../testing/member.ts';

let app: TestApp;
let asker: Awaited<ReturnType<typeof member>>;
let local: Awaited<ReturnType<typeof member>>;
let elsewhere: Awaited<ReturnType<typeof member>>;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  asker = await member(app, 'CN', 'Sauce Works');
  local = await member(app, 'JP', 'Yokohama House');
  elsewhere = await member(app, 'DE', 'Hamburg House');
});
afterAll(() => app.close());

const question = (change: Partial<InputOf<typeof askLocals>['body']> = {}) => ({
  market: 'JP',
  subject: 'pack' as const,
  about: 'Gift box of four jars',
  text: 'Would four in a box do?',
  ...change,
});
const ask = (who: Caller = asker, change: Parameters<typeof question>[0] = {}) =>
  app.as(who).call(askLocals, { body: question(change) });
const answer = (who: Caller, id: string, text = 'Make it three or five.') =>
  app.as(who).call(answerQuestion, { params: { id }, body: { text } });
const mailsTo = async ({ userId }: Caller) =>
  (
    await app.database.pool.query<{ subject: string; body: string }>(
      'select subject, body from mail where recipient = $1 order by id',
      [`${userId}@example.org`],
    )
  ).rows;
const notFound = { problem: { code: 'platform.notFound' } };

test('a question lies in the inbox of the members of that market, who get a mail; the answer reaches who asked', async () => {
  const asked = await ask();
  expect(asked).toMatchObject({
    organisation: { names: { en: 'Sauce Works' } },
    may: { answer: false, close: true },
  });
  const inbox = await app.as(local).call(listQuestions, {});
  expect(inbox.items).toMatchObject([{ id: asked.id, about: 'Gift box of four jars', answers: 0 }]);
  const [mail] = (await mailsTo(local)).slice(-1);
  expect(mail?.subject).toBe('Sauce Works asks about Gift box of four jars');
  expect(mail?.body).toContain(`/questions/${asked.id}`);

  await answer(local, asked.id);
  const read = await app.as(asker).call(getQuestion, { params: { id: asked.id } });
  expect(read.answers).toMatchObject([
    {
      organisation: { names: { en: 'Yokohama House' } },
      person: 'Yokohama House’s person',
      text: 'Make it three or five.',
    },
  ]);
  expect((await mailsTo(asker)).at(-1)?.subject).toBe(
    'Yokohama House has answered about Gift box of four jars',
  );
  expect((await app.as(asker).call(listQuestions, { query: { box: 'asked' } })).items[0]).toMatchObject({
    id: asked.id,
    answers: 1,
  });
});

test('for others it doesn’t exist; the secretariat reads it and doesn’t answer', async () => {
  const { id } = await ask();
  const params = { id };
  await expect(app.as(elsewhere).call(getQuestion, { params })).rejects.toMatchObject(notFound);
  await expect(answer(elsewhere, id)).rejects.toMatchObject(notFound);
  await expect(app.as(elsewhere).call(closeQuestion, { params })).rejects.toMatchObject(notFound);
  expect((await app.as(elsewhere).call(listQuestions, {})).items).toEqual([]);
  expect((await app.as(elsewhere).call(listQuestions, { query: { market: 'JP' } })).items).toEqual([]);
  expect((await app.as(secretariat).call(getQuestion, { params })).may).toEqual({
    answer: false,
    close: true,
  });
  await expect(answer(secretariat, id)).rejects.toMatchObject({ problem: { code: 'platform.forbidden' } });
  await expect(answer(asker, id)).rejects.toMatchObject({ problem: { code: 'platform.forbidden' } });
});

test('where the alliance has nobody there is nobody to ask', async () => {
  await expect(ask(asker, { market: 'BR' })).rejects.toMatchObject({
    problem: { code: 'markets.nobodyThere' },
  });
  // Not oneself either.
  await expect(ask(local)).rejects.toMatchObject({ problem: { code: 'markets.nobodyThere' } });
});

test('a closed question takes no more answers and can still be read', async () => {
  const { id } = await ask();
  await expect(app.as(local).call(closeQuestion, { params: { id } })).rejects.toMatchObject({
    problem: { code: 'platform.forbidden' },
  });
  expect((await app.as(asker).call(closeQuestion, { params: { id } })).state).toBe('closed');
  await expect(answer(local, id)).rejects.toMatchObject({ problem: { code: 'markets.questionClosed' } });
  expect((await app.as(local).call(getQuestion, { params: { id } })).may.answer).toBe(false);
});

test('a member answers at most five times, however fast', async () => {
  const { id } = await ask();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => answer(local, id)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect((await app.as(asker).call(getQuestion, { params: { id } })).answers).toHaveLength(5);
});

test('an organisation has at most twenty open questions, however fast it asks', async () => {
  const busy = await member(app, 'CN', 'Busy Works');
  const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => ask(busy)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
});

test('an answer becomes a habit note once, unconfirmed, its source the member that gave it', async () => {
  const { id } = await ask();
  const { answers } = await answer(local, id);
  const params = { id, answerId: answers[0]!.id };
  const body = { topic: 'number' as const, claim: { en: 'Not four' }, advice: { en: 'Three or five' } };
  await expect(app.as(asker).call(makeHabitOfAnswer, { params, body })).rejects.toMatchObject(notFound);
  const habit = await app.as(local).call(makeHabitOfAnswer, { params, body });
  expect(habit).toMatchObject({
    market: 'JP',
    status: 'unconfirmed',
    source: { title: 'Yokohama House: Make it three or five.' },
  });
  expect((await app.as({ role: 'visitor' }).call(getHabit, { params: { id: habit.id } })).claim).toEqual({
    en: 'Not four',
  });
  await expect(app.as(secretariat).call(makeHabitOfAnswer, { params, body })).rejects.toMatchObject({
    problem: { code: 'markets.habitThere' },
  });
});

test('pictures are seen by whoever may read the question and by nobody else; only one’s own can be sent', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b3261e' } })
    .png()
    .toBuffer();
  const upload = { file: new Blob([new Uint8Array(picture)]), filename: 'box.png' };
  const { id: fileId } = await app.as(asker).call(uploadQuestionPicture, upload);
  const other = await member(app, 'CN', 'Other Works');
  await expect(ask(other, { pictures: [fileId] })).rejects.toMatchObject({
    problem: { code: 'markets.pictureUnknown' },
  });
  const { id } = await ask(asker, { pictures: [fileId] });
  await expect(ask(asker, { pictures: [fileId] })).rejects.toMatchObject({
    problem: { code: 'markets.pictureUnknown' },
  });
  const open = (who: Caller) =>
    app.http.inject({
      url: `/api/v1/market-questions/${id}/pictures/${fileId}`,
      headers: app.headersAs(who),
    });
  const seen = await open(local);
  expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/webp']);
  expect((await open(elsewhere)).statusCode).toBe(404);
  expect((await open(other)).statusCode).toBe(404);
});
