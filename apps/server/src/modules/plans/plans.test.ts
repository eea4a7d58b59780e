import {
  archivePlan,
  comparePlans,
  createPlan,
  createProduct,
  getPlan,
  listHubs,
  listPlans,
  listPlanShares,
  listPlanVersions,
  openSharedPlan,
  planAssumptions,
  sharePlan,
  unsharePlan,
  updatePlan,
  updateProduct,
  type PlanInput,
  type PlanPage,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { roadFound } from './roads.ts';
import { sauce } from '../catalogue/testing/enterprise.ts';
import { hotpotBase, label, lemons, maker, product, type Maker } from '../catalogue/testing/goods.ts';
import { addDays, today } from '../../platform/today.ts';

let app: TestApp;
let owner: Maker;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  owner = await maker(app);
});
afterAll(() => app.close());

type Asked = Pick<PlanInput, 'productId' | 'market' | 'quantity'> & Partial<PlanInput>;
const plan = (body: Asked): Promise<PlanPage> => app.as(owner).call(createPlan, { body });
const chosenOf = ({ result: { roads } }: PlanPage) => roads.front.find(({ key }) => key === roads.chosen);
const weighed = {
  level: 'unit',
  contains: 1,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  gtin: null,
} as const;
const bearer = { ...({ role: 'merchant', organisationRole: 'owner' } as const) };

