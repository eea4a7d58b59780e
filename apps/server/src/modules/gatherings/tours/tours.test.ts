import * as contract from '@jiechuan/contract';
import {
  ProblemError,
  type Tour,
  type TourCity,
  type TourInput,
  type TourStopInput,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { seed } from '../../../seed.ts';
import { read } from './testing/read-pdf.ts';

let app: TestApp;
let home: Record<string, string[]>;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  home = {};
  for (const { kind, id } of await seed(app, { enterprises: 6, products: 6, randomSeed: 2 }))
    (home[kind] ??= []).push(id);
});
afterAll(() => app.close());

const as = (role: 'association' | 'enterprise' | 'secretariat' | 'merchant', nth = 0) =>
  app.as({
    role,
    userId: `${role}-${nth}`,
    userName: `${role} ${nth}`,
    organisationId: home[role]![nth]!,
    organisationRole: 'owner',
  });
const keeper = () => as('association');

const input = (over: Partial<TourInput> = {}): TourInput => ({
  title: '匈牙利采购团考察',
  guests: {
    organisationId: null,
    name: 'Demo Import Kft.',
    country: 'HU',
    language: 'en',
    visitors: 8,
    persons: ['Anna Nagy', 'Béla Kovács'],
  },
  firstDay: '2027-03-01',
  lastDay: '2027-03-03',
  startCity: 'chengdu',
  endCity: 'chengdu',
  limits: {
    starts: 480,
    ends: 1140,
    maxTravel: 300,
    maxVisits: 3,
    meals: [{ from: 690, to: 840, minutes: 60 }],
  },
  funding: 'inviter',
  inviter: '示范邀请方，成都市示范路 1 号',
  ...over,
});
const place = (city: TourCity, over: Partial<TourStopInput> = {}): TourStopInput => ({
  organisationId: null,
  name: `${city} 示范园`,
  city,
  minutes: 90,
  hours: [{ weekdays: '12345', opens: 540, closes: 1080 }],
  capacity: 20,
  must: false,
  wish: 3,
  languages: ['zh-CN', 'en'],
  samples: null,
  ...over,
});
const drafted = async (stops: TourStopInput[], over: Partial<TourInput> = {}): Promise<Tour> => {
  let tour = await keeper().call(contract.createTour, { body: input(over) });
  for (const body of stops)
    tour = await keeper().call(contract.addTourStop, { params: { id: tour.id }, body });
  return tour;
};
const proposed = async (stops: TourStopInput[], over?: Partial<TourInput>) =>
  keeper().call(contract.proposeTour, { params: { id: (await drafted(stops, over)).id } });
/** Puts a stop of a tour on a day and an hour. */
const put = async (tour: Tour, id: string, at: { date: string; start: number } | null) => {
  const { version } = await keeper().call(contract.getTour, { params: { id: tour.id } });
  return keeper().call(contract.placeVisit, { params: { id }, body: { at } }, { ifMatch: version });
};
const visits = (tour: Tour) =>
  tour.plan!.days.flatMap(({ date, items }) =>
    items.flatMap((item) =>
      item.kind === 'visit' ? [{ date, stopId: item.stopId, start: item.start }] : [],
    ),
  );
const refused = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw error ?? new Error('was not refused');
  return `${error.problem.status} ${error.problem.code}`;
};
const five = () =>
  (['chengdu', 'zigong', 'neijiang', 'meishan', 'ziyang'] as const).map((city) => place(city));

