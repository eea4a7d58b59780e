import * as contract from '@jiechuan/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays, today } from '../../platform/today.ts';
import type { Problem } from '../../platform/errors.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { maker, type Maker } from '../catalogue/testing/goods.ts';
import { pathOf } from './stages.ts';
import { signed } from './testing/signed.ts';

let app: TestApp;
let seller: Maker;
let buyer: Maker;
let stranger: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer, stranger] = [await maker(app), await maker(app), await maker(app)];
});
afterAll(() => app.close());

/** Two can have 50 deals open between them: earlier tests' are over. */
const over = () => sql`update deal set stage = 'ended'`.execute(app.ground.db);
const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const open = (who: Maker = buyer, change: Partial<contract.BodyOf<typeof contract.openDeal>> = {}) =>
  app.as(who).call(contract.openDeal, {
    body: {
      kind: 'purchase',
      title: 'Doubanjiang for Budapest',
      market: 'HU',
      withOrganisation: (who === seller ? buyer : seller).organisationId,
      ours: who === seller ? 'seller' : 'buyer',
      message: 'We would like 500 jars a month.',
      ...change,
    },
  });
const terms = (change: Partial<contract.OfferTerms> = {}): contract.OfferTerms => ({
  lines: [
    {
      productId: null,
      description: 'Doubanjiang 500 g',
      hs6: '210390',
      quantity: 500,
      unit: 'H87',
      unitPrice: 199,
    },
    { productId: null, description: 'Chilli oil 1 l', hs6: '151590', quantity: 3, unit: 'LTR', unitPrice: 1 },
  ],
  currency: 'EUR',
  incoterm: 'DAP',
  place: 'Budapest',
  payment: '30 % in advance',
  delivery: null,
  note: null,
  expiresOn: addDays(today(), 10),
  ...change,
});
const offer = (who: Maker, id: string, change: Partial<contract.OfferTerms> = {}) =>
  app.as(who).call(contract.makeOffer, { params: { id }, body: terms(change) });
const accept = (who: Maker, id: string, number: number) =>
  app.as(who).call(contract.acceptOffer, { params: { id, number } });
const get = (who: Maker, id: string) => app.as(who).call(contract.getDeal, { params: { id } });
const effective = (who: Maker, id: string) =>
  app.as(who).call(contract.markEffective, { params: { id }, body: { evidence: 'Deposit received' } });
const ship = (who: Maker, id: string) =>
  app.as(who).call(contract.markShipped, { params: { id }, body: { evidence: 'B/L 4711' } });
const pay = (who: Maker, id: string, amount: number) =>
  app.as(who).call(contract.recordPayment, {
    params: { id },
    body: { amount, receivedOn: today(), evidence: 'Bank statement' },
  });
const close = (who: Maker, id: string) => app.as(who).call(contract.closeDeal, { params: { id }, body: {} });
const write = (who: Maker, id: string, text: string, files: string[] = []) =>
  app.as(who).call(contract.writeDealMessage, { params: { id }, body: { text, files } });
const agreed = async (kind: contract.Deal['kind'] = 'purchase') => {
  const { id } = await open(buyer, { kind });
  await offer(seller, id);
  await accept(buyer, id, 1);
  return id;
};

describe('the ledger', () => {
  const tiers = async (id: string) =>
    (
      await sql<{
        tier: string;
        amount: number;
        industry: string;
      }>`select tier, amount, industry from deal_ledger
        where deal_id = ${id} order by seq`.execute(app.ground.db)
    ).rows.map(({ tier, amount, industry }) => [tier, amount, industry]);

  test('gets a line where a purchase is signed, comes into effect and is paid, each once', async () => {
    const id = await agreed();
    expect(await tiers(id)).toEqual([]);
    await signed(app, seller, id);
    await effective(buyer, id);
    await ship(seller, id);
    await pay(seller, id, 99_000);
    expect((await tiers(id)).map(([tier]) => tier)).toEqual(['contract', 'effective']);
    await pay(seller, id, 503);
    expect(await tiers(id)).toEqual([
      ['contract', 99_503, '21'],
      ['effective', 99_503, '21'],
      ['paid', 99_503, '21'],
    ]);
  });

  test('counts a letter of intent and a framework as intent, and as nothing else later', async () => {
    const [intent, framework] = [await agreed('intent'), await agreed('framework')];
    await signed(app, seller, intent);
    await signed(app, seller, framework);
    await effective(buyer, framework);
    expect(await tiers(intent)).toEqual([['intent', 99_503, '21']]);
    expect(await tiers(framework)).toEqual([['intent', 99_503, '21']]);
  });
});