describe('the road', () => {
  test('lemons with 30 days left go to Russia by rail in time; a road that takes longer is refused by days', async () => {
    const productId = await product(app, owner, lemons);
    const made = await plan({ productId, market: 'RU', quantity: 20_000, lifeLeftDays: 30 });
    const { roads } = made.result;
    const chosen = chosenOf(made)!;
    expect(roadFound(roads)).toBe(true);
    expect(chosen.daysTenths).toBeLessThan(300);
    expect(chosen.lifeLeftDays).toBeGreaterThan(0);
    expect(chosen.legs.map((place) => roads.legs[place]!.mode)).toContain('rail');
    // Kept at 12 °C of 11–15, a day on the way is nine tenths of a day of life.
    const used = (chosen.daysTenths / 10) * 2.5 ** -0.1;
    expect(Math.abs(30 - used - chosen.lifeLeftDays!)).toBeLessThan(1.05);
    const far = await plan({ productId, market: 'HU', quantity: 20_000, lifeLeftDays: 30 });
    const late = far.result.roads.front.filter(({ daysTenths }) => daysTenths > 350);
    expect(late.length).toBeGreaterThan(0);
    for (const road of late) {
      const short = (road.daysTenths / 10) * 2.5 ** -0.1 - 30;
      expect(Math.abs(road.daysShort - short)).toBeLessThan(1.05);
    }
  });

  test('to Russia a train of eight to ten days is taken; by sea it is 40 days and more, and refused by days', async () => {
    const productId = await product(app, owner, lemons);
    const made = await plan({ productId, market: 'RU', quantity: 20_000, lifeLeftDays: 30 });
    const { roads } = made.result;
    const [train] = chosenOf(made)!
      .legs.map((place) => roads.legs[place]!)
      .filter(({ mode }) => mode === 'rail');
    const days = (Date.parse(train!.arrivesAt) - Date.parse(train!.departsAt)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(8);
    expect(days).toBeLessThanOrEqual(10);
    // The train is sooner, cheaper and cleaner, so no road by sea is on the front; a reader misses it.
    expect(roads.beaten).toHaveLength(1);
    const [ship] = roads.beaten;
    expect(ship!.legs.map((place) => roads.legs[place]!.mode)).toContain('sea');
    expect(ship!.daysTenths).toBeGreaterThan(400);
    expect(Math.abs(ship!.daysShort - ((ship!.daysTenths / 10) * 2.5 ** -0.1 - 30))).toBeLessThan(1.05);
    for (const measure of ['costFen', 'co2eGrams', 'daysTenths', 'transfers'] as const)
      expect(Math.min(...roads.front.map((road) => road[measure]))).toBeLessThanOrEqual(ship![measure]);
    // It is on the page, so it can be picked, and is then refused by the days it is short.
    const picked = await plan({
      productId,
      market: 'RU',
      quantity: 20_000,
      lifeLeftDays: 30,
      road: ship!.key,
    });
    expect(picked.result.roads.chosen).toBe(ship!.key);
    expect(picked.result.roads.reasons).toContainEqual(
      expect.objectContaining({
        code: 'plans.pickedTooShort',
        params: { days: ship!.daysShort, took: Math.round(ship!.daysTenths / 10) },
      }),
    );
    expect(picked.result.verdict).toBe('noRoad');
  });

  test('from a city without an airport perishables go by truck to one or another, by air, each leg with its dates', async () => {
    const productId = await product(app, owner, lemons);
    // On a Friday flights of both airports are worth it; on other days one may beat the other in everything.
    const days = Array.from({ length: 7 }, (_, at) => addDays(today(), at));
    const readyOn = days.find((day) => new Date(day).getUTCDay() === 5)!;
    const { roads } = (await plan({ productId, market: 'RU', quantity: 500, readyOn })).result;
    const legsOf = (road: (typeof roads.front)[number]) => road.legs.map((place) => roads.legs[place]!);
    const flown = roads.front.map(legsOf).filter((legs) => legs.some(({ mode }) => mode === 'air'));
    for (const legs of flown) {
      expect(legs.map(({ mode }) => mode)).toEqual(['road', 'air', 'road']);
      expect(legs[0]!.from).toBe('ziyang');
      for (const [at, leg] of legs.entries()) {
        expect(leg.arrivesAt > leg.departsAt).toBe(true);
        if (at > 0) expect(leg.departsAt >= legs[at - 1]!.arrivesAt).toBe(true);
      }
    }
    expect(new Set(flown.map((legs) => legs[1]!.from))).toEqual(
      new Set(['chengdu-tianfu', 'chongqing-jiangbei']),
    );
  });

  test('cars with batteries go to Almaty by train, batteries alone don’t, and it says who refuses them and why', async () => {
    const goods = {
      storage: 'none',
      minTemperature: null,
      maxTemperature: null,
      shelfLifeDays: null,
      kind: null,
      ingredients: {},
      origin: { code: '510112', text: null },
      batteries: true,
      dangerous: true,
      unit: 'H87',
    } as const;
    const packed = (grams: number) => [{ ...weighed, netGrams: grams, grossGrams: grams }];
    const car = await product(app, owner, {
      ...goods,
      category: 'vehicles',
      hs6: '870380',
      packing: packed(1_700_000),
    });
    const cars = (await plan({ productId: car, market: 'KZ', quantity: 6 })).result;
    expect(chosenOf({ result: cars } as PlanPage)!.legs.map((at) => cars.roads.legs[at]!.mode)).toContain(
      'rail',
    );
    expect(cars.roads.reasons.map(({ code }) => code)).toContain('plans.vehiclesFreed');
    expect(cars.shipment.reason.code).toBe('plans.reckonedAsVehicles');
    const battery = await product(app, owner, {
      ...goods,
      category: 'batteries',
      hs6: '850760',
      packing: packed(3_000),
    });
    const batteries = (await plan({ productId: battery, market: 'KZ', quantity: 300 })).result;
    expect(batteries.verdict).toBe('noRoad');
    expect(batteries.roads.front).toEqual([]);
    expect(batteries.reasons.slice(0, 2).map(({ text }) => text)).toEqual([
      'No services that take these goods connect Chengdu with Almaty.',
      expect.stringMatching(/^Services that refuse: \d+ \(does not take dangerous goods\)\.$/),
    ]);
    // Trains to Toronto take none either, but a ship to Vancouver does.
    const canada = (await plan({ productId: battery, market: 'CA', quantity: 300 })).result;
    expect(canada.roads.legs[chosenOf({ result: canada } as PlanPage)!.legs.at(-1)!]!.to).toBe('vancouver');
    expect(canada.roads.reasons[0]!.text).toBe(
      'No road that works leads to Toronto, the best served city there; this one leads to another.',
    );
    const asked = await plan({ productId: battery, market: 'CA', quantity: 300, destination: 'toronto' });
    expect(asked.result.verdict).toBe('noRoad');
    // No rule for batteries has been looked into there: that is for the secretariat, not for the maker to find out.
    expect(batteries.reasons.map(({ code }) => code)).toContain('plans.rule.notResearched');
    expect(batteries.steps).toContainEqual(
      expect.objectContaining({
        code: 'plans.lookInto',
        owner: 'secretariat',
        params: { rule: 'EAEU-OTHER' },
      }),
    );
  });

  test('where nothing lasts, the plan says by how many days', async () => {
    const productId = await product(app, owner, lemons);
    const made = await plan({ productId, market: 'RU', quantity: 20_000, lifeLeftDays: 2 });
    const { result } = made;
    expect(result.verdict === 'noRoad' || result.verdict === 'refused').toBe(true);
    expect(roadFound(result.roads)).toBe(false);
    const least = result.roads.front.find(({ key }) => key === result.roads.leastShort)!;
    expect(least.daysShort).toBeGreaterThan(0);
    expect(result.roads.reasons).toContainEqual(
      expect.objectContaining({
        code: 'plans.noneLasts',
        params: expect.objectContaining({ days: least.daysShort }),
      }),
    );
    expect(result.roads.reasons[0]!.text).toContain(String(least.daysShort));
  });

  test('life that is told counts where the product has none, and can’t be more than the product has', async () => {
    // Only a draft can be without: to be published it has to say.
    const { id: silent } = await app
      .as(owner)
      .call(createProduct, { body: sauce({ ...lemons, shelfLifeDays: null }) });
    const told = await plan({ productId: silent, market: 'HU', quantity: 2_000, lifeLeftDays: 1 });
    expect(roadFound(told.result.roads)).toBe(false);
    expect(told.result.roads.reasons.map(({ code }) => code)).toContain('plans.noneLasts');
    const untold = await plan({ productId: silent, market: 'HU', quantity: 2_000 });
    expect(untold.result.roads.reasons.map(({ code }) => code)).toContain('plans.lifeUnknown');
    const lasting = await product(app, owner, lemons);
    await expect(
      plan({ productId: lasting, market: 'HU', quantity: 2_000, lifeLeftDays: 3_000 }),
    ).rejects.toMatchObject({ problem: { code: 'plans.lifeTooLong' } });
  });

  test('a destination lies in the market, a ready day within three years, a price within what sums hold', async () => {
    const productId = await product(app, owner, lemons);
    const asked = { productId, market: 'HU', quantity: 2_000 };
    for (const destination of ['moscow', 'ziyang'])
      await expect(plan({ ...asked, destination })).rejects.toMatchObject({
        problem: { code: 'plans.hubElsewhere' },
      });
    await expect(plan({ ...asked, readyOn: '9999-12-01' })).rejects.toMatchObject({
      problem: { code: 'plans.readyTooFar' },
    });
    await expect(
      plan({
        ...asked,
        quantity: 50_000_000,
        price: { amount: 1_000_000_000_000, currency: 'EUR', incoterm: 'EXW' },
      }),
    ).rejects.toMatchObject({ problem: { code: 'plans.tooDear' } });
  });

  test('what one container or one train can’t hold is told', async () => {
    const productId = await product(app, owner, lemons);
    const codes = async (quantity: number) =>
      (await plan({ productId, market: 'HU', quantity, wish: 'cheapest' })).result.roads.reasons.map(
        ({ code }) => code,
      );
    expect(await codes(10_000)).toEqual([]);
    expect(await codes(60_000)).toEqual(['plans.needsContainers']);
  });

  test('life wanted at arrival counts like life that is gone', async () => {
    const productId = await product(app, owner, lemons);
    const made = await plan({
      productId,
      market: 'RU',
      quantity: 20_000,
      lifeLeftDays: 30,
      lifeAtArrivalDays: 29,
    });
    expect(roadFound(made.result.roads)).toBe(false);
  });

  test('each road departs after the goods are ready, and its legs follow one another', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const readyOn = addDays(today(), 20);
    const { result } = await plan({ productId, market: 'HU', quantity: 2_000, readyOn });
    expect(result.roads.front.length).toBeGreaterThan(1);
    for (const road of result.roads.front) {
      const legs = road.legs.map((place) => result.roads.legs[place]!);
      expect(legs[0]!.departsAt >= readyOn).toBe(true);
      for (const [at, leg] of legs.entries()) {
        expect(leg.arrivesAt > leg.departsAt).toBe(true);
        if (at > 0) {
          expect(leg.from).toBe(legs[at - 1]!.to);
          expect(leg.departsAt >= legs[at - 1]!.arrivesAt).toBe(true);
        }
      }
      expect(road.arrivesAt).toBe(legs.at(-1)!.arrivesAt);
    }
  });

  test('a road picked by its key is taken; one that is gone is said to be', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const readyOn = addDays(today(), 20);
    const first = await plan({ productId, market: 'HU', quantity: 2_000, readyOn });
    const other = first.result.roads.front.find(({ key }) => key !== first.result.roads.chosen)!;
    const picked = await plan({ productId, market: 'HU', quantity: 2_000, readyOn, road: other.key });
    expect(picked.result.roads.chosen).toBe(other.key);
    const gone = await plan({ productId, market: 'HU', quantity: 2_000, readyOn, road: 'gone' });
    expect(gone.result.roads.reasons.map(({ code }) => code)).toContain('plans.pickedRoadGone');
    expect(gone.result.roads.chosen).toBe(first.result.roads.chosen);
  });

  test('18 kg of lemons pay for each day that they wait at a hub, like 18 tonnes do', async () => {
    const productId = await product(app, owner, lemons);
    const rates = new Map<string, number>();
    for (let cursor: string | undefined; ;) {
      const hubs = await app.as(owner).call(listHubs, { query: { limit: 100, cursor } });
      for (const { code, storageFenPerTonneDay } of hubs.items) rates.set(code, storageFenPerTonneDay);
      if (hubs.nextCursor === null) break;
      cursor = hubs.nextCursor;
    }
    for (const quantity of [18, 18_000]) {
      const { roads, shipment } = (await plan({ productId, market: 'RU', quantity })).result;
      let longest = 0;
      for (const road of roads.front) {
        const legs = road.legs.map((place) => roads.legs[place]!);
        let [at, paid] = [Date.parse(`${shipment.readyOn}T00:00:00Z`), 0];
        for (const leg of legs) {
          const days = (Date.parse(leg.departsAt) - at) / 86_400_000;
          paid += leg.costFen + (days * rates.get(leg.from)! * shipment.grossGrams) / 1_000_000;
          longest = Math.max(longest, days);
          at = Date.parse(leg.arrivesAt);
        }
        expect(Math.abs(road.costFen - paid)).toBeLessThan(1.01 + paid / 100_000);
      }
      expect(longest).toBeGreaterThan(3);
    }
  });

  test('a hub with a long key is avoided like any other', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const code = `a-${'long-'.repeat(20)}key`;
    const asked = { productId, market: 'HU', quantity: 2_000 };
    const { input } = await plan({ ...asked, avoidHubs: [code] });
    expect(input.avoidHubs).toEqual([code]);
    await expect(plan({ ...asked, avoidHubs: ['Budapest!'] })).rejects.toMatchObject({
      problem: { status: 400, errors: [{ path: 'body.avoidHubs.0' }] },
    });
  });

  test('a hub that is avoided is on no road', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const first = await plan({ productId, market: 'HU', quantity: 2_000 });
    const via = first.result.roads.legs[chosenOf(first)!.legs[0]!]!.to;
    const { roads } = (await plan({ productId, market: 'HU', quantity: 2_000, avoidHubs: [via] })).result;
    expect(roads.legs.map(({ to }) => to)).not.toContain(via);
  });
});

