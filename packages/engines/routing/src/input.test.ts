import { describe, expect, test } from 'vitest';
import { createRouter, InputFault, type InputProblem, type Network, type Query } from './index.ts';
import { exhaustive, vectors } from './testing/exhaustive.ts';

const hub = { id: 'a', waitDecay: 0, waitCost: 0, minTransfer: 0 };
const leg = { id: '1', from: 'a', to: 'b', depart: 0, arrive: 1, cost: 1, co2e: 1, decay: 1 };
const network: Network = { hubs: [hub, { ...hub, id: 'b' }], legs: [leg] };
const withHub = (part: object): unknown => ({ ...network, hubs: [{ ...hub, ...part }, network.hubs[1]] });
const withLeg = (part: object): unknown => ({ ...network, legs: [{ ...leg, ...part }] });
const huge = Number.MAX_SAFE_INTEGER;

const networks: [string, InputProblem, unknown][] = [
  ['network', 'notAnObject', null],
  ['network', 'notAnObject', 'legs'],
  ['hubs', 'notAList', {}],
  ['hubs', 'notAList', { ...network, hubs: { a: hub } }],
  ['hubs[0]', 'notAnObject', { ...network, hubs: [7] }],
  ['hubs[0].id', 'notAnId', withHub({ id: 7 })],
  ['hubs[0].id', 'notAnId', withHub({ id: '' })],
  ['hubs[1].id', 'twice', { ...network, hubs: [hub, hub] }],
  ['hubs[0].waitDecay', 'notANaturalNumber', withHub({ waitDecay: -1 })],
  ['hubs[0].waitCost', 'notANaturalNumber', withHub({ waitCost: 0.5 })],
  ['hubs[0].waitCost', 'notANaturalNumber', withHub({ waitCost: '3' })],
  ['hubs[0].minTransfer', 'notANaturalNumber', withHub({ minTransfer: Number.NaN })],
  ['hubs[0].minTransfer', 'notANaturalNumber', withHub({ minTransfer: undefined })],
  ['hubs[0].minTransfer', 'tooLarge', withHub({ minTransfer: huge })],
  ['legs', 'notAList', { hubs: network.hubs }],
  ['legs[0]', 'notAnObject', { ...network, legs: [null] }],
  ['legs[0].id', 'notAnId', withLeg({ id: null })],
  ['legs[1].id', 'twice', { ...network, legs: [leg, { ...leg, depart: 1 }] }],
  ['legs[0].from', 'unknownHub', withLeg({ from: 'c' })],
  ['legs[0].to', 'unknownHub', withLeg({ to: '__proto__' })],
  ['legs[0].to', 'notAnId', withLeg({ to: undefined })],
  ['legs[0].depart', 'notAnInteger', withLeg({ depart: 0.5 })],
  ['legs[0].arrive', 'notAnInteger', withLeg({ arrive: Infinity })],
  ['legs[0].arrive', 'arrivesBeforeDeparture', withLeg({ arrive: -1 })],
  ['legs[0].cost', 'notANaturalNumber', withLeg({ cost: -1 })],
  ['legs[0].co2e', 'notANaturalNumber', withLeg({ co2e: 2 ** 53 })],
  ['legs[0].decay', 'notANaturalNumber', withLeg({ decay: 1.5 })],
  ['legs', 'tooLarge', withLeg({ cost: huge })],
  ['legs[0].arrive', 'tooLarge', withLeg({ arrive: huge })],
  ['legs[0].depart', 'tooLarge', withLeg({ depart: -huge })],
  [
    'legs[0].arrive',
    'tooLarge',
    {
      hubs: [
        { ...hub, waitCost: 2 ** 30 },
        { ...hub, id: 'b' },
      ],
      legs: [{ ...leg, arrive: 2 ** 23 }],
    },
  ],
];
const query: Query = { from: 'a', to: 'b', readyAt: 0 };
const queries: [string, InputProblem, unknown][] = [
  ['query', 'notAnObject', null],
  ['query', 'notAnObject', 'a'],
  ['from', 'unknownHub', { ...query, from: 'c' }],
  ['to', 'notAnId', { ...query, to: 7 }],
  ['readyAt', 'notAnInteger', { ...query, readyAt: '0' }],
  ['readyAt', 'notAnInteger', { from: 'a', to: 'b' }],
  ['readyAt', 'tooLarge', { ...query, readyAt: -huge }],
  ['latestArrival', 'notAnInteger', { ...query, latestArrival: 1.5 }],
  ['maxDecay', 'notAnInteger', { ...query, maxDecay: 'all' }],
  ['maxTransfers', 'notAnInteger', { ...query, maxTransfers: Infinity }],
  ['avoidHubs', 'notAList', { ...query, avoidHubs: 'a' }],
  ['avoidHubs[1]', 'unknownHub', { ...query, avoidHubs: ['a', 'c'] }],
  ['avoidHubs[0]', 'notAnId', { ...query, avoidHubs: [null] }],
  ['avoidLegs', 'notAList', { ...query, avoidLegs: { 1: true } }],
  ['avoidLegs[0]', 'unknownLeg', { ...query, avoidLegs: ['2'] }],
  ['avoidLegs[0]', 'notAnId', { ...query, avoidLegs: [1] }],
];

