import { pairsOf, type Pairs, type Timetable } from './pairs.ts';
import { InputFault, type InputProblem, type Network } from './types.ts';

/** Legs one after another. */
export interface Rows {
  count: number;
  /** `linkRow` a leg. */
  links: Int32Array;
  /** `figureRow` a leg. */
  figures: Float64Array;
}

/**
 * Legs to search over, in the order of departure: a whole network's or some of them (`narrowed`). What is read of a
 * leg stands side by side, so that it comes from memory at once; `link` and `figure` say where.
 */
export interface Legs extends Rows {
  /**
   * Each hub has a row of places, one for each of its departures in their order and one more behind the last: the
   * first place of each hub, and the leg of each place (−1 behind the last).
   */
  firstPlace: Int32Array;
  legOf: Int32Array;
}

/** How many integers a leg has. */
export const linkRow = 8;
export const link = {
  from: 0,
  to: 1,
  place: 2,
  /** The first place at the hub where it ends from which one can go on. */
  next: 3,
  /**
   * The last place before its own from which another leg between the same hubs is at least as good a choice in
   * everything (−1 where none is): whoever can still board that one needn't board this.
   */
  better: 4,
  /**
   * 1 in a minute in which there is a leg that takes no time to a hub that takes none: whoever arrives may leave at
   * the same minute.
   */
  instant: 5,
  /** The number it has in the whole network. */
  origin: 6,
  /** Its pair's group. */
  group: 7,
} as const;

/** How many figures a leg has. */
export const figureRow = 8;
/**
 * `board` and `ride` are what a leg adds to sums that are kept less the waiting rate × the time (see search.ts): up to
 * its arrival, and up to standing at its end.
 */
export const figure = {
  depart: 0,
  arrive: 1,
  boardCost: 2,
  boardDecay: 3,
  rideCost: 4,
  rideDecay: 5,
  co2e: 6,
  /** The first leg that one can go on by after it, in the whole network's numbers; −1 for none. */
  onward: 7,
} as const;

/** A network in arrays; made once, searched many times. */
export interface Prepared extends Legs, Pairs, Timetable {
  hubAt: Map<string, number>;
  waitDecay: Float64Array;
  waitCost: Float64Array;
  minTransfer: Float64Array;
  legIds: string[];
  legAt: Map<string, number>;
  /** Times beyond it, either way, are refused: with them sums could leave the integers that a number holds exactly. */
  timeLimit: number;
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
  return withLegs({
    hubIds: [...hubAt.keys()],
    hubAt,
    waitDecay,
    waitCost,
    minTransfer,
    legIds: legs.map(({ id }) => id),
    legAt,
    ...columns,
    timeLimit,
  });
}

/** The same network with other numbers in the place of emissions. @param co2e one a leg */
export const withCo2e = (network: Prepared, co2e: Float64Array): Prepared => withLegs({ ...network, co2e });

type Columns = Omit<Prepared, keyof Legs | keyof Pairs>;

/** Lays the legs out for searching. */
function withLegs(network: Columns): Prepared {
  const { from, to, depart, arrive, cost, co2e, decay, waitCost, waitDecay } = network;
  const count = from.length;
  const places = placesOf(network);
  const instant = instantOf(network);
  const made = {
    ...network,
    ...pairsOf(network, places),
    count,
    links: new Int32Array(linkRow * count),
    figures: new Float64Array(figureRow * count),
    firstPlace: places.firstPlace,
    legOf: places.legOf,
  };
  for (let leg = 0; leg < count; leg++) {
    const l = linkRow * leg;
    made.links[l + link.from] = from[leg]!;
    made.links[l + link.to] = to[leg]!;
    made.links[l + link.place] = places.place[leg]!;
    made.links[l + link.next] = places.next[leg]!;
    made.links[l + link.instant] = instant[leg]!;
    made.links[l + link.origin] = leg;
    made.links[l + link.group] = made.groupOf[made.pairOf[leg]!]!;
    const f = figureRow * leg;
    const boardCost = cost[leg]! + waitCost[from[leg]!]! * depart[leg]!;
    const boardDecay = decay[leg]! + waitDecay[from[leg]!]! * depart[leg]!;
    made.figures[f + figure.depart] = depart[leg]!;
    made.figures[f + figure.arrive] = arrive[leg]!;
    made.figures[f + figure.boardCost] = boardCost;
    made.figures[f + figure.boardDecay] = boardDecay;
    made.figures[f + figure.rideCost] = boardCost - waitCost[to[leg]!]! * arrive[leg]!;
    made.figures[f + figure.rideDecay] = boardDecay - waitDecay[to[leg]!]! * arrive[leg]!;
    made.figures[f + figure.co2e] = co2e[leg]!;
    made.figures[f + figure.onward] = places.legOf[places.next[leg]!]!;
  }
  lookForBetter(made);
  return made;
}

/** How far back a better departure is looked for; the last few are nearly always enough, and none is needed for exactness. */
const lookBack = 24;

/** Writes down the better leg of each. */
function lookForBetter({ hubIds, count, links, figures }: Prepared): void {
  const rows = new Map<number, number[]>();
  const notMore = (a: number, b: number): boolean =>
    figures[a + figure.arrive]! <= figures[b + figure.arrive]! &&
    figures[a + figure.rideCost]! <= figures[b + figure.rideCost]! &&
    figures[a + figure.rideDecay]! <= figures[b + figure.rideDecay]! &&
    figures[a + figure.co2e]! <= figures[b + figure.co2e]!;
  for (let leg = 0; leg < count; leg++) {
    const l = linkRow * leg;
    links[l + link.better] = -1;
    const pair = links[l + link.from]! * hubIds.length + links[l + link.to]!;
    const row = rows.get(pair) ?? [];
    rows.set(pair, row);
    for (let at = row.length - 1; at >= Math.max(0, row.length - lookBack); at--) {
      if (!notMore(figureRow * row[at]!, figureRow * leg)) continue;
      links[l + link.better] = links[linkRow * row[at]! + link.place]!;
      break;
    }
    row.push(leg);
  }
}

/** 1 for the legs of a minute in which there is one that takes no time to a hub that takes none. */
function instantOf({ to, depart, arrive, minTransfer }: Columns): Uint8Array {
  const instant = Uint8Array.from(to, (hub, leg) =>
    arrive[leg] === depart[leg] && minTransfer[hub] === 0 ? 1 : 0,
  );
  for (let leg = 1; leg < instant.length; leg++)
    if (instant[leg - 1] === 1 && depart[leg] === depart[leg - 1]) instant[leg] = 1;
  for (let leg = instant.length - 2; leg >= 0; leg--)
    if (instant[leg + 1] === 1 && depart[leg] === depart[leg + 1]) instant[leg] = 1;
  return instant;
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

function placesOf({ hubIds, from, to, depart, arrive, minTransfer }: Columns): {
  place: Int32Array;
  next: Int32Array;
  legOf: Int32Array;
  firstPlace: Int32Array;
} {
  const hubCount = hubIds.length;
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