describe('may it enter', () => {
  test('a hotpot base of beef tallow is refused in Great Britain, with the citation', async () => {
    const productId = await product(app, owner, hotpotBase('tallow'));
    const { result } = await plan({ productId, market: 'GB', quantity: 500 });
    expect(result).toMatchObject({ verdict: 'refused', entry: 'refused' });
    const rule = result.checks.find(({ code }) => code === 'GB-FOOD-ANIMAL')!;
    expect(rule).toMatchObject({ effect: 'blocks', outcome: 'gap' });
    expect(`${rule.source.title} ${rule.source.citation}`).toContain('2002/994');
    expect(result.reasons.map(({ params }) => params['rule'])).toContain('GB-FOOD-ANIMAL');
  });

  test('one of plant oil may enter once the papers are there', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { result } = await plan({ productId, market: 'GB', quantity: 500 });
    expect(result.entry).toBe('needsDocuments');
    await label(app, owner, productId, 'GB', ['en']);
    expect((await plan({ productId, market: 'GB', quantity: 500 })).result.entry).toBe('clear');
    // The rule on animal ingredients doesn't speak of it.
    expect(result.checks.map(({ code }) => code)).not.toContain('GB-FOOD-ANIMAL');
  });

  test('a set of four for Japan is warned of with its source, and blocks nothing', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const four = await plan({ productId, market: 'JP', quantity: 500, setSize: 4 });
    const five = await plan({ productId, market: 'JP', quantity: 500, setSize: 5 });
    const warned = four.result.habits.filter(({ applies }) => applies);
    expect(warned.length).toBe(1);
    expect(warned[0]).toMatchObject({ status: 'unconfirmed', topic: 'number' });
    expect(warned[0]!.source.title).not.toBe('');
    expect(five.result.habits.filter(({ applies }) => applies)).toEqual([]);
    expect(four.result.verdict).toBe(five.result.verdict);
    expect(four.result.entry).toBe(five.result.entry);
  });

  test('a product that cannot be seen, a market nobody knows, pieces without weight are refused by name', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const refused = (body: Partial<PlanInput>) =>
      plan({ productId, market: 'HU', quantity: 1, ...body }).catch(({ problem }) => problem.code as string);
    expect(await refused({ productId: v7() })).toBe('platform.notFound');
    expect(await refused({ market: 'XX' })).toBe('markets.marketUnknown');
    expect(await refused({ destination: 'atlantis' })).toBe('plans.hubUnknown');
    expect(await refused({ readyOn: '2020-01-01' })).toBe('plans.readyInThePast');
    const bare = await product(app, owner, { ...hotpotBase('plant'), packing: [] });
    expect(await refused({ productId: bare })).toBe('plans.weightUnknown');
  });
});