describe('bad input is refused, and the refusal names the place and the problem', () => {
  test.each(networks)('network: %s %s', (path, problem, input) => {
    expect(() => createRouter(input as Network)).toThrow(new InputFault(path, problem));
  });

  test.each(queries)('query: %s %s', (path, problem, input) => {
    expect(() => createRouter(network).route(input as Query)).toThrow(new InputFault(path, problem));
  });

  test('a window that ends before it begins, or at no time', () => {
    const router = createRouter(network);
    expect(() => router.profile(query, -1)).toThrow(new InputFault('windowEnd', 'endsBeforeReady'));
    expect(() => router.profile(query, Number.NaN)).toThrow(new InputFault('windowEnd', 'notAnInteger'));
    expect(() => router.profile(query, huge)).toThrow(new InputFault('windowEnd', 'tooLarge'));
  });
});

test('a ban said twice, or of what isn’t on the way, does no harm', () => {
  const router = createRouter(network);
  expect(router.route({ ...query, avoidLegs: [], avoidHubs: [] }).itineraries).toHaveLength(1);
  expect(router.route({ ...query, avoidLegs: ['1', '1'] }).infeasible).toEqual({
    reason: 'banned',
    lift: { hubs: [], legs: ['1'] },
  });
});

test('the largest numbers that are taken are added up exactly', () => {
  const rate = 2 ** 19;
  const late = 2 ** 30;
  const big: Network = {
    hubs: ['a', 'b', 'c'].map((id) => ({ id, waitDecay: rate, waitCost: rate - 1, minTransfer: 1 })),
    legs: [
      {
        id: '1',
        from: 'a',
        to: 'b',
        depart: late - 3,
        arrive: late - 2,
        cost: 2 ** 40 + 1,
        co2e: 2 ** 50,
        decay: 1,
      },
      {
        id: '2',
        from: 'b',
        to: 'c',
        depart: late - 1,
        arrive: late,
        cost: 2 ** 40 - 1,
        co2e: 2 ** 50 + 1,
        decay: 3,
      },
    ],
  };
  const asked = { from: 'a', to: 'c', readyAt: -late };
  const found = createRouter(big).route(asked).itineraries;
  expect(vectors(found)).toEqual(vectors(exhaustive(big, asked)));
  const waited = BigInt(2 * late - 3) + 1n;
  expect(BigInt(found[0]!.cost)).toBe(waited * BigInt(rate - 1) + 2n ** 41n);
  expect(BigInt(found[0]!.decay)).toBe(waited * BigInt(rate) + 4n);
});

test('two hundred thousand hubs that nothing leads to are in nobody’s way', () => {
  const hubs = Array.from({ length: 200_000 }, (_, at) => ({
    id: `${at}`,
    waitDecay: 0,
    waitCost: 0,
    minTransfer: 0,
  }));
  const leg = { id: 'l', from: '0', to: '1', depart: 5, arrive: 6, cost: 1, co2e: 1, decay: 1 };
  const found = createRouter({ hubs, legs: [leg] }).route({ from: '0', to: '1', readyAt: 0 });
  expect(found.itineraries).toMatchObject([{ legs: ['l'], arrive: 6 }]);
});