describe('a proposal', () => {
  test('visits five cities in three days, with ways, meals and nights, and is proved', async () => {
    const { plan, stops } = await proposed(five());
    expect(plan).toMatchObject({ by: 'engine', value: 15, upperBound: 15, optimal: true, leftOut: [] });
    expect(plan!.days.map(({ date }) => date)).toEqual(['2027-03-01', '2027-03-02', '2027-03-03']);
    expect(plan!.days[0]!.from).toBe('chengdu');
    expect(plan!.days.at(-1)!.to).toBe('chengdu');
    for (const { items } of plan!.days) {
      expect(items.filter(({ kind }) => kind === 'meal')).toHaveLength(1);
      for (const [at, item] of items.entries())
        if (at > 0) expect(item.start).toBeGreaterThanOrEqual(items[at - 1]!.end);
    }
    expect(stops.every(({ interpreter }) => !interpreter)).toBe(true);
  });

  test('leaves out who takes fewer guests and who is shut, and says why', async () => {
    const { plan, stops } = await proposed([
      place('chengdu'),
      place('zigong', { capacity: 7 }),
      place('yibin', { hours: [{ weekdays: '67', opens: 540, closes: 1080 }] }),
    ]);
    expect(plan!.leftOut).toEqual([
      { stopId: stops[1]!.id, why: 'tooManyVisitors' },
      { stopId: stops[2]!.id, why: 'closed' },
    ]);
  });

  test('needs stops, and days that hold', async () => {
    const none = await drafted([]);
    expect(await refused(keeper().call(contract.proposeTour, { params: { id: none.id } }))).toBe(
      '409 tours.noStops',
    );
    const far = await drafted([place('chengdu')], { endCity: 'liangshan', lastDay: '2027-03-01' });
    expect(await refused(keeper().call(contract.proposeTour, { params: { id: far.id } }))).toBe(
      '409 tours.daysImpossible',
    );
  });

  test('says what samples need on the way, and what guests need to enter', async () => {
    const { plan, visa } = await proposed([place('zigong', { samples: 'frozen' })], {
      lastDay: '2027-03-01',
    });
    expect(plan!.samples).toMatchObject([{ class: 'frozen', allowed: 30, needs: 'coolBox' }]);
    expect(visa).toMatchObject({ rule: 'unilateralWaiver', holds: false });
  });
});

describe('by hand', () => {
  test('a visit moves with its ways; another at the same time, or out of reach, or outside opening hours is refused', async () => {
    const tour = await drafted([place('chengdu'), place('zigong')]);
    const [first, second] = tour.stops.map(({ id }) => id) as [string, string];
    await put(tour, first, { date: '2027-03-01', start: 540 });
    for (const [start, code] of [
      [600, 'overlap'],
      [645, 'tooFarApart'],
      [1020, 'closed'],
    ] as const)
      expect(await refused(put(tour, second, { date: '2027-03-01', start }))).toBe(`409 tours.${code}`);
    expect(await refused(put(tour, second, { date: '2027-04-01', start: 600 }))).toBe('422 tours.otherDay');
    const moved = await put(tour, second, { date: '2027-03-01', start: 840 });
    expect(visits(moved)).toEqual([
      { date: '2027-03-01', stopId: first, start: 540 },
      { date: '2027-03-01', stopId: second, start: 840 },
    ]);
    expect(moved.plan).toMatchObject({ by: 'hand', upperBound: null, value: 6 });
    const off = await put(tour, first, null);
    expect(off.plan!.leftOut).toEqual([{ stopId: first, why: 'byHand' }]);
  });

  test('the refusal names both hosts in the reader’s language', async () => {
    const tour = await drafted([place('chengdu'), place('chengdu', { name: '示范车间' })]);
    await put(tour, tour.stops[0]!.id, { date: '2027-03-01', start: 540 });
    const answer = await app.http.inject({
      method: 'PUT',
      url: `/api/v1/tour-stops/${tour.stops[1]!.id}/place`,
      headers: {
        ...app.headersAs({
          role: 'association',
          userId: 'a',
          organisationId: home['association']![0]!,
          organisationRole: 'owner',
        }),
        'accept-language': 'en',
        'if-match': '"4"',
      },
      payload: { at: { date: '2027-03-01', start: 570 } },
    });
    expect(answer.json()).toMatchObject({ code: 'tours.overlap' });
    expect((answer.json() as { detail: string }).detail).toContain('示范车间');
  });
});

