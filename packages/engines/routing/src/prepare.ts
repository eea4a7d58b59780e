import { InputFault, type InputProblem, type Network } from './types.ts';

/** A network in arrays, legs in the order of departure; made once, searched many times. */
export interface Prepared {
  hubIds: string[];
  hubAt: Map<string, number>;
  waitDecay: Float64Array;
  waitCost: Float64Array;
  minTransfer: Float64Array;
  legIds: string[];
  legAt: Map<string, number>;
  from: Int32Array;
  to: Int32Array;
  depart: Float64Array;
  arrive: Float64Array;
  cost: Float64Array;
  co2e: Float64Array;
  decay: Float64Array;
  /**
   * Each hub has a row of places, one for each of its departures in their order and one more behind the last.
   * `place` is a leg's own; `next` the first place at the hub where it ends from which one can go on; `legOf` the leg
   * of a place (−1 behind the last).
   */
  place: Int32Array;
  next: Int32Array;
  legOf: Int32Array;
  firstPlace: Int32Array;
  /**
   * What a leg adds to sums that are kept less the waiting rate × the time (see search.ts): `board` up to its arrival,
   * `ride` up to standing at its end.
   */
  boardCost: Float64Array;
  boardDecay: Float64Array;
  rideCost: Float64Array;
  rideDecay: Float64Array;
  /**
   * By place: the last place before it from which another leg between the same hubs is at least as good a choice in
   * everything (−1 where none is): whoever can still board that one needn't board this.
   */
  betterAt: Int32Array;
  /** By place, the numbers of its leg: a search looks at the departures of a hub in turn. */
  toAt: Int32Array;
  nextAt: Int32Array;
  rideCostAt: Float64Array;
  rideDecayAt: Float64Array;
  co2eAt: Float64Array;
  /**
   * Pairs of hubs that have a leg, those that end at one hub in a row; of each the least minutes, cost, decay and co2e
   * of all its legs.
   */
  pairsInto: Int32Array;
  pairFrom: Int32Array;
  pairLeast: Float64Array;
  /** Times beyond it, either way, are refused: with them sums could leave the integers that a number holds exactly. */
  timeLimit: number;
  /** The number that a leg has in the whole network; its own unless this is a part (`narrowed`). */
  origin: Int32Array;
  /** 1 for a leg that takes no time to a hub that takes none: whoever arrives may leave at the same minute. */
  instant: Uint8Array;
  /** 1 for the legs of a minute in which there is such a leg. */
  instantMinute: Uint8Array;
}

const fail = (path: string, problem: InputProblem): never => {
  throw new InputFault(path, problem);
};

