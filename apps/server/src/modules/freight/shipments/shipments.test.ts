import {
  createProduct,
  createShipment,
  getShipment,
  listShipments,
  recordShipmentEvent,
  updateShipment,
  type InputOf,
  type ProblemError,
} from '@jiechuan/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { admitShipper, draftProduct } from '../testing/shipper.ts';
import { hubFor } from '../index.ts';
import { statusOf } from './shipment-status.ts';

let app: TestApp;
let maker: string;
let post: string;
let buyer: string;
let stranger: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [maker, post, buyer, stranger] = [
    await admitShipper(app),
    await admitShipper(app),
    await admitShipper(app),
    await admitShipper(app),
  ];
});
afterAll(() => app.close());

const as = (organisationId: string, role: 'enterprise' | 'post' | 'merchant' = 'enterprise') =>
  app.as({ role, userId: `u-${organisationId.slice(-6)}`, organisationId, organisationRole: 'owner' });
const secretariat = () => app.as({ role: 'secretariat', userId: 'sec-1', userName: 'Desk One' });
let counter = 0;
type Body = InputOf<typeof createShipment>['body'];
const body = (change: Partial<Body> = {}): Body => ({
  reference: `R-${++counter}`,
  market: 'HU',
  lines: [{ description: 'Paper lanterns', quantity: 400, unit: 'H87', grossWeightG: 120_000 }],
  ...change,
});
const register = (change: Partial<Body> = {}) =>
  as(maker).call(createShipment, {
    body: body({ carrierOrganisationId: post, consigneeOrganisationId: buyer, ...change }),
  });
type Event = InputOf<typeof recordShipmentEvent>['body'];
const event = (kind: Event['kind'], at: string, change: Partial<Event> = {}): Event => ({
  kind,
  at,
  place: 'Chengdu',
  source: 'China Post',
  ...change,
});
const tell = (id: string, what: Event, who = as(post, 'post')) =>
  who.call(recordShipmentEvent, { params: { id }, body: what });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    ({ problem }: ProblemError) => problem.errors?.[0]?.code ?? problem.code,
  );

test('a bad container check digit is refused, and the right one named; spaces and small letters are read', async () => {
  const good = await register({ containers: ['csqu 305438-3'], parcels: ['RA473124829CN'] });
  expect(good).toMatchObject({ containers: ['CSQU3054383'], parcels: ['RA473124829CN'] });
  const found = await register({ containers: ['CSQU3054384'] }).catch((error: ProblemError) => error.problem);
  expect(found).toMatchObject({
    status: 400,
    errors: [
      {
        path: 'body.containers.0',
        code: 'freight.containerCheckDigit',
        message: expect.stringContaining('end in 3') as string,
      },
    ],
  });
  expect(await refusal(register({ containers: ['CSQX3054383'] }))).toBe('freight.containerShape');
  expect(await refusal(register({ parcels: ['RA473124828CN'] }))).toBe('freight.parcelCheckDigit');
  expect(await refusal(register({ containers: ['CSQU3054383', 'csqu3054383'] }))).toBe('freight.numberTwice');
});

test('shipping a product to a market without a plan warns in the answer, on the shipment and in the audit log', async () => {
  const product = await as(maker).call(createProduct, { body: draftProduct() });
  const shipment = await register({
    lines: [{ productId: product.id, quantity: 500, unit: 'H87', grossWeightG: 260_000 }],
  });
  expect(shipment.warnings).toEqual([
    {
      code: 'freight.shippedWithoutPlan',
      message: expect.stringContaining('without a market plan') as string,
    },
  ]);
  const again = await as(buyer).call(getShipment, { params: { id: shipment.id } });
  expect(again.warnings).toEqual(shipment.warnings);
  expect(again.warnings[0]!.message).toBe(
    '“Pixian doubanjiang” is shipped to Hungary without a market plan: plan the market first, rather than moving products.',
  );
  expect(again.lines[0]!.productNames).toMatchObject({ en: 'Pixian doubanjiang' });
  const { rows } = await app.database.pool.query<{ after: unknown }>(
    `select after from audit_log where action = 'freight.shippedWithoutPlan' and subject_id = $1`,
    [shipment.id],
  );
  expect(rows).toEqual([{ after: { productId: product.id, market: 'HU' } }]);
});