describe('hosts', () => {
  const withHost = async () => {
    const tour = await proposed([
      place('chengdu', { organisationId: home['enterprise']![0]!, name: null }),
      place('zigong', { organisationId: home['enterprise']![1]!, name: null }),
    ]);
    return { tour, stops: tour.stops.map(({ id }) => id) as [string, string] };
  };
  const asked = async () => {
    const made = await withHost();
    return { ...made, tour: await keeper().call(contract.askHosts, { params: { id: made.tour.id } }) };
  };
  const answer = (nth: number, id: string, said: 'confirmed' | 'declined') =>
    as('enterprise', nth).call(contract.answerVisit, { params: { id }, body: { answer: said } });
  const move = async (id: string, to: 'confirmed' | 'done' | 'cancelled') => {
    const { version } = await keeper().call(contract.getTour, { params: { id } });
    return keeper().call(contract.moveTour, { params: { id }, body: { to } }, { ifMatch: version });
  };

  test('are written to when they are asked, once, with the way to their visit and nothing of the tour', async () => {
    const { tour } = await withHost();
    const guests = `Guests ${tour.id}`;
    await app.database.pool.query(
      `update tour set guests = jsonb_set(guests, '{name}', to_jsonb($2::text)) where id = $1`,
      [tour.id, guests],
    );
    for (let time = 0; time < 2; time++) await keeper().call(contract.askHosts, { params: { id: tour.id } });
    const { rows } = await app.database.pool.query<{ body: string }>(
      'select body from mail where body like $1',
      [`%${guests}%`],
    );
    expect(rows).toHaveLength(2);
    for (const { body } of rows) expect(body).toMatch(/\/tours\s*$/);
  });

  test('see their visit once they are asked, nothing else, and nobody sees another’s', async () => {
    const { tour, stops } = await withHost();
    const seen = async (nth: number) =>
      (await as('enterprise', nth).call(contract.listVisits, { query: {} })).items.map(({ id }) => id);
    expect(await seen(0)).not.toContain(stops[0]);
    expect(await refused(answer(0, stops[0], 'confirmed'))).toBe('404 platform.notFound');
    await keeper().call(contract.askHosts, { params: { id: tour.id } });
    expect(await seen(0)).toContain(stops[0]);
    expect(await seen(0)).not.toContain(stops[1]);
    expect(await refused(answer(0, stops[1], 'confirmed'))).toBe('404 platform.notFound');
    expect(await refused(as('enterprise').call(contract.getTour, { params: { id: tour.id } }))).toBe(
      '403 platform.forbidden',
    );
    expect(await refused(as('association', 1).call(contract.getTour, { params: { id: tour.id } }))).toBe(
      '404 platform.notFound',
    );
    expect((await as('secretariat').call(contract.getTour, { params: { id: tour.id } })).id).toBe(tour.id);
  });

  test('agree before a tour is confirmed; who declines isn’t proposed again, who is moved is asked anew', async () => {
    const { tour, stops } = await asked();
    await answer(0, stops[0], 'confirmed');
    expect(await refused(move(tour.id, 'confirmed'))).toBe('409 tours.hostsOpen');
    await answer(1, stops[1], 'declined');
    const again = await keeper().call(contract.proposeTour, { params: { id: tour.id } });
    expect(again.plan!.leftOut).toEqual([{ stopId: stops[1], why: 'declined' }]);
    const [visit] = visits(again);
    const later = await put(tour, stops[0], { date: visit!.date, start: visit!.start + 30 });
    expect(later.stops[0]!.answer).toBe('none');
    await keeper().call(contract.askHosts, { params: { id: tour.id } });
    await answer(0, stops[0], 'confirmed');
    expect((await move(tour.id, 'confirmed')).state).toBe('confirmed');
  });

  test('what came of a visit and which deal is said by its host or the keeper, once the tour is certain', async () => {
    const { tour, stops } = await asked();
    const say = (client: ReturnType<typeof keeper>, id: string, dealId: string | null = null) =>
      client.call(contract.recordVisitOutcome, { params: { id }, body: { text: '试订一柜', dealId } });
    expect(await refused(say(keeper(), stops[0]))).toBe('409 tours.notYet');
    await answer(0, stops[0], 'confirmed');
    await answer(1, stops[1], 'confirmed');
    await move(tour.id, 'confirmed');
    const deal = v7();
    await say(as('enterprise'), stops[0], deal);
    await say(keeper(), stops[1]);
    expect(await refused(say(as('enterprise', 1), stops[0]))).toBe('404 platform.notFound');
    expect(await refused(say(as('association', 1), stops[0]))).toBe('404 platform.notFound');
    const done = await move(tour.id, 'done');
    expect(done.stops.map(({ outcome }) => [outcome!.text, outcome!.dealId])).toEqual([
      ['试订一柜', deal],
      ['试订一柜', null],
    ]);
    const { items } = await keeper().call(contract.listTours, { query: { state: 'done' } });
    expect(items.find(({ id }) => id === tour.id)).toMatchObject({ stops: 2, confirmed: 2, deals: 1 });
    expect(await refused(move(tour.id, 'cancelled'))).toBe('409 tours.outOfOrder');
    expect(await refused(keeper().call(contract.proposeTour, { params: { id: tour.id } }))).toBe(
      '409 tours.notDraft',
    );
  });

  test('taken out, a stop leaves the others where they are', async () => {
    const { tour, stops } = await withHost();
    const kept = visits(tour).filter(({ stopId }) => stopId === stops[1]);
    await keeper().call(contract.removeTourStop, { params: { id: stops[0] } });
    expect(visits(await keeper().call(contract.getTour, { params: { id: tour.id } }))).toEqual(kept);
  });
});