describe('a deal', () => {
  test('goes from inquiry over offer and counter-offer to what is paid, each step with who, when and on what evidence', async () => {
    const opened = await open();
    const { id } = opened;
    expect(opened).toMatchObject({
      stage: 'inquiry',
      ours: 'buyer',
      owner: { side: 'seller' },
      deadline: addDays(today(), 7),
      path: pathOf.purchase,
    });
    const first = await offer(seller, id);
    // 500 × 1.99 + 3 × 0.01 €.
    expect(first.offers[0]).toMatchObject({ number: 1, side: 'seller', state: 'open', total: 99_503 });
    const { cny } = first.offers[0]!;
    expect(cny!.amount).toBe(Math.round(99_503 * Number(cny!.rate)));
    expect(first.owner).toMatchObject({ side: 'buyer' });
    const counter = await offer(buyer, id, { lines: [{ ...terms().lines[0]!, unitPrice: 180 }] });
    expect(counter.offers.map(({ number, side, state }) => [number, side, state])).toEqual([
      [2, 'buyer', 'open'],
      [1, 'seller', 'superseded'],
    ]);
    await expect(accept(buyer, id, 2)).rejects.toEqual(refused('deals.ownOffer'));
    await expect(accept(buyer, id, 1)).rejects.toEqual(refused('deals.offerNotOpen'));
    expect(await accept(seller, id, 2)).toMatchObject({
      stage: 'agreed',
      agreedOffer: 2,
      amount: { amount: 90_000, currency: 'EUR' },
    });
    await expect(offer(buyer, id)).rejects.toEqual(refused('deals.outOfOrder'));
    await expect(effective(seller, id)).rejects.toEqual(refused('deals.outOfOrder'));
    await signed(app, seller, id);
    await expect(pay(seller, id, 1)).rejects.toEqual(refused('deals.outOfOrder'));
    await effective(seller, id);
    await expect(pay(buyer, id, 27_000)).rejects.toEqual(refused('deals.notYourSide'));
    expect(await pay(seller, id, 27_000)).toMatchObject({ stage: 'effective', paid: 27_000 });
    await expect(ship(buyer, id)).rejects.toEqual(refused('deals.notYourSide'));
    expect(await ship(seller, id)).toMatchObject({ stage: 'shipped' });
    await expect(pay(seller, id, 63_001)).rejects.toEqual(refused('deals.overPaid'));
    await expect(close(buyer, id)).rejects.toEqual(refused('deals.outOfOrder'));
    expect(await pay(seller, id, 63_000)).toMatchObject({ stage: 'paid', paid: 90_000 });
    const closed = await close(buyer, id);
    expect(closed).toMatchObject({ stage: 'closed', owner: null, deadline: null });
    expect(closed.moves.map(({ to }) => to)).toEqual([
      'inquiry',
      'offer',
      'offer',
      'agreed',
      'contract',
      'signed',
      'effective',
      'shipped',
      'paid',
      'closed',
    ]);
    expect(closed.moves.find(({ to }) => to === 'shipped')).toMatchObject({
      side: 'seller',
      by: 'Maker',
      evidence: 'B/L 4711',
    });
    for (const attempt of [effective, close])
      await expect(attempt(seller, id)).rejects.toEqual(refused('deals.outOfOrder'));
  });

  test('paid in full before it ships is paid once it has', async () => {
    const id = await agreed();
    await signed(app, seller, id);
    await effective(buyer, id);
    expect(await pay(seller, id, 99_503)).toMatchObject({ stage: 'effective' });
    expect(await ship(seller, id)).toMatchObject({ stage: 'paid' });
  });

  test('paid in part shows what came in and what is outstanding, to both and in the sheet, and is paid only by the last of it', async () => {
    const { id } = await open(buyer, { title: 'In parts' });
    await offer(seller, id);
    expect(await accept(buyer, id, 1)).toMatchObject({ paid: 0, outstanding: null });
    await signed(app, seller, id);
    expect(await effective(buyer, id)).toMatchObject({ paid: 0, outstanding: 99_503 });
    await pay(seller, id, 30_000);
    await ship(seller, id);
    await pay(seller, id, 20_000);
    for (const who of [seller, buyer])
      expect(await get(who, id)).toMatchObject({ stage: 'shipped', paid: 50_000, outstanding: 49_503 });
    const { items } = await app.as(buyer).call(contract.listDeals, { query: { q: 'In parts' } });
    expect(items).toMatchObject([{ paid: 50_000, outstanding: 49_503 }]);
    const sheet = async () =>
      (
        await app.http.inject({
          url: '/api/v1/deals/export.csv?q=In+parts',
          headers: { ...app.headersAs(buyer), 'accept-language': 'en' },
        })
      ).body;
    expect(await sheet()).toContain('"Amount","Paid so far","Outstanding","Currency"');
    expect(await sheet()).toContain('"995.03","500.00","495.03","EUR"');
    const entered = async () =>
      (
        await sql<{ tier: string }>`select tier from deal_ledger where deal_id = ${id} order by seq`.execute(
          app.ground.db,
        )
      ).rows.map(({ tier }) => tier);
    expect(await entered()).toEqual(['contract', 'effective']);
    expect(await pay(seller, id, 49_503)).toMatchObject({ stage: 'paid', paid: 99_503, outstanding: 0 });
    expect(await entered()).toEqual(['contract', 'effective', 'paid']);
    expect(await sheet()).toContain('"995.03","995.03","0.00","EUR"');
    // What binds nobody owes nothing.
    const intent = await agreed('intent');
    await signed(app, seller, intent);
    expect(await get(seller, intent)).toMatchObject({ paid: 0, outstanding: null });
  });

  test('names the shipment it goes by: how it stands for who has a part in it, to the other that there is one', async () => {
    const shipped = async (consignee: string | null) => {
      const id = await agreed();
      await signed(app, seller, id);
      await effective(buyer, id);
      const { id: shipmentId, reference } = await app.as(seller).call(contract.createShipment, {
        body: {
          reference: `S-${id.slice(-8)}`,
          market: 'HU',
          consigneeOrganisationId: consignee,
          lines: [{ description: 'Doubanjiang', quantity: 500, unit: 'H87', grossWeightG: 350_000 }],
        },
      });
      await expect(
        app
          .as(seller)
          .call(contract.markShipped, { params: { id }, body: { evidence: 'B/L', shipmentId: v7() } }),
      ).rejects.toEqual(refused('deals.shipmentUnknown'));
      await app
        .as(seller)
        .call(contract.markShipped, { params: { id }, body: { evidence: 'B/L', shipmentId } });
      const named = async (who: Maker) =>
        (await get(who, id)).moves.map(({ shipment }) => shipment).filter((one) => one !== null);
      return { id, shipmentId, reference, named };
    };
    const known = await shipped(buyer.organisationId);
    const seen = {
      id: known.shipmentId,
      reference: known.reference,
      status: 'registered',
      lastEventAt: null,
    };
    for (const who of [seller, buyer]) expect(await known.named(who)).toEqual([{ seen }]);
    await app.as(seller).call(contract.recordShipmentEvent, {
      params: { id: known.shipmentId },
      body: { kind: 'departed', at: new Date().toISOString(), place: 'Chengdu', source: 'Forwarder' },
    });
    expect(await known.named(buyer)).toMatchObject([{ seen: { status: 'in-transit' } }]);
    const unknown = await shipped(null);
    expect(await unknown.named(seller)).toMatchObject([{ seen: { id: unknown.shipmentId } }]);
    expect(await unknown.named(buyer)).toEqual([{ seen: null }]);
    const desk = app.as({
      role: 'secretariat',
      userId: 's',
      organisationId: v7(),
      organisationRole: 'owner',
    });
    const { moves } = await desk.call(contract.getDeal, { params: { id: unknown.id } });
    expect(moves.find(({ to }) => to === 'shipped')!.shipment).toMatchObject({
      seen: { reference: unknown.reference },
    });
  });

  test('of another kind goes its own way', async () => {
    const intent = await agreed('intent');
    await signed(app, seller, intent);
    await expect(effective(seller, intent)).rejects.toEqual(refused('deals.outOfOrder'));
    expect(await close(seller, intent)).toMatchObject({ stage: 'closed' });
    const service = await agreed('service');
    await signed(app, seller, service);
    await effective(seller, service);
    await expect(ship(seller, service)).rejects.toEqual(refused('deals.outOfOrder'));
    expect(await pay(seller, service, 99_503)).toMatchObject({ stage: 'paid' });
  });

  test('is agreed once, whoever answers how often at the same moment', async () => {
    const { id } = await open();
    await offer(seller, id);
    const answers = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => accept(buyer, id, 1)),
      ...Array.from({ length: 3 }, () =>
        app.as(buyer).call(contract.declineOffer, { params: { id, number: 1 } }),
      ),
      ...Array.from({ length: 3 }, () =>
        app.as(seller).call(contract.withdrawOffer, { params: { id, number: 1 } }),
      ),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toEqual(refused('deals.offerNotOpen'));
    const { offers, stage } = await get(buyer, id);
    expect(stage === 'agreed').toBe(offers[0]!.state === 'accepted');
  });

  test('pays nothing twice when the same money is recorded many times at once', async () => {
    const id = await agreed();
    await signed(app, seller, id);
    await effective(seller, id);
    const paid = await Promise.allSettled(Array.from({ length: 6 }, () => pay(seller, id, 50_000)));
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get(seller, id)).paid).toBe(50_000);
  });

  test('an offer that has expired can’t be accepted; one declined or taken back leaves an inquiry', async () => {
    const { id } = await open();
    await expect(offer(seller, id, { expiresOn: '2020-01-01' })).rejects.toEqual(refused('deals.expiryPast'));
    await offer(seller, id);
    await sql`update deal_offer set expires_on = '2020-01-01' where deal_id = ${id}`.execute(app.ground.db);
    expect((await get(buyer, id)).offers[0]).toMatchObject({ state: 'expired' });
    await expect(accept(buyer, id, 1)).rejects.toEqual(refused('deals.offerExpired'));
    await expect(app.as(buyer).call(contract.withdrawOffer, { params: { id, number: 1 } })).rejects.toEqual(
      refused('deals.notYourSide'),
    );
    await app.as(seller).call(contract.withdrawOffer, { params: { id, number: 1 } });
    expect(await get(buyer, id)).toMatchObject({ stage: 'inquiry' });
    await offer(buyer, id);
    expect(await app.as(seller).call(contract.declineOffer, { params: { id, number: 2 } })).toMatchObject({
      stage: 'inquiry',
    });
    expect(
      await app.as(seller).call(contract.endDeal, { params: { id }, body: { reason: 'No more stock' } }),
    ).toMatchObject({ stage: 'ended', endedReason: 'No more stock', owner: null });
    await expect(offer(seller, id)).rejects.toEqual(refused('deals.outOfOrder'));
  });

  test('is its two sides’ own; the secretariat reads it but not what they write', async () => {
    const { id } = await open();
    const desk = app.as({
      role: 'secretariat',
      userId: 's',
      organisationId: v7(),
      organisationRole: 'owner',
    });
    for (const attempt of [
      () => get(stranger, id),
      () => offer(stranger, id),
      () => write(stranger, id, 'x'),
      () => app.as(stranger).call(contract.listDealMessages, { params: { id } }),
    ])
      await expect(attempt()).rejects.toEqual(refused('platform.notFound'));
    await expect(desk.call(contract.listDealMessages, { params: { id } })).rejects.toEqual(
      refused('platform.forbidden'),
    );
    expect(await desk.call(contract.getDeal, { params: { id } })).toMatchObject({ ours: null });
    expect((await app.as(stranger).call(contract.listDeals, { query: {} })).total).toBe(0);
  });

  test('keeps what both write, in order, with files that the other opens once they are named, and counts what is unread', async () => {
    const { id } = await open();
    expect(await get(seller, id)).toMatchObject({ unread: 1 });
    const { id: file } = await app.as(seller).call(contract.uploadDealFile, {
      params: { id },
      file: new Blob(['jar,price\n500 g,1.99\n']),
      filename: 'prices.csv',
    });
    const see = (who: Maker) =>
      app.http.inject({ url: `/api/v1/deals/${id}/files/${file}`, headers: app.headersAs(who) });
    expect((await see(seller)).body).toContain('1.99');
    expect((await see(buyer)).statusCode).toBe(404);
    await expect(write(buyer, id, 'Ours', [v7()])).rejects.toEqual(refused('deals.fileUnknown'));
    await write(seller, id, 'Our prices', [file]);
    await write(buyer, id, 'Thank you');
    expect((await see(buyer)).body).toContain('1.99');
    expect((await see(stranger)).statusCode).toBe(404);
    const { items } = await app.as(buyer).call(contract.listDealMessages, { params: { id } });
    expect(items.map(({ text, side }) => [side, text])).toEqual([
      ['buyer', 'Thank you'],
      ['seller', 'Our prices'],
      ['buyer', 'We would like 500 jars a month.'],
    ]);
    expect(items[1]!.files).toMatchObject([{ id: file, name: 'prices.csv' }]);
    expect(await get(buyer, id)).toMatchObject({ unread: 1 });
    await app.as(buyer).call(contract.readDealMessages, { params: { id }, body: { until: items[1]!.id } });
    expect(await get(buyer, id)).toMatchObject({ unread: 0 });
    const mails = await app.ground.db.selectFrom('mail').select('body').execute();
    expect(mails.filter(({ body }) => body.includes(`/deals/${id}`)).length).toBeGreaterThanOrEqual(3);
    for (const { body } of mails) expect(body).not.toContain('Our prices');
  });

  test('silent for 14 days shows as stalled until somebody speaks', async () => {
    const { id } = await open();
    await sql`update deal set last_active_at = now() - interval '14 days' where id = ${id}`.execute(
      app.ground.db,
    );
    const stalled = () => app.as(seller).call(contract.listDeals, { query: { show: 'stalled' } });
    expect((await stalled()).items).toMatchObject([{ id, stalled: true }]);
    await write(seller, id, 'Still there?');
    expect((await stalled()).items).toEqual([]);
  });

  test('is taken care of by whose turn it is, with their deadline', async () => {
    const { id, version } = await open();
    const change = (who: Maker, body: object, ifMatch: number) =>
      app.as(who).call(contract.changeDealOwner, { params: { id }, body }, { ifMatch });
    await expect(change(buyer, { person: 'Demo' }, version)).rejects.toEqual(refused('deals.notYourTurn'));
    await expect(change(seller, { deadline: '2020-01-01' }, version)).rejects.toEqual(
      refused('deals.deadlinePast'),
    );
    const later = addDays(today(), 20);
    const changed = await change(seller, { person: 'Demo person', deadline: later }, version);
    expect(changed).toMatchObject({ owner: { side: 'seller', person: 'Demo person' }, deadline: later });
    await expect(change(seller, { person: null }, version)).rejects.toEqual(refused('platform.staleVersion'));
    const due = await app.as(seller).call(contract.listDeals, { query: { show: 'toAct', sort: 'deadline' } });
    expect(due.items.map((one) => one.id)).toContain(id);
  });

  test('lists page by page in every order, and go out as a sheet', async () => {
    for (let made = 0; made < 5; made++) await open(buyer, { title: `Paging ${made}` });
    for (const sort of contract.dealSorts) {
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await app
          .as(buyer)
          .call(contract.listDeals, { query: { q: 'paging', sort, limit: 2, cursor } });
        read.push(...page.items.map(({ id }) => id));
        expect(page.total).toBe(5);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(read).size, sort).toBe(5);
      expect(read, sort).toHaveLength(5);
    }
    const sheet = await app.http.inject({
      url: '/api/v1/deals/export.csv?q=paging',
      headers: { ...app.headersAs(buyer), 'accept-language': 'en' },
    });
    expect(sheet.body.match(/Paging/g)).toHaveLength(5);
    // A day is one of the alliance's own zone: half past midnight there is the day before in UTC.
    await sql`update deal set stage_since = '2026-03-01T16:30:00Z' where title = 'Paging 0'`.execute(
      app.ground.db,
    );
    const again = await app.http.inject({
      url: '/api/v1/deals/export.csv?q=Paging+0',
      headers: { ...app.headersAs(buyer), 'accept-language': 'en' },
    });
    expect(again.body).toContain('2026-03-02');
    expect(again.body).not.toContain('2026-03-01');
  });

  test('makes sense or is refused', async () => {
    await expect(open(buyer, { withOrganisation: buyer.organisationId })).rejects.toEqual(
      refused('deals.withOneself'),
    );
    await expect(open(buyer, { withOrganisation: v7() })).rejects.toEqual(refused('deals.noSuchMember'));
    await expect(open(buyer, { market: 'ZZ' })).rejects.toEqual(refused('markets.marketUnknown'));
    await expect(open(buyer, { demandId: v7() })).rejects.toEqual(refused('deals.noSuchDemand'));
    const { id } = await open();
    const line = { ...terms().lines[0]!, quantity: 100_000_000, unitPrice: 1_000_000_000_000 };
    await expect(offer(seller, id, { lines: [line] })).rejects.toEqual(refused('deals.totalTooLarge'));
    await expect(offer(seller, id, { lines: [] })).rejects.toEqual(refused('platform.invalid'));
  });

  test('of a very large total is still read, listed and valued in yuan', async () => {
    const { id } = await open(buyer, { title: 'A very large one' });
    const line = (quantity: number) => ({ ...terms().lines[0]!, quantity, unitPrice: 1_000_000_000_000 });
    // The pound is worth more yuan than the euro: the largest total has to stay exact in fen, too.
    await expect(offer(seller, id, { currency: 'GBP', lines: [line(101)] })).rejects.toEqual(
      refused('deals.totalTooLarge'),
    );
    const made = await offer(seller, id, { currency: 'GBP', lines: [line(100)] });
    expect(made.amount).toEqual({ amount: 100_000_000_000_000, currency: 'GBP' });
    expect(Number.isSafeInteger(made.offers[0]!.cny!.amount)).toBe(true);
    const { items } = await app.as(buyer).call(contract.listDeals, { query: { q: 'very large' } });
    expect(items).toMatchObject([{ id, amount: made.amount }]);
  });

  test('that costs nothing needs no payment: it is paid once its path comes there', async () => {
    const { id } = await open(buyer, { kind: 'agency' });
    await offer(seller, id, { lines: [{ ...terms().lines[0]!, unitPrice: 0 }] });
    await accept(buyer, id, 1);
    await signed(app, seller, id);
    expect(await effective(buyer, id)).toMatchObject({ stage: 'paid' });
    expect(await close(buyer, id)).toMatchObject({ stage: 'closed' });
  });

  test('is read with its last step, however often it was offered and declined', async () => {
    const { id } = await open();
    // As 100 offers leave it, all but the last declined.
    await sql`insert into deal_move (deal_id, number, from_stage, to_stage, at)
      select ${id}, n, case when n % 2 = 0 then 'inquiry' else 'offer' end,
        case when n % 2 = 0 then 'offer' else 'inquiry' end, now() from generate_series(2, 199) n`.execute(
      app.ground.db,
    );
    await offer(seller, id);
    await accept(buyer, id, 1);
    await signed(app, seller, id);
    const { moves, stage } = await get(buyer, id);
    expect(moves.at(-1)!.to).toBe(stage);
    expect(moves.map(({ number }) => number)).toEqual(moves.map((_, at) => at + 1));
  });

  test('counts new messages as unread, whatever was said to have been read', async () => {
    const { id } = await open();
    await app.as(seller).call(contract.readDealMessages, {
      params: { id },
      body: { until: 'ffffffff-ffff-7fff-bfff-ffffffffffff' },
    });
    await write(buyer, id, 'Anybody there?');
    expect(await get(seller, id)).toMatchObject({ unread: 1 });
  });

  test('over 40 random histories on the real database keeps its invariants', async () => {
    const acts = [
      (id: string, who: Maker) => offer(who, id),
      (id: string, who: Maker, number: number) => accept(who, id, number),
      (id: string, who: Maker, number: number) =>
        app.as(who).call(contract.declineOffer, { params: { id, number } }),
      (id: string, who: Maker) => effective(who, id),
      (id: string, who: Maker) => ship(who, id),
      (id: string, who: Maker, number: number) => pay(who, id, 20_000 * number + 1),
      (id: string, who: Maker) => close(who, id),
      (id: string, who: Maker) => signed(app, who, id).then(() => get(who, id)),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...contract.dealKinds),
        fc.array(fc.tuple(fc.nat(acts.length - 1), fc.boolean(), fc.integer({ min: 1, max: 4 })), {
          minLength: 5,
          maxLength: 25,
        }),
        async (kind, tried) => {
          await over();
          const { id } = await open(buyer, { kind });
          for (const [act, ours, number] of tried)
            await acts[act]!(id, ours ? seller : buyer, number).catch((error: unknown) => {
              // Refused in words, never broken.
              const { status } = error instanceof contract.ProblemError ? error.problem : (error as Problem);
              expect(status).toBeLessThan(500);
            });
          const now = await get(seller, id);
          const accepted = now.offers.filter(({ state }) => state === 'accepted');
          expect(now.offers.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
          expect(accepted.length).toBeLessThanOrEqual(1);
          expect(now.agreedOffer).toBe(accepted[0]?.number ?? null);
          expect(now.paid).toBe(now.payments.reduce((sum, { amount }) => sum + amount, 0));
          expect(now.paid).toBeLessThanOrEqual(accepted[0]?.total ?? 0);
          if (now.stage === 'paid') expect(now.paid).toBe(accepted[0]!.total);
          expect(now.moves.at(-1)!.to).toBe(now.stage);
          for (const [at, move] of now.moves.entries()) {
            expect(move.number).toBe(at + 1);
            expect(move.from).toBe(now.moves[at - 1]?.to ?? null);
          }
        },
      ),
      { numRuns: 40, seed: 9 },
    );
  });
});

