import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mostPoints,
  score,
  type Criterion,
  type DemandFacts,
  type Feedback,
  type OfferFacts,
} from './index.ts';

const demand: DemandFacts = {
  hs6: '210390',
  perMonth: 500,
  targetPrice: 1000,
  certificates: [],
  storage: null,
  arrivesWithin: { earliest: 20, latest: 40 },
};
const offer: OfferFacts = {
  hs6: '210390',
  words: 1000,
  storage: 'ambient',
  certificates: ['HACCP'],
  price: 1000,
  monthlyCapacity: 500,
  rules: { met: 4, gaps: 0, unknown: 0, blocking: [] },
  road: { days: 30, lifeLeft: 1000 },
  introduction: { trust: 1000, between: 1 },
  character: { geographicalIndication: true, origin: true, story: 'toldThere' },
  feedback: [],
};
const pointsOf = (criterion: Criterion, d: Partial<DemandFacts>, o: Partial<OfferFacts>): number =>
  score({ ...demand, ...d }, { ...offer, ...o }).reasons.find((one) => one.criterion === criterion)!.points;

const anyFeedback: fc.Arbitrary<Feedback> = fc.record({
  outcome: fc.constantFrom('taken', 'price', 'goods', 'quality', 'late', 'other'),
  sameProduct: fc.boolean(),
  priceCameDown: fc.boolean(),
  daysAgo: fc.nat(2000),
});
const count = fc.nat(20);
const anyDemand: fc.Arbitrary<DemandFacts> = fc.record({
  hs6: fc.option(fc.constantFrom('210390', '210320', '219900', '080550')),
  perMonth: fc.nat(1_000_000),
  targetPrice: fc.option(fc.nat(100_000)),
  certificates: fc.subarray(['HACCP', 'halal']),
  storage: fc.option(fc.constantFrom('ambient', 'chilled')),
  arrivesWithin: fc.option(fc.record({ earliest: fc.nat(50), latest: fc.integer({ min: 50, max: 100 }) })),
});
const anyOffer: fc.Arbitrary<OfferFacts> = fc.record({
  hs6: fc.option(fc.constantFrom('210390', '210320', '219900', '080550')),
  words: fc.nat(1000),
  storage: fc.constantFrom('ambient', 'chilled'),
  certificates: fc.subarray(['HACCP', 'halal']),
  price: fc.option(fc.nat(100_000)),
  monthlyCapacity: fc.option(fc.nat(1_000_000)),
  rules: fc.record({ met: count, gaps: count, unknown: count, blocking: fc.subarray(['GB-POAO']) }),
  road: fc.option(fc.record({ days: fc.nat(120), lifeLeft: fc.nat(1000) })),
  introduction: fc.option(fc.record({ trust: fc.nat(1000), between: fc.nat(2) })),
  character: fc.record({
    geographicalIndication: fc.boolean(),
    origin: fc.boolean(),
    story: fc.constantFrom('none', 'told', 'toldThere'),
  }),
  feedback: fc.array(anyFeedback, { maxLength: 5 }),
});