describe('letters', () => {
  const paper = async (id: string, what: 'invitation' | 'programme') => {
    const answer = await app.http.inject({
      url: `/api/v1/tours/${id}/${what}`,
      headers: app.headersAs({
        role: 'association',
        userId: 'a',
        organisationId: home['association']![0]!,
        organisationRole: 'owner',
      }),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    return (await read(answer.rawPayload)).replaceAll(/\s+/g, '');
  };

  test.each([
    ['en', 'Letterofinvitation', 'Programmeofthevisit', 'Hungary', 'Neijiang'],
    ['ru', 'Приглашение', 'Программавизита', 'Венгрия', 'Нэйцзян'],
  ] as const)(
    'say visitors, dates, places, funding and inviter in Chinese and %s',
    async (language, invitation, programme, country, city) => {
      const { id } = await proposed([place('neijiang', { samples: 'chilled' })], {
        guests: { ...input().guests, language },
      });
      const letter = await paper(id, 'invitation');
      for (const word of [
        '邀请函',
        invitation,
        '匈牙利',
        country,
        'AnnaNagy·BélaKovács',
        '2027年3月1日',
        '内江',
        city,
        '由邀请方承担',
        '成都市示范路1号',
      ])
        expect(letter).toContain(word);
      const days = await paper(id, 'programme');
      for (const word of ['考察日程', programme, '内江', 'neijiang示范园', city, '用餐', '2027年3月3日'])
        expect(days).toContain(word);
      for (const text of [letter, days]) expect(text).not.toMatch(/\uFFFD|\{\{|tours\.|undefined|NaN/);
    },
  );

  test('there is none before anything is planned', async () => {
    const { id } = await drafted([place('chengdu')]);
    const answer = await app.http.inject({
      url: `/api/v1/tours/${id}/invitation`,
      headers: app.headersAs({
        role: 'association',
        userId: 'a',
        organisationId: home['association']![0]!,
        organisationRole: 'owner',
      }),
    });
    expect(answer.json()).toMatchObject({ code: 'tours.noPlan' });
  });
});
