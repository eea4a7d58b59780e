import * as contract from '@jiechuan/contract';
import {
  ProblemError,
  type Tour,
  type TourCity,
  type TourInput,
  type TourStopInput,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
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
/** A deal that somebody opens with another member. */
const dealOf = async (client: ReturnType<typeof keeper>, withOrganisation: string): Promise<string> => {
  const { id } = await client.call(contract.openDeal, {
    body: {
      kind: 'purchase',
      ours: 'seller',
      market: 'HU',
      withOrganisation,
      demandId: null,
      title: '试订',
      message: '参观之后',
    },
  });
  return id;
};
/** Puts a stop of a tour on a day and an hour. */
const put = async (tour: Tour, id: string, at: { date: string; start: number } | null) => {
  const { version } = await keeper().call(contract.getTour, { params: { id: tour.id } });
  return keeper().call(contract.placeVisit, { params: { id }, body: { at } }, { ifMatch: version });
};
const answer = (nth: number, id: string, said: 'confirmed' | 'declined') =>
  as('enterprise', nth).call(contract.answerVisit, { params: { id }, body: { answer: said } });
const versionOf = async (id: string) => ({
  ifMatch: (await keeper().call(contract.getTour, { params: { id } })).version,
});
const move = async (id: string, to: 'confirmed' | 'done' | 'cancelled') =>
  keeper().call(contract.moveTour, { params: { id }, body: { to } }, await versionOf(id));
/** A host among the seeded enterprises. */
const hosted = (nth: number, city: TourCity, over: Partial<TourStopInput> = {}) =>
  place(city, { organisationId: home['enterprise']![nth]!, name: null, ...over });
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
    expect(stops.every(({ talk }) => talk === 'direct')).toBe(true);
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

  test('of more than twelve stops states what no order exceeds', async () => {
    const cities = ['chengdu', 'zigong', 'neijiang', 'meishan', 'ziyang', 'leshan', 'deyang'] as const;
    const { plan } = await proposed(
      [...cities, ...cities].map((city, at) => place(city, { name: `${city} ${at}`, wish: 1 + (at % 5) })),
      { lastDay: '2027-03-04' },
    );
    expect(plan!.by).toBe('engine');
    expect(plan!.upperBound).toBeGreaterThanOrEqual(plan!.value);
    expect(plan!.value).toBeGreaterThan(plan!.upperBound! / 2);
    expect(plan!.leftOut.length).toBeGreaterThan(0);
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
    const { id, plan, visa, guests } = await proposed([place('zigong', { samples: 'frozen' })], {
      lastDay: '2027-03-01',
    });
    expect(plan!.samples).toMatchObject([{ class: 'frozen', allowed: 30, needs: 'coolBox' }]);
    expect(visa).toMatchObject({ rule: 'unilateralWaiver', holds: false, review: null });
    // The secretariat learns that it goes on, and says so on its page of visa notes.
    const params = { country: guests.country };
    const desk = app.as({ role: 'secretariat', userId: 'desk', userName: 'Desk' });
    const { review, known, country, version, ...note } = await desk.call(contract.getVisaNote, { params });
    expect([review, known, country]).toEqual([null, true, guests.country]);
    await desk.call(
      contract.keepVisaNote,
      { params, body: { ...note, validTo: '2027-12-31' } },
      { ifMatch: version },
    );
    expect((await keeper().call(contract.getTour, { params: { id } })).visa).toMatchObject({
      validTo: '2027-12-31',
      holds: true,
    });
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
    expect(await refused(say(keeper(), stops[0], v7()))).toBe('422 tours.noSuchDeal');
    const deal = await dealOf(as('enterprise', 0), home['merchant']![0]!);
    await say(as('enterprise'), stops[0], deal);
    await say(keeper(), stops[1]);
    expect(await refused(say(as('enterprise', 1), stops[0]))).toBe('404 platform.notFound');
    expect(await refused(say(as('association', 1), stops[0]))).toBe('404 platform.notFound');
    const done = await move(tour.id, 'done');
    expect(done.stops.map(({ outcome, dealId }) => [outcome!.text, dealId])).toEqual([
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

  test('changed, a stop keeps its hour and its host’s word where the visit is the same; else it is asked anew or taken off', async () => {
    const { tour, stops } = await asked();
    await answer(0, stops[0], 'confirmed');
    const change = async (id: string, body: TourStopInput) =>
      keeper().call(contract.updateTourStop, { params: { id }, body }, await versionOf(tour.id));
    const before = visits(tour);
    const wished = await change(stops[0], hosted(0, 'chengdu', { wish: 5, languages: ['zh-CN', 'ru'] }));
    expect(visits(wished)).toEqual(before);
    expect(wished.stops[0]).toMatchObject({ wish: 5, answer: 'confirmed', talk: 'nobody' });
    // What was proved of other wishes isn't proved of these.
    expect(wished.plan).toMatchObject({ by: 'hand', optimal: false, upperBound: null });
    const longer = await change(stops[0], hosted(0, 'chengdu', { minutes: 95 }));
    expect(longer.stops[0]!.answer).toBe('none');
    const twice = [
      { weekdays: '7', opens: 540, closes: 720 },
      { weekdays: '7', opens: 840, closes: 1020 },
    ];
    const shut = await change(stops[0], hosted(0, 'chengdu', { hours: twice }));
    expect(shut.stops[0]!.hours).toEqual(twice);
    expect(visits(shut)).toEqual(before.filter(({ stopId }) => stopId === stops[1]));
    expect(
      await refused(
        keeper().call(
          contract.updateTourStop,
          { params: { id: stops[0] }, body: hosted(0, 'zigong') },
          { ifMatch: 1 },
        ),
      ),
    ).toBe('412 platform.staleVersion');
  });

  test('added, a stop takes back what was proved', async () => {
    const { tour } = await withHost();
    expect(tour.plan!.optimal).toBe(true);
    const { plan } = await keeper().call(contract.addTourStop, {
      params: { id: tour.id },
      body: place('ziyang'),
    });
    expect(plan).toMatchObject({ by: 'hand', optimal: false, upperBound: null });
  });

  test('keep their word while names, funding or the inviter change; those can change once a tour is confirmed, days can’t', async () => {
    const { tour, stops } = await asked();
    await answer(0, stops[0], 'confirmed');
    await answer(1, stops[1], 'confirmed');
    const change = async (over: Partial<TourInput>) =>
      keeper().call(
        contract.updateTour,
        { params: { id: tour.id }, body: input(over) },
        await versionOf(tour.id),
      );
    const named = await change({ funding: 'guest', guests: { ...input().guests, persons: ['Anna Nagy'] } });
    expect(visits(named)).toEqual(visits(tour));
    expect(named.stops.map((stop) => stop.answer)).toEqual(['confirmed', 'confirmed']);
    await move(tour.id, 'confirmed');
    expect(await change({ inviter: '新的邀请方' })).toMatchObject({
      state: 'confirmed',
      inviter: '新的邀请方',
    });
    expect(await refused(change({ lastDay: '2027-03-04' }))).toBe('409 tours.daysFixed');
    expect(await refused(change({ guests: { ...input().guests, visitors: 1 } }))).toBe(
      '400 platform.invalid',
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

describe('R37: inspection tours', () => {
  const cool = { hours: [{ weekdays: '12345', opens: 540, closes: 1080 }], capacity: 10 } as const;
  /** Days of its own, so that other tests promise nothing on them. */
  const days = { firstDay: '2027-05-03', lastDay: '2027-05-04' };
  const asking = async (nth: number, start: number) => {
    const tour = await drafted([hosted(nth, 'chengdu', { ...cool, hours: [...cool.hours] })], days);
    const [stop] = tour.stops;
    await put(tour, stop!.id, { date: '2027-05-03', start });
    return {
      id: tour.id,
      stop: stop!.id,
      ask: () => keeper().call(contract.askHosts, { params: { id: tour.id } }),
    };
  };

  test('R37: two visits of a tour that overlap are refused, and the reason names both', async () => {
    const tour = await drafted([place('chengdu'), place('chengdu', { name: '示范车间' })]);
    await put(tour, tour.stops[0]!.id, { date: '2027-03-01', start: 540 });
    const error = await put(tour, tour.stops[1]!.id, { date: '2027-03-01', start: 600 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ProblemError);
    const { problem } = error as ProblemError;
    expect(problem).toMatchObject({ status: 409, code: 'tours.overlap' });
    for (const name of ['chengdu 示范园', '示范车间']) expect(problem.detail).toContain(name);
    expect(visits(await keeper().call(contract.getTour, { params: { id: tour.id } }))).toHaveLength(1);
  });

  test('R37: a host that has promised the hour to as many as it takes is refused to another group, everywhere', async () => {
    const first = await asking(2, 600);
    await first.ask();
    await answer(2, first.stop, 'confirmed');
    // Eight and eight are more than ten.
    const tour = await drafted([hosted(2, 'chengdu', { capacity: 10 })], days);
    const [stop] = tour.stops;
    const error = await put(tour, stop!.id, { date: '2027-05-03', start: 660 }).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as ProblemError).problem).toMatchObject({ status: 409, code: 'tours.hostBusy' });
    expect((error as ProblemError).problem.detail).toMatch(/10:00.*11:30/);
    // A proposal goes around it, and says so where it can't.
    const { plan } = await keeper().call(contract.proposeTour, { params: { id: tour.id } });
    const [visit] = visits({ ...tour, plan });
    expect(visit!.date === '2027-05-03' ? visit!.start : 690).toBeGreaterThanOrEqual(690);
    const narrow = await proposed(
      [hosted(2, 'chengdu', { capacity: 10, hours: [{ weekdays: '1', opens: 590, closes: 700 }] })],
      days,
    );
    expect(narrow.plan!.leftOut).toEqual([{ stopId: narrow.stops[0]!.id, why: 'hostBusy' }]);
    // Where there is room for both, both may come.
    const roomy = await drafted([hosted(2, 'chengdu', { capacity: 16 })], days);
    expect(visits(await put(roomy, roomy.stops[0]!.id, { date: '2027-05-03', start: 600 }))).toHaveLength(1);
  });

  test('R37: of two groups asked for one hour a host agrees to one; both at once aren’t promised it either', async () => {
    const both = [await asking(3, 600), await asking(3, 630)];
    for (const one of both) await one.ask();
    const said = await Promise.all(
      both.map(({ stop }) =>
        answer(3, stop, 'confirmed').then(
          () => 'agreed',
          (thrown: unknown) => (thrown as ProblemError).problem.code,
        ),
      ),
    );
    expect(said.toSorted()).toEqual(['agreed', 'tours.hostBusy']);
    // Whoever put the visit there before the host agreed can't ask for it any more.
    const later = said[0] === 'agreed' ? both[1]! : both[0]!;
    await app.database.pool.query(`update tour_stop set answer = 'none' where id = $1`, [later.stop]);
    expect(await refused(later.ask())).toBe('409 tours.hostBusy');
  });

  test('R37: a deal that is opened from a visit is noted there, counted on the tour, and only a real one of theirs', async () => {
    const guests = { ...input().guests, organisationId: home['merchant']![0]! };
    const tour = await proposed([hosted(4, 'chengdu'), place('zigong')], { ...days, guests });
    const [stop, free] = tour.stops.map(({ id }) => id) as [string, string];
    await keeper().call(contract.askHosts, { params: { id: tour.id } });
    await answer(4, stop, 'confirmed');
    const link = (client: ReturnType<typeof keeper>, id: string, dealId: string) =>
      client.call(contract.linkVisitDeal, { params: { id }, body: { dealId } });
    const deal = await dealOf(as('enterprise', 4), home['merchant']![0]!);
    expect(await refused(link(as('enterprise', 4), stop, deal))).toBe('409 tours.notYet');
    await move(tour.id, 'confirmed');
    expect(await refused(link(as('enterprise', 4), stop, v7()))).toBe('422 tours.noSuchDeal');
    const strange = await dealOf(as('enterprise', 5), home['merchant']![1] ?? home['association']![1]!);
    expect(await refused(link(as('enterprise', 4), stop, strange))).toBe('422 tours.noSuchDeal');
    expect(await refused(link(as('enterprise', 5), stop, deal))).toBe('404 platform.notFound');
    expect(await link(as('enterprise', 4), stop, deal)).toMatchObject({ dealId: deal, outcome: null });
    await keeper().call(contract.recordVisitOutcome, {
      params: { id: free },
      body: { text: '样品已寄', dealId: deal },
    });
    const { stops } = await keeper().call(contract.getTour, { params: { id: tour.id } });
    expect(stops.map(({ dealId, outcome }) => [dealId, outcome?.text ?? null])).toEqual([
      [deal, null],
      [deal, '样品已寄'],
    ]);
    const { items } = await keeper().call(contract.listTours, { query: {} });
    expect(items.find(({ id }) => id === tour.id)).toMatchObject({ deals: 1 });
  });
});

describe('R36: a delegation of an overseas firm', () => {
  test('R36: has a programme, an interpreter who is named in it, and a letter with visitors, dates, places, funding and inviter', async () => {
    const firm = home['merchant']![0]!;
    const guests = { ...input().guests, organisationId: firm, language: 'ru' as const, country: 'KZ' };
    const stops = [
      hosted(0, 'zigong', { languages: ['zh-CN'], capacity: null }),
      place('neijiang', { languages: ['zh-CN', 'ru'] }),
    ];
    const tour = await proposed(stops, { guests, firstDay: '2027-06-07', lastDay: '2027-06-08' });
    expect(tour.stops.map(({ talk }) => talk)).toEqual(['nobody', 'direct']);
    await keeper().call(contract.askHosts, { params: { id: tour.id } });
    await answer(0, tour.stops[0]!.id, 'confirmed');
    expect(await refused(move(tour.id, 'confirmed'))).toBe('409 tours.interpreterOpen');
    const assign = async (languages: string[]) =>
      keeper().call(
        contract.assignInterpreter,
        { params: { id: tour.id }, body: { interpreter: { name: '李雯', contact: '028-1234', languages } } },
        await versionOf(tour.id),
      );
    // Who doesn't speak the guests' language is no help.
    expect((await assign(['zh-CN', 'en'])).stops[0]!.talk).toBe('nobody');
    const assigned = await assign(['zh-CN', 'ru']);
    expect(assigned.stops[0]!.talk).toBe('interpreter');
    expect(visits(assigned)).toEqual(visits(tour));
    const open = reader(firm);
    expect(await open('programme', tour.id)).toMatchObject({ status: 404 });
    await move(tour.id, 'confirmed');
    const programme = await open('programme', tour.id);
    for (const word of [
      '考察日程',
      'Программавизита',
      '李雯',
      '028-1234',
      '译员：李雯',
      'переводчик:李雯',
      'русский',
    ])
      expect(programme.text).toContain(word);
    const letter = await open('invitation', tour.id);
    for (const word of [
      '邀请函',
      'AnnaNagy',
      '2027年6月7日',
      '自贡',
      'Цзыгун',
      '由邀请方承担',
      '成都市示范路1号',
      'Казахстан',
    ])
      expect(letter.text).toContain(word);
    const { items } = await as('merchant').call(contract.listGuestTours, { query: {} });
    expect(items.map(({ id }) => id)).toContain(tour.id);
    const others = await as('enterprise').call(contract.listGuestTours, { query: {} });
    expect(others.items.map(({ id }) => id)).not.toContain(tour.id);
    const other = reader(home['enterprise']![1]!);
    expect(await other('invitation', tour.id)).toMatchObject({ status: 404 });
    await move(tour.id, 'cancelled');
    expect(await open('invitation', tour.id)).toMatchObject({ status: 404 });
  });

  test('whose guests speak another language once it is confirmed asks anew who interprets; hosts and interpreter are told', async () => {
    const stops = [
      hosted(0, 'zigong', { languages: ['zh-CN'], capacity: null }),
      hosted(1, 'neijiang', { languages: ['zh-CN', 'en'], capacity: null }),
    ];
    for (const [nth, language] of ['en', 'zh-CN'].entries()) {
      const host = home['enterprise']![nth]!;
      const contact = JSON.stringify({ email: `host-${nth}@tour.example` });
      await sql`update organisation set contact = contact || ${contact}::jsonb where id = ${host}`.execute(
        app.ground.db,
      );
      await sql`insert into membership_application (id, organisation_id, state, answers, language)
        values (${v7()}, ${host}, 'admitted', '{}', ${language})`.execute(app.ground.db);
    }
    const dates = { firstDay: '2027-08-02', lastDay: '2027-08-03' };
    const guests = { ...input().guests, language: 'ru' as const };
    const tour = await proposed(stops, { ...dates, guests });
    const { id } = tour;
    await keeper().call(contract.askHosts, { params: { id } });
    for (const nth of [0, 1]) await answer(nth, tour.stops[nth]!.id, 'confirmed');
    const interpreter = { name: '李雯', contact: 'li@tour.example', languages: ['zh-CN', 'ru', 'en'] };
    await keeper().call(
      contract.assignInterpreter,
      { params: { id }, body: { interpreter } },
      await versionOf(id),
    );
    await move(id, 'confirmed');
    const mails = async () => {
      const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
        select recipient, subject, body from mail where recipient like '%@tour.example' and subject not like '%接待%'
          and subject not like 'Will you host%' order by recipient`.execute(app.ground.db);
      return rows;
    };
    const change = async (over: Partial<TourInput['guests']>) =>
      keeper().call(
        contract.updateTour,
        { params: { id }, body: input({ ...dates, guests: { ...guests, ...over } }) },
        await versionOf(id),
      );
    // What has nothing to do with it leaves the promise as it is.
    expect(await change({ persons: ['Anna Nagy'] })).toMatchObject({ interpreter, state: 'confirmed' });
    expect(await mails()).toEqual([]);
    const changed = await change({ language: 'en' });
    expect(changed).toMatchObject({ state: 'confirmed', interpreter: null });
    // The second host speaks it, the first needs somebody in between again.
    expect(changed.stops.map(({ talk }) => talk)).toEqual(['nobody', 'direct']);
    expect(visits(changed)).toEqual(visits(tour));
    await vi.waitFor(async () => expect(await mails()).toHaveLength(3), { timeout: 20_000 });
    const [first, second, third] = await mails();
    expect(first!.recipient).toBe('host-0@tour.example');
    expect(first!.body).toContain('English');
    expect(second!.recipient).toBe('host-1@tour.example');
    expect(second!.body).toContain('英语');
    expect(third!.recipient).toBe('li@tour.example');
    expect(third!.body).toMatch(/李雯[^]*英语/);
    const again = await keeper().call(
      contract.assignInterpreter,
      { params: { id }, body: { interpreter } },
      await versionOf(id),
    );
    expect(again.stops.map(({ talk }) => talk)).toEqual(['interpreter', 'direct']);
  });

  test('R36: a letter names no more people than come', async () => {
    const guests = { ...input().guests, visitors: 1 };
    expect(await refused(keeper().call(contract.createTour, { body: input({ guests }) }))).toBe(
      '400 platform.invalid',
    );
  });
});

/** Reads papers as somebody of an organisation who keeps no tours. */
const reader =
  (organisationId: string) =>
  async (what: 'invitation' | 'programme', id: string): Promise<{ status: number; text: string }> => {
    const { statusCode: status, rawPayload } = await app.http.inject({
      url: `/api/v1/tours/${id}/${what}`,
      headers: app.headersAs({ role: 'merchant', userId: 'm', organisationId, organisationRole: 'owner' }),
    });
    return { status, text: status === 200 ? (await read(rawPayload)).replaceAll(/\s+/g, '') : '' };
  };