test('whoever introduced two members sees what stage their deals have come to, and no amounts', async () => {
  const know = async (from: Maker, to: Maker) => {
    const { id } = await app.as(from).call(contract.stateRelation, {
      body: {
        organisationId: to.organisationId,
        kind: 'trade',
        evidence: 'Orders',
        strength: 80,
        visibility: 'open',
      },
    });
    await app.as(to).call(contract.confirmRelation, {
      params: { id },
      body: { strength: 80, visibility: 'open' },
    });
  };
  await over();
  await know(seller, stranger);
  await know(stranger, buyer);
  const { id: introductionId } = await app.as(seller).call(contract.askForIntroduction, {
    body: { organisationId: buyer.organisationId, through: stranger.organisationId, purpose: 'To sell' },
  });
  await app.as(stranger).call(contract.passIntroduction, {
    params: { id: introductionId },
    body: { to: buyer.organisationId },
  });
  await app.as(buyer).call(contract.agreeToIntroduction, { params: { id: introductionId } });
  const opened = await open(seller);
  expect(opened.introductionId).toBe(introductionId);
  const credit = async () =>
    (await app.as(stranger).call(contract.getIntroduction, { params: { id: introductionId } })).deals;
  await expect.poll(credit, { timeout: 20_000 }).toMatchObject([{ stage: 'inquiry' }]);
  await offer(buyer, opened.id);
  await expect.poll(credit, { timeout: 20_000 }).toMatchObject([{ stage: 'offer' }]);
  expect(JSON.stringify(await credit())).not.toMatch(/\b99503\b/);
});
