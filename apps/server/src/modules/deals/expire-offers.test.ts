import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { addDays, today } from '../../platform/today.ts';
import { maker, type Maker } from '../catalogue/testing/goods.ts';
import { expireOffers } from './expire-offers.ts';
import { mailTo } from './testing/mail-to.ts';

let app: TestApp;
let seller: Maker;
let buyer: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer] = [await maker(app), await maker(app)];
  const { db } = app.ground;
  await mailTo(db, { organisationId: seller.organisationId, email: 'seller@example.org', language: 'en' });
  await mailTo(db, { organisationId: buyer.organisationId, email: 'buyer@example.org', language: 'ru' });
});
afterAll(() => app.close());

const offered = async (title = 'Doubanjiang'): Promise<string> => {
  const { id } = await app.as(buyer).call(contract.openDeal, {
    body: {
      kind: 'purchase',
      title,
      market: 'HU',
      withOrganisation: seller.organisationId,
      ours: 'buyer',
      message: 'Some, please',
    },
  });
  await offer(seller, id);
  return id;
};
const offer = (who: Maker, id: string) =>
  app.as(who).call(contract.makeOffer, {
    params: { id },
    body: {
      lines: [{ description: 'Doubanjiang', hs6: '210390', quantity: 10, unit: 'H87', unitPrice: 199 }],
      currency: 'EUR',
      incoterm: 'DAP',
      place: 'Budapest',
      payment: 'In advance',
      expiresOn: addDays(today(), 5),
    },
  });
const get = (who: Maker, id: string) => app.as(who).call(contract.getDeal, { params: { id } });
/** Lets the last day of a deal's offers pass. */
const pass = (id: string) =>
  sql`update deal_offer set expires_on = ${addDays(today(), -1)}::date where deal_id = ${id}`.execute(
    app.ground.db,
  );
const mailsOf = async (id: string) => {
  const mails = await app.ground.db
    .selectFrom('mail')
    .select(['recipient', 'subject', 'body'])
    .orderBy('id')
    .execute();
  return mails.filter(({ subject, body }) => body.includes(`/deals/${id}`) && /expired|истёк/.test(subject));
};

test('an offer whose last day has passed is told to who made it and who received it, each in their language, once', async () => {
  const id = await offered();
  const before = await get(buyer, id);
  expect(before.offers[0]).toMatchObject({ state: 'open', expired: false });
  await expireOffers(app.ground);
  expect(await mailsOf(id)).toEqual([]);
  await pass(id);
  // Reckoned when it is read, before anybody was told.
  expect((await get(buyer, id)).offers[0]).toMatchObject({ state: 'expired', expired: true });
  await expireOffers(app.ground);
  const mails = await mailsOf(id);
  expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([
    ['seller@example.org', 'Your offer has expired: Doubanjiang'],
    ['buyer@example.org', expect.stringMatching(/: срок предложения истёк: Doubanjiang$/)],
  ]);
  expect(mails[0]!.body).toContain(addDays(today(), -1));
  expect(mails[1]!.body).toContain('Предложение 1');
  await expireOffers(app.ground);
  expect(await mailsOf(id)).toHaveLength(2);
  const after = await get(buyer, id);
  // Who looks at it live is told; nobody has done anything, so it is as silent as before.
  expect(after.version).toBe(before.version + 1);
  expect(after.lastActiveAt).toBe(before.lastActiveAt);
  // What comes after it leaves in the deal's timeline that it had expired.
  const countered = await offer(buyer, id);
  expect(countered.offers.map(({ state, expired }) => [state, expired])).toEqual([
    ['open', false],
    ['superseded', true],
  ]);
});

test('of ten that look at the same moment one tells, and of one that is answered meanwhile nobody is told', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, (_, at) => offered(`Lot ${at}`)));
  for (const id of ids) await pass(id);
  const [answered, ...others] = ids as [string, ...string[]];
  await Promise.all([
    app.as(seller).call(contract.withdrawOffer, { params: { id: answered, number: 1 } }),
    ...Array.from({ length: 10 }, () => expireOffers(app.ground)),
  ]);
  for (const id of others) expect(await mailsOf(id)).toHaveLength(2);
  // Either told before it was taken back, or not at all.
  const { offers } = await get(buyer, answered);
  expect(offers[0]!.state).toBe('withdrawn');
  expect(await mailsOf(answered)).toHaveLength(offers[0]!.expired ? 2 : 0);
});

test('one that can’t be told keeps no other waiting, and is told the next time', async () => {
  const [bad, good] = [await offered('Bad'), await offered('Good')];
  for (const id of [bad, good]) await pass(id);
  const broken = {
    ...app.ground,
    mail: {
      ...app.ground.mail,
      send: async (...[trx, input]: Parameters<typeof app.ground.mail.send>) => {
        if (String(input.params['title']) === 'Bad') throw new Error('broken');
        await app.ground.mail.send(trx, input);
      },
    },
  };
  await expect(expireOffers(broken)).rejects.toThrow('1 of 2 not told');
  expect(await mailsOf(good)).toHaveLength(2);
  expect(await mailsOf(bad)).toEqual([]);
  await expireOffers(app.ground);
  expect(await mailsOf(bad)).toHaveLength(2);
});

test('the queue works it', async () => {
  const id = await offered('By the clock');
  await pass(id);
  await app.ground.db
    .transaction()
    .execute((trx) => app.ground.events.enqueue(trx, 'deals.expire-offers', {}));
  await vi.waitFor(async () => expect(await mailsOf(id)).toHaveLength(2), 20_000);
});