describe('the three pillars', () => {
  test('an empty pillar keeps a plan from being ready, whatever else is there', async () => {
    const productId = await product(app, owner, {
      ...hotpotBase('plant'),
      names: { 'zh-CN': '火锅底料', en: 'Hotpot base' },
      descriptions: {},
    });
    const { result } = await plan({ productId, market: 'HU', quantity: 2_000 });
    expect(result.pillars.map(({ pillar }) => pillar)).toEqual(['culture', 'channel', 'quality']);
    const culture = result.pillars[0]!;
    expect(culture.state).toBe('empty');
    expect(result.verdict).not.toBe('ready');
    expect(result.reasons).toContainEqual(
      expect.objectContaining({ code: 'plans.pillarEmpty', params: { pillar: 'culture' } }),
    );
    await label(app, owner, productId, 'HU', ['hu']);
    const after = await plan({ productId, market: 'HU', quantity: 2_000 });
    expect(after.result.pillars[0]!.state).toBe('part');
  });

  test('each thing that is missing is a step with an owner and a day that is not past', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { result } = await plan({ productId, market: 'HU', quantity: 2_000 });
    expect(result.steps.length).toBeGreaterThan(3);
    for (const step of result.steps) {
      expect(step.dueOn >= result.on).toBe(true);
      expect(step.text).not.toMatch(/\{\{|^plans\./);
    }
    expect(result.steps.map(({ dueOn }) => dueOn)).toEqual(result.steps.map(({ dueOn }) => dueOn).toSorted());
  });
});

describe('borrowing a ship or building one', () => {
  test('changing the rent changes the result of the next version, and the first is kept', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const first = await plan({ productId, market: 'HU', quantity: 2_000 });
    const { assumptions } = first.input;
    const second = await app.as(owner).call(
      updatePlan,
      {
        params: { id: first.id },
        body: {
          assumptions: { ...assumptions!, build: { ...assumptions!.build, monthlyRentFen: 9_000_000 } },
        },
      },
      { ifMatch: first.version },
    );
    expect(second).toMatchObject({ version: 2, number: 2 });
    expect(second.result.borrowOrBuild!.build.costFen).toBeGreaterThan(
      first.result.borrowOrBuild!.build.costFen,
    );
    const kept = await app.as(owner).call(getPlan, { params: { id: first.id }, query: { number: 1 } });
    expect(kept.result.borrowOrBuild).toEqual(first.result.borrowOrBuild);
    const compared = await app
      .as(owner)
      .call(comparePlans, { params: { id: first.id }, query: { from: 1, to: 2 } });
    expect(compared.changes).toEqual([
      expect.objectContaining({
        path: 'assumptions.build.monthlyRentFen',
        before: 3_000_000,
        after: 9_000_000,
      }),
    ]);
    expect(compared.changes[0]!.field).toBe('Assumptions · Build · Monthly rent');
  });
});