const natural = (value: unknown, path: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : fail(path, 'notANaturalNumber');
const integer = (value: unknown, path: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : fail(path, 'notAnInteger');
const list = (value: unknown, path: string): readonly unknown[] =>
  Array.isArray(value) ? value : fail(path, 'notAList');
const record = (value: unknown, path: string): Record<string, unknown> =>
  typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : fail(path, 'notAnObject');
const name = (value: unknown, path: string): string =>
  typeof value === 'string' && value !== '' ? value : fail(path, 'notAnId');

/**
 * Checks a network and lays it out for searching.
 * @throws InputFault naming the entry: ids twice or unknown, a negative or fractional number, an arrival before
 * departure, numbers so large that sums of them wouldn't be exact
 */
export function prepare(network: Network): Prepared {
  const whole = record(network, 'network');
  const hubs = list(whole['hubs'], 'hubs');
  const hubAt = new Map<string, number>();
  const waitDecay = new Float64Array(hubs.length);
  const waitCost = new Float64Array(hubs.length);
  const minTransfer = new Float64Array(hubs.length);
  for (const [at, entry] of hubs.entries()) {
    const path = `hubs[${at}]`;
    const hub = record(entry, path);
    const id = name(hub['id'], `${path}.id`);
    if (hubAt.has(id)) fail(`${path}.id`, 'twice');
    hubAt.set(id, at);
    waitDecay[at] = natural(hub['waitDecay'], `${path}.waitDecay`);
    waitCost[at] = natural(hub['waitCost'], `${path}.waitCost`);
    minTransfer[at] = natural(hub['minTransfer'], `${path}.minTransfer`);
  }
  const legs = list(whole['legs'], 'legs').map((entry, at) => readLeg(entry, `legs[${at}]`, hubAt));
  const timeLimit = timeLimitOf(legs, waitCost, waitDecay);
  for (const { depart, arrive, path } of legs) {
    if (Math.abs(depart) > timeLimit) fail(`${path}.depart`, 'tooLarge');
    if (Math.abs(arrive) > timeLimit) fail(`${path}.arrive`, 'tooLarge');
  }
  for (const [at, minutes] of minTransfer.entries())
    if (minutes > timeLimit) fail(`hubs[${at}].minTransfer`, 'tooLarge');
  legs.sort((a, b) => a.depart - b.depart || a.arrive - b.arrive);
  const legAt = new Map<string, number>();
  for (const [at, { id, path }] of legs.entries()) {
    if (legAt.has(id)) fail(`${path}.id`, 'twice');
    legAt.set(id, at);
  }
  const numbers = (of: (leg: ReadLeg) => number) => Float64Array.from(legs, of);
  const columns = {
    from: Int32Array.from(legs, (leg) => leg.from),
    to: Int32Array.from(legs, (leg) => leg.to),
    depart: numbers((leg) => leg.depart),
    arrive: numbers((leg) => leg.arrive),
    cost: numbers((leg) => leg.cost),
    co2e: numbers((leg) => leg.co2e),
    decay: numbers((leg) => leg.decay),
  };
  const instant = Uint8Array.from(legs, (leg) =>
    leg.arrive === leg.depart && minTransfer[leg.to] === 0 ? 1 : 0,
  );
  const places = placesOf(hubs.length, columns, minTransfer);
  const sums = {
    boardCost: numbers((leg) => leg.cost + waitCost[leg.from]! * leg.depart),
    boardDecay: numbers((leg) => leg.decay + waitDecay[leg.from]! * leg.depart),
    rideCost: numbers((leg) => leg.cost + waitCost[leg.from]! * leg.depart - waitCost[leg.to]! * leg.arrive),
    rideDecay: numbers(
      (leg) => leg.decay + waitDecay[leg.from]! * leg.depart - waitDecay[leg.to]! * leg.arrive,
    ),
  };
  const made = {
    hubIds: [...hubAt.keys()],
    hubAt,
    waitDecay,
    waitCost,
    minTransfer,
    legIds: legs.map(({ id }) => id),
    legAt,
    ...columns,
    ...places,
    ...sums,
    ...pairsOf(hubs.length, columns),
    timeLimit,
    instant,
    instantMinute: minutesWith(instant, columns.depart),
    origin: Int32Array.from(legs.keys()),
  };
  return laidOut(made, betterOf(made));
}

type Derived = 'betterAt' | 'toAt' | 'nextAt' | 'rideCostAt' | 'rideDecayAt' | 'co2eAt';

/** The numbers of legs by place. @param better for each leg the place `betterAt` tells of */
export function laidOut(network: Omit<Prepared, Derived>, better: Int32Array): Prepared {
  const { legOf } = network;
  const atPlaces = <T extends Int32Array | Float64Array>(byLeg: T, byPlace: T): T => {
    for (let place = 0; place < legOf.length; place++)
      if (legOf[place]! >= 0) byPlace[place] = byLeg[legOf[place]!]!;
    return byPlace;
  };
  return {
    ...network,
    betterAt: atPlaces(better, new Int32Array(legOf.length).fill(-1)),
    toAt: atPlaces(network.to, new Int32Array(legOf.length)),
    nextAt: atPlaces(network.next, new Int32Array(legOf.length)),
    rideCostAt: atPlaces(network.rideCost, new Float64Array(legOf.length)),
    rideDecayAt: atPlaces(network.rideDecay, new Float64Array(legOf.length)),
    co2eAt: atPlaces(network.co2e, new Float64Array(legOf.length)),
  };
}

/** The same network with other numbers in the place of emissions. @param co2e one a leg */
export const withCo2e = (network: Prepared, co2e: Float64Array): Prepared => {
  const changed = { ...network, co2e, ...pairsOf(network.hubIds.length, { ...network, co2e }) };
  return laidOut(changed, betterOf(changed));
};

/** How far back a better departure is looked for; the last few are nearly always enough, and none is needed for exactness. */
const lookBack = 24;

function betterOf({
  hubIds,
  from,
  to,
  arrive,
  co2e,
  rideCost,
  rideDecay,
  place,
}: Omit<Prepared, Derived>): Int32Array {
  const better = new Int32Array(from.length).fill(-1);
  const rows = new Map<number, number[]>();
  for (let leg = 0; leg < from.length; leg++) {
    const pair = from[leg]! * hubIds.length + to[leg]!;
    const row = rows.get(pair) ?? [];
    rows.set(pair, row);
    for (let at = row.length - 1; at >= Math.max(0, row.length - lookBack); at--) {
      const other = row[at]!;
      if (
        arrive[other]! <= arrive[leg]! &&
        rideCost[other]! <= rideCost[leg]! &&
        rideDecay[other]! <= rideDecay[leg]! &&
        co2e[other]! <= co2e[leg]!
      ) {
        better[leg] = place[other]!;
        break;
      }
    }
    row.push(leg);
  }
  return better;
}

interface ReadLeg {
  id: string;
  path: string;
  from: number;
  to: number;
  depart: number;
  arrive: number;
  cost: number;
  co2e: number;
  decay: number;
}

function readLeg(entry: unknown, path: string, hubAt: ReadonlyMap<string, number>): ReadLeg {
  const leg = record(entry, path);
  const hub = (key: string): number =>
    hubAt.get(name(leg[key], `${path}.${key}`)) ?? fail(`${path}.${key}`, 'unknownHub');
  const read = {
    id: name(leg['id'], `${path}.id`),
    path,
    from: hub('from'),
    to: hub('to'),
    depart: integer(leg['depart'], `${path}.depart`),
    arrive: integer(leg['arrive'], `${path}.arrive`),
    cost: natural(leg['cost'], `${path}.cost`),
    co2e: natural(leg['co2e'], `${path}.co2e`),
    decay: natural(leg['decay'], `${path}.decay`),
  };
  if (read.arrive < read.depart) fail(`${path}.arrive`, 'arrivesBeforeDeparture');
  return read;
}

/**
 * The largest time with which all sums stay exact. A way takes a leg once (a round that takes no time is never
 * carried on), so its legs come to no more than all legs together; a sum under way holds at most three products of a
 * rate and a time: what was waited for (two, as a difference of times) and the arrival's share.
 */
function timeLimitOf(legs: readonly ReadLeg[], ...rates: Float64Array[]): number {
  const room = 2 ** 52;
  const total = Math.max(
    ...(['cost', 'co2e', 'decay'] as const).map((key) => legs.reduce((sum, leg) => sum + leg[key], 0)),
  );
  if (total > room) fail('legs', 'tooLarge');
  const rate = rates.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), 1);
  return Math.floor((room - total) / (3 * rate));
}