describe('a score', () => {
  test('is the sum of its reasons, one a criterion, none beyond its most', () => {
    expect(Object.values<number>(mostPoints).reduce((a, b) => a + b)).toBe(1000);
    fc.assert(
      fc.property(anyDemand, anyOffer, (d, o) => {
        const { points, reasons } = score(d, o);
        expect(reasons.map(({ criterion }) => criterion).toSorted()).toEqual(
          Object.keys(mostPoints).toSorted(),
        );
        expect(points).toBe(reasons.reduce((sum, one) => sum + one.points, 0));
        for (const one of reasons) {
          expect(Number.isInteger(one.points)).toBe(true);
          expect(one.points).toBeGreaterThanOrEqual(0);
          expect(one.points).toBeLessThanOrEqual(one.most);
          expect(one.most).toBe(mostPoints[one.criterion]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('never falls for what makes an offer better', () => {
    fc.assert(
      fc.property(anyDemand, anyOffer, fc.nat(500), (d, o, more) => {
        const before = score(d, o).points;
        const better: Partial<OfferFacts>[] = [
          { words: Math.min(1000, o.words + more) },
          ...(o.price === null ? [] : [{ price: Math.max(0, o.price - more) }]),
          ...(o.monthlyCapacity === null ? [] : [{ monthlyCapacity: o.monthlyCapacity + more }]),
          ...(o.introduction
            ? [{ introduction: { ...o.introduction, trust: Math.min(1000, o.introduction.trust + more) } }]
            : []),
          ...(o.road ? [{ road: { ...o.road, lifeLeft: Math.min(1000, o.road.lifeLeft + more) } }] : []),
          ...(o.rules.gaps > 0
            ? [{ rules: { ...o.rules, met: o.rules.met + 1, gaps: o.rules.gaps - 1 } }]
            : []),
          ...(o.rules.unknown > 0
            ? [{ rules: { ...o.rules, gaps: o.rules.gaps + 1, unknown: o.rules.unknown - 1 } }]
            : []),
          { character: { ...o.character, geographicalIndication: true } },
          {
            feedback: [
              ...o.feedback,
              { outcome: 'taken' as const, sameProduct: true, priceCameDown: false, daysAgo: more },
            ],
          },
        ];
        for (const change of better)
          expect(score(d, { ...o, ...change }).points, JSON.stringify(change)).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('of what fits in everything and was never tried is 975: of each other nothing is known yet', () => {
    expect(score(demand, offer)).toMatchObject({ points: 975, blockedBy: [] });
  });

  test.each<[string, number, Criterion, Partial<DemandFacts>, Partial<OfferFacts>]>([
    ['nobody between', 0, 'network', {}, { introduction: null }],
    ['the same heading', 160, 'goods', {}, { hs6: '210320' }],
    ['the same chapter', 125, 'goods', {}, { hs6: '219900' }],
    ['words alone', 200, 'goods', { hs6: null }, { hs6: null }],
    ['a tenth too dear', 72, 'price', {}, { price: 1100 }],
    ['a quarter too dear', 0, 'price', {}, { price: 1250 }],
    ['a price unknown', 0, 'price', {}, { price: null }],
    ['no target', 60, 'price', { targetPrice: null }, {}],
    ['380 of 500', 68, 'capacity', {}, { monthlyCapacity: 380 }],
    [
      'two of four rules met, one to be met',
      58,
      'rules',
      {},
      { rules: { met: 2, gaps: 1, unknown: 1, blocking: [] } },
    ],
    ['five days late', 60, 'road', {}, { road: { days: 45, lifeLeft: 1000 } }],
    ['no road', 0, 'road', {}, { road: null }],
    ['a story in Chinese alone', 120, 'character', {}, { character: { ...offer.character, story: 'told' } }],
  ])('%s: %i', (_, points, criterion, d, o) => {
    expect(pointsOf(criterion, d, o)).toBe(points);
  });

  test('names what keeps a product out: rules that block, a certificate that is insisted on, another storage', () => {
    const { blockedBy } = score(
      { ...demand, certificates: ['halal', 'HACCP'], storage: 'chilled' },
      { ...offer, rules: { met: 0, gaps: 0, unknown: 0, blocking: ['GB-POAO'] } },
    );
    expect(blockedBy).toEqual([
      { code: 'ruleBlocks', params: { rule: 'GB-POAO' } },
      { code: 'certificateLacking', params: { certificate: 'halal' } },
      { code: 'otherStorage', params: { storage: 'ambient' } },
    ]);
  });
});

describe('what came of earlier proposals', () => {
  const once = (change: Partial<Feedback>): Partial<OfferFacts> => ({
    feedback: [{ outcome: 'taken', sameProduct: true, priceCameDown: false, daysAgo: 0, ...change }],
  });
  test.each<[string, number, Partial<Feedback>]>([
    ['taken', 40, {}],
    ['taken half a year ago', 32, { daysAgo: 180 }],
    ['another of the maker’s taken', 35, { sameProduct: false }],
    ['refused for its price', 15, { outcome: 'price' }],
    ['refused for a price that has come down', 25, { outcome: 'price', priceCameDown: true }],
    ['the wrong goods', 0, { outcome: 'goods' }],
    ['the wrong goods, but other ones', 25, { outcome: 'goods', sameProduct: false }],
    ['bad quality of other goods', 12, { outcome: 'quality', sameProduct: false }],
  ])('%s: %i of 50', (_, points, change) => {
    expect(pointsOf('feedback', {}, once(change))).toBe(points);
  });
});