describe('versions', () => {
  test('of two who change one version at once one is told that it is stale', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { id, version } = await plan({ productId, market: 'HU', quantity: 2_000 });
    const change = (quantity: number) =>
      app
        .as(owner)
        .call(updatePlan, { params: { id }, body: { quantity } }, { ifMatch: version })
        .then(
          () => 200,
          ({ problem }) => problem.status as number,
        );
    expect((await Promise.all([change(100), change(200)])).toSorted()).toEqual([200, 412]);
    const { items } = await app.as(owner).call(listPlanVersions, { params: { id } });
    expect(items.map((one) => one.version)).toEqual([2, 1]);
  });

  test('a changed product reopens its plans, once; reckoning anew answers it', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const first = await plan({ productId, market: 'HU', quantity: 2_000 });
    await app
      .as(owner)
      .call(
        updateProduct,
        { params: { id: productId }, body: { shelfLifeDays: 100 } },
        { ifMatch: first.result.product.version },
      );
    const read = () => app.as(owner).call(getPlan, { params: { id: first.id } });
    await vi.waitFor(async () => expect((await read()).state).toBe('reopened'), { timeout: 60_000 });
    const reopened = await read();
    expect(reopened.reopenings).toEqual([
      expect.objectContaining({ cause: 'product', subject: first.result.product.sku }),
    ]);
    const again = await app
      .as(owner)
      .call(updatePlan, { params: { id: first.id }, body: {} }, { ifMatch: reopened.version });
    expect(again).toMatchObject({ state: 'current', reopenings: [] });
  });

  test('a plan put aside leaves the list and comes back when it is changed', async () => {
    const other = await maker(app);
    const productId = await product(app, other, hotpotBase('plant'));
    const client = app.as(other);
    const { id } = await client.call(createPlan, { body: { productId, market: 'HU', quantity: 2_000 } });
    await client.call(archivePlan, { params: { id } });
    expect((await client.call(listPlans, {})).items).toEqual([]);
    expect((await client.call(listPlans, { query: { state: 'archived' } })).total).toBe(1);
    await client.call(updatePlan, { params: { id }, body: {} }, { ifMatch: 1 });
    expect((await client.call(listPlans, {})).items.map((one) => one.id)).toEqual([id]);
  });
});