/** Of legs in the order of departure those that leave in the same minute as a marked one. */
function minutesWith(marked: Uint8Array, depart: Float64Array): Uint8Array {
  const minutes = marked.slice();
  for (let leg = 1; leg < depart.length; leg++)
    if (minutes[leg - 1] === 1 && depart[leg] === depart[leg - 1]) minutes[leg] = 1;
  for (let leg = depart.length - 2; leg >= 0; leg--)
    if (minutes[leg + 1] === 1 && depart[leg] === depart[leg + 1]) minutes[leg] = 1;
  return minutes;
}

type Columns = Pick<Prepared, 'from' | 'to' | 'depart' | 'arrive' | 'cost' | 'co2e' | 'decay'>;

function pairsOf(
  hubCount: number,
  { from, to, depart, arrive, cost, co2e, decay }: Columns,
): Pick<Prepared, 'pairsInto' | 'pairFrom' | 'pairLeast'> {
  const least = new Map<number, number[]>();
  for (let leg = 0; leg < from.length; leg++) {
    const pair = to[leg]! * hubCount + from[leg]!;
    const numbers = [arrive[leg]! - depart[leg]!, cost[leg]!, decay[leg]!, co2e[leg]!];
    const known = least.get(pair);
    if (known === undefined) least.set(pair, numbers);
    else for (let at = 0; at < numbers.length; at++) known[at] = Math.min(known[at]!, numbers[at]!);
  }
  const pairs = [...least.keys()].toSorted((a, b) => a - b);
  const pairsInto = new Int32Array(hubCount + 1);
  for (const pair of pairs) pairsInto[Math.floor(pair / hubCount) + 1]!++;
  for (let hub = 0; hub < hubCount; hub++) pairsInto[hub + 1]! += pairsInto[hub]!;
  return {
    pairsInto,
    pairFrom: Int32Array.from(pairs, (pair) => pair % hubCount),
    pairLeast: Float64Array.from(pairs.flatMap((pair) => least.get(pair)!)),
  };
}

function placesOf(
  hubCount: number,
  {
    from,
    to,
    depart,
    arrive,
  }: { from: Int32Array; to: Int32Array; depart: Float64Array; arrive: Float64Array },
  minTransfer: Float64Array,
): Pick<Prepared, 'place' | 'next' | 'legOf' | 'firstPlace'> {
  const count = from.length;
  const firstPlace = new Int32Array(hubCount + 1);
  for (const hub of from) firstPlace[hub + 1]!++;
  for (let hub = 0; hub < hubCount; hub++) firstPlace[hub + 1]! += firstPlace[hub]! + 1;
  const filled = firstPlace.slice();
  const place = new Int32Array(count);
  const legOf = new Int32Array(count + hubCount).fill(-1);
  for (let leg = 0; leg < count; leg++) {
    const at = filled[from[leg]!]!++;
    place[leg] = at;
    legOf[at] = leg;
  }
  const next = new Int32Array(count);
  for (let leg = 0; leg < count; leg++) {
    const hub = to[leg]!;
    const earliest = arrive[leg]! + minTransfer[hub]!;
    let low = firstPlace[hub]!;
    let high = firstPlace[hub + 1]! - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (depart[legOf[middle]!]! < earliest) low = middle + 1;
      else high = middle;
    }
    next[leg] = low;
  }
  return { place, next, legOf, firstPlace };
}