test('goods told in words have no plan either, and are warned of by these words', async () => {
  const goods = { quantity: 1, unit: 'H87' as const, grossWeightG: 1_000, description: 'lemons' };
  const { id, warnings } = await register({ lines: [goods, goods], market: 'JP' });
  expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('“lemons”')]);
  const { rows } = await app.database.pool.query<{ after: unknown }>(
    `select after from audit_log where action = 'freight.shippedWithoutPlan' and subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ after: { productId: null, description: 'lemons', market: 'JP' } }]);
});

test('somebody else’s draft, an unknown member, market or hub, a broken road and a reference used are refused', async () => {
  const draft = await as(stranger).call(createProduct, { body: draftProduct() });
  const line = { productId: draft.id, quantity: 1, unit: 'H87' as const, grossWeightG: 1 };
  const nobody = '01890000-0000-7000-8000-000000000000';
  expect(await refusal(register({ lines: [line] }))).toBe('freight.productUnknown');
  expect(await refusal(register({ consigneeOrganisationId: nobody }))).toBe('freight.partyUnknown');
  expect(await refusal(register({ market: 'XX' }))).toBe('freight.countryUnknown');
  const hub = async (code: string) => (await hubFor(app.database.db, { code }))!.id;
  const leg = (from: string, to: string, day: number) => ({
    mode: 'rail' as const,
    fromHubId: from,
    toHubId: to,
    departsAt: `2026-12-0${day}T08:00:00Z`,
    arrivesAt: `2026-12-0${day + 1}T08:00:00Z`,
  });
  const [a, b, c] = [await hub('chengdu-railway-port'), await hub('malaszewicze'), await hub('lodz-olechow')];
  const kept = await register({ road: [leg(a, b, 1), leg(b, c, 3)] });
  expect(kept.road.map(({ to }) => to.code)).toEqual(['malaszewicze', 'lodz-olechow']);
  expect(await refusal(register({ road: [leg(a, b, 1), leg(a, c, 3)] }))).toBe('freight.roadBroken');
  expect(await refusal(register({ road: [leg(a, b, 3), leg(b, c, 1)] }))).toBe('freight.roadBroken');
  expect(await refusal(register({ road: [leg(a, nobody, 1)] }))).toBe('freight.hubUnknown');
  expect(await refusal(register({ reference: kept.reference }))).toBe('freight.referenceTaken');
});

test('consignor, consignee, carrier and secretariat see it; for anybody else it isn’t there', async () => {
  const { id, reference } = await register();
  const sees = async (organisationId: string) => {
    const { items } = await as(organisationId).call(listShipments, { query: { q: reference } });
    return items.map((one) => one.id);
  };
  for (const organisation of [maker, post, buyer]) expect(await sees(organisation)).toEqual([id]);
  expect(await sees(stranger)).toEqual([]);
  expect(await refusal(as(stranger).call(getShipment, { params: { id } }))).toBe('platform.notFound');
  expect(await refusal(tell(id, event('collected', '2026-11-01T08:00:00Z'), as(stranger)))).toBe(
    'platform.notFound',
  );
  expect(await refusal(tell(id, event('collected', '2026-11-01T08:00:00Z'), as(buyer)))).toBe(
    'platform.forbidden',
  );
  expect((await as(buyer).call(getShipment, { params: { id } })).mayRecord).toBe(false);
  expect((await secretariat().call(listShipments, { query: { q: reference } })).items).toHaveLength(1);
});

test('a shipment is found by a container or parcel number and filtered by status and market', async () => {
  const { id } = await register({ containers: ['MSKU9070323'], market: 'KZ' });
  const found = async (query: object) =>
    (await as(post).call(listShipments, { query })).items.map((one) => one.id);
  expect(await found({ q: 'msku 907032-3' })).toEqual([id]);
  expect(await found({ market: ['KZ'] })).toEqual([id]);
  await tell(id, event('held', '2026-11-02T08:00:00Z'));
  expect(await found({ status: ['held'] })).toEqual([id]);
});

test('events told out of order stand in the order they happened, and the status follows from the last', async () => {
  const { id } = await register();
  await tell(id, event('arrived', '2026-11-05T08:00:00Z', { place: 'Alashankou' }));
  await tell(id, event('collected', '2026-11-01T08:00:00Z'));
  const told = await tell(id, event('departed', '2026-11-02T08:00:00Z'));
  expect(told.events.map(({ kind }) => kind)).toEqual(['collected', 'departed', 'arrived']);
  expect(told.status).toBe('at-hub');
  await tell(id, event('delivered', '2026-11-20T08:00:00Z', { place: 'Budapest' }));
  const late = await tell(id, event('departed', '2026-11-21T08:00:00Z', { note: 'an empty container' }));
  expect(late.status).toBe('delivered');
});

test('the same event told again changes nothing: by the source’s number, or word for word', async () => {
  const { id } = await register();
  const first = await tell(id, event('collected', '2026-11-01T08:00:00Z', { externalId: 'E1' }));
  const again = await tell(
    id,
    event('collected', '2026-11-01T09:30:00Z', { externalId: 'E1', place: 'Elsewhere' }),
  );
  expect(again).toMatchObject({ version: first.version, events: first.events });
  await tell(id, event('departed', '2026-11-02T08:00:00Z'));
  const same = await tell(id, event('departed', '2026-11-02T08:00:00Z', { note: 'told twice' }));
  expect(same.events).toHaveLength(2);
  const other = await tell(id, event('departed', '2026-11-02T08:00:00Z', { source: 'The railway' }));
  expect(other.events).toHaveLength(3);
});

test('the same event told ten times at once is there once; ten different ones at once are all there', async () => {
  const { id } = await register();
  await Promise.all(Array.from({ length: 10 }, () => tell(id, event('collected', '2026-11-01T08:00:00Z'))));
  const once = await as(maker).call(getShipment, { params: { id } });
  expect(once).toMatchObject({ status: 'in-transit', version: 2 });
  expect(once.events).toHaveLength(1);
  await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      tell(id, event('arrived', `2026-11-0${(at % 9) + 1}T1${at}:00:00Z`)),
    ),
  );
  const all = await as(maker).call(getShipment, { params: { id } });
  expect(all.events).toHaveLength(11);
  expect(all.version).toBe(12);
});

test('an event of tomorrow, without a place or about a container that isn’t in it is refused', async () => {
  const { id } = await register({ containers: ['CSQU3054383'] });
  const tomorrow = new Date(Date.now() + 864e5).toISOString();
  expect(await refusal(tell(id, event('collected', tomorrow)))).toBe('freight.eventInFuture');
  const at = '2026-11-01T08:00:00Z';
  expect(await refusal(tell(id, event('collected', at, { place: null })))).toBe('freight.eventWithoutPlace');
  expect(await refusal(tell(id, event('collected', at, { unit: 'MSKU9070323' })))).toBe(
    'freight.unitUnknown',
  );
  const { events } = await tell(id, event('collected', at, { unit: 'CSQU3054383' }));
  expect(events[0]!.unit).toBe('CSQU3054383');
});

type Change = InputOf<typeof updateShipment>['body'];
const correct = (id: string, version: number, change: Change, who = as(maker)) =>
  who.call(updateShipment, { params: { id }, body: change }, { ifMatch: version });

test('what was registered is corrected, only what is named, and the audit log tells what it was', async () => {
  const { id, version, reference } = await register({ parcels: ['RA473124829CN'] });
  const lines = [
    { description: 'Paper lanterns', quantity: 500, unit: 'H87' as const, grossWeightG: 150_000 },
  ];
  const corrected = await correct(id, version, { lines, containers: ['csqu 305438 3'] });
  expect(corrected).toMatchObject({
    version: version + 1,
    reference,
    containers: ['CSQU3054383'],
    parcels: ['RA473124829CN'],
    carrier: { id: post },
    lines: [{ quantity: 500, grossWeightG: 150_000 }],
  });
  const { items } = await as(maker).call(listShipments, { query: { q: 'CSQU3054383' } });
  expect(items.find((one) => one.id === id)).toMatchObject({ grossWeightG: 150_000, containers: 1 });
  const { rows } = await app.database.pool.query<{ before: object; after: object }>(
    `select before, after from audit_log where action = 'freight.updateShipment' and subject_id = $1`,
    [id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.before).toMatchObject({ containers: [], lines: [{ quantity: 400 }] });
  expect(rows[0]!.after).not.toHaveProperty('parcels');
});

test('of two corrections from one version one is told that it is stale; the consignor and the secretariat alone correct', async () => {
  const { id, version } = await register();
  const outcomes = await Promise.all(
    [1, 2].map((weight) =>
      refusal(
        correct(id, version, {
          lines: [{ description: 'Lanterns', quantity: 1, unit: 'H87', grossWeightG: weight }],
        }),
      ),
    ),
  );
  expect(outcomes.toSorted()).toEqual(['platform.staleVersion', 'taken']);
  for (const organisation of [post, buyer])
    expect(await refusal(correct(id, version + 1, {}, as(organisation)))).toBe('platform.forbidden');
  expect(await refusal(correct(id, version + 1, {}, as(stranger)))).toBe('platform.notFound');
  expect((await as(buyer).call(getShipment, { params: { id } })).mayCorrect).toBe(false);
  expect((await correct(id, version + 1, { market: 'DE' }, secretariat())).market).toBe('DE');
  const bare = await app.http.inject({
    method: 'PATCH',
    url: `/api/v1/shipments/${id}`,
    headers: app.headersAs({ role: 'secretariat', userId: 'sec-1' }),
    payload: { market: 'HU' },
  });
  expect(bare.json()).toMatchObject({ status: 428 });
});

test('what ended stays as it was, and so does a container that an event speaks of', async () => {
  const { id } = await register({ containers: ['CSQU3054383'] });
  const told = await tell(id, event('collected', '2026-11-01T08:00:00Z', { unit: 'CSQU3054383' }));
  expect(await refusal(correct(id, told.version, { containers: [] }))).toBe('freight.unitTold');
  const more = await correct(id, told.version, { containers: ['CSQU3054383', 'MSKU9070323'] });
  expect(more).toMatchObject({ status: 'in-transit', mayCorrect: true });
  const done = await tell(id, event('delivered', '2026-11-20T08:00:00Z'));
  expect((await as(maker).call(getShipment, { params: { id } })).mayCorrect).toBe(false);
  for (const who of [as(maker), secretariat()])
    expect(await refusal(correct(id, done.version, { market: 'DE' }, who))).toBe('freight.shipmentEnded');
});

test('a correction is held against the same rules as a registration; another product or market is warned of anew', async () => {
  const taken = await register();
  const { id, version, reference } = await register();
  const nobody = '01890000-0000-7000-8000-000000000000';
  const draft = await as(stranger).call(createProduct, { body: draftProduct() });
  const line = { quantity: 1, unit: 'H87' as const, grossWeightG: 1 };
  for (const [change, code] of [
    [{ reference: taken.reference }, 'freight.referenceTaken'],
    [{ consigneeOrganisationId: nobody }, 'freight.partyUnknown'],
    [{ market: 'XX' }, 'freight.countryUnknown'],
    [{ lines: [{ ...line, productId: draft.id }] }, 'freight.productUnknown'],
    [{ lines: [line] }, 'freight.lineWithoutGoods'],
    [{ containers: ['CSQU3054384'] }, 'freight.containerCheckDigit'],
  ] as const)
    expect(await refusal(correct(id, version, change as Change))).toBe(code);
  expect(await correct(id, version, { reference })).toMatchObject({
    reference,
    warnings: [{ code: 'freight.shippedWithoutPlan' }],
  });
  const product = await as(maker).call(createProduct, { body: draftProduct() });
  const warned = await correct(id, version + 1, { lines: [{ ...line, productId: product.id }] });
  expect(warned.warnings).toHaveLength(1);
  const elsewhere = await correct(id, version + 2, { market: 'DE', consigneeOrganisationId: null });
  expect(elsewhere.warnings[0]!.message).toContain('Germany');
  expect(elsewhere.consignee).toBeNull();
  const { rows } = await app.database.pool.query<{ after: { market: string } }>(
    `select after from audit_log where action = 'freight.shippedWithoutPlan' and subject_id = $1 order by id`,
    [id],
  );
  expect(rows.map(({ after }) => after.market)).toEqual(['HU', 'HU', 'DE']);
});

test('in whatever order events are told the status is the same', () => {
  const kinds = ['collected', 'departed', 'arrived', 'held', 'delivered', 'returned', 'cancelled'] as const;
  const happened = fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min: 0, max: 20 }).map((hour) => new Date(hour * 3_600_000)),
  });
  fc.assert(
    fc.property(
      fc
        .array(happened, { maxLength: 12 })
        .chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
      ([told, otherwise]) => {
        expect(statusOf(otherwise)).toEqual(statusOf(told));
      },
    ),
  );
});