describe('who may see a plan', () => {
  test('somebody else’s plan answers as if there were none, to each operation', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { id } = await plan({ productId, market: 'HU', quantity: 2_000 });
    const stranger = app.as(await maker(app));
    const params = { params: { id } };
    const asked = [
      stranger.call(getPlan, params),
      stranger.call(archivePlan, params),
      stranger.call(listPlanVersions, params),
      stranger.call(comparePlans, { ...params, query: { from: 1, to: 1 } }),
      stranger.call(listPlanShares, params),
      stranger.call(sharePlan, { ...params, body: { expiresOn: addDays(today(), 9) } }),
      stranger.call(updatePlan, { ...params, body: {} }, { ifMatch: 1 }),
    ];
    for (const outcome of await Promise.allSettled(asked))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { problem: { status: 404 } } });
    expect((await stranger.call(listPlans, {})).items).toEqual([]);
  });

  test('a link opens the plan for whom it is for, without what its maker keeps to itself, until it is closed', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { id } = await plan({ productId, market: 'HU', quantity: 2_000 });
    const share = (body: object) =>
      app.as(owner).call(sharePlan, {
        params: { id },
        body: { expiresOn: addDays(today(), 9), ...body } as never,
      });
    const open = (who: Parameters<TestApp['as']>[0], token: string) =>
      app.as(who).call(openSharedPlan, { query: { token } });
    const merchant = { ...bearer, userId: v7(), organisationId: v7() };

    const forMembers = await share({});
    await expect(open({ role: 'visitor' }, forMembers.token)).rejects.toMatchObject({
      problem: { status: 401 },
    });
    await expect(open({ role: 'observer', userId: v7() }, forMembers.token)).rejects.toMatchObject({
      problem: { status: 403 },
    });
    const seen = await open(merchant, forMembers.token);
    expect(seen).toMatchObject({ id, mine: false, input: { assumptions: null } });
    expect(seen.result).toMatchObject({ landed: null, borrowOrBuild: null });

    const forAll = await share({ audience: 'link', costs: true });
    expect((await open({ role: 'visitor' }, forAll.token)).result.landed?.totalFen).toBeGreaterThan(0);
    await app.as(owner).call(unsharePlan, { params: { id, shareId: forAll.id } });
    await expect(open({ role: 'visitor' }, forAll.token)).rejects.toMatchObject({ problem: { status: 404 } });
    expect((await app.as(owner).call(listPlanShares, { params: { id } })).items.map((one) => one.id)).toEqual(
      [forMembers.id],
    );
    await expect(share({ expiresOn: '2020-01-01' })).rejects.toMatchObject({
      problem: { code: 'plans.expiryInThePast' },
    });
  });
});

describe('on paper', () => {
  test('the same version gives the same bytes, and the words of the plan are in them', async () => {
    const productId = await product(app, owner, hotpotBase('plant'));
    const { id } = await plan({ productId, market: 'RU', quantity: 2_000 });
    const print = (query = '') =>
      app.http.inject({ url: `/api/v1/plans/${id}/document${query}`, headers: app.headersAs(owner) });
    const [one, two] = [await print(), await print()];
    expect(one.statusCode).toBe(200);
    expect(one.headers['content-type']).toBe('application/pdf');
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
    expect((await print('?language=en')).rawPayload.equals(one.rawPayload)).toBe(false);
  });
});

test('a hundred plans at once are all answered', async () => {
  const productId = await product(app, owner, hotpotBase('plant'));
  const markets = ['HU', 'RU', 'GB', 'DE', 'TH'];
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      plan({ productId, market: markets[at % markets.length]!, quantity: 500 + at }),
    ),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(100);
  expect(planAssumptions.parse({})).toEqual(all[0]!.input.assumptions);
}, 300_000);
