/**
 * Pairs of hubs that have a leg between them, numbered by the hub they end at, and the turns from one to another.
 *
 * Ways that come to a hub are told apart by the pair they come by: a group each. Where that would make more turns than
 * there are legs, all pairs into a hub are one group.
 */
export interface Pairs {
  pairFrom: Int32Array;
  pairTo: Int32Array;
  /** The least minutes, cost, decay and co2e of all legs of each pair. */
  pairLeast: Float64Array;
  pairOf: Int32Array;
  /** The first pair of each group, the group of each pair. */
  groupPairs: Int32Array;
  groupOf: Int32Array;
  /** The first group of each hub. */
  groupsInto: Int32Array;
  /** The pairs that begin at each hub, and the first of each hub among them. */
  pairOut: Int32Array;
  outFrom: Int32Array;
  /**
   * How long those who come by a group wait at least for a leg of a pair, from arrival to departure; Infinity where
   * none can go on by it, or would only go back to where the whole group comes from. One row for each pair, in it one
   * number for each group of the hub where it begins.
   */
  turnRow: Int32Array;
  turnWait: Float64Array;
}

/** Legs side by side: hubs by number, times in minutes, sums as they are given. */
export interface Timetable {
  hubIds: string[];
  from: Int32Array;
  to: Int32Array;
  depart: Float64Array;
  arrive: Float64Array;
  cost: Float64Array;
  co2e: Float64Array;
  decay: Float64Array;
}

interface Places {
  next: Int32Array;
  firstPlace: Int32Array;
  legOf: Int32Array;
}

export function pairsOf(network: Timetable, places: Places): Pairs {
  const hubCount = network.hubIds.length;
  const { from, to } = network;
  const keys = Array.from(from, (hub, leg) => to[leg]! * hubCount + hub);
  const sorted = [...new Set(keys)].toSorted((a, b) => a - b);
  const numberOf = new Map(sorted.map((key, pair) => [key, pair]));
  const pairOf = Int32Array.from(keys, (key) => numberOf.get(key)!);
  const pairFrom = Int32Array.from(sorted, (key) => key % hubCount);
  const pairTo = Int32Array.from(sorted, (key) => Math.floor(key / hubCount));
  const pairsInto = firstOf(pairTo, hubCount);
  const outFrom = firstOf(pairFrom, hubCount);
  const pairOut = Int32Array.from(sorted.keys()).toSorted((a, b) => pairFrom[a]! - pairFrom[b]! || a - b);
  let turnCount = 0;
  for (let hub = 0; hub < hubCount; hub++)
    turnCount += (pairsInto[hub + 1]! - pairsInto[hub]!) * (outFrom[hub + 1]! - outFrom[hub]!);
  const groups =
    turnCount <= from.length
      ? {
          groupPairs: Int32Array.from({ length: sorted.length + 1 }, (_, pair) => pair),
          groupOf: Int32Array.from(sorted.keys()),
          groupsInto: pairsInto,
        }
      : {
          groupPairs: pairsInto,
          groupOf: pairTo,
          groupsInto: Int32Array.from({ length: hubCount + 1 }, (_, hub) => hub),
        };
  const pairs = { pairFrom, pairTo, pairOf, pairOut, outFrom, ...groups };
  return { ...pairs, pairLeast: leastOf(network, pairs), ...turnsOf(network, places, pairs) };
}

/** Where the first of each hub stands among sorted ones. */
function firstOf(hubs: Int32Array, hubCount: number): Int32Array {
  const first = new Int32Array(hubCount + 1);
  for (const hub of hubs) first[hub + 1]!++;
  for (let hub = 0; hub < hubCount; hub++) first[hub + 1]! += first[hub]!;
  return first;
}

function leastOf(
  { depart, arrive, cost, decay, co2e }: Timetable,
  { pairOf, pairFrom }: Pick<Pairs, 'pairOf' | 'pairFrom'>,
): Float64Array {
  const least = new Float64Array(4 * pairFrom.length).fill(Infinity);
  for (let leg = 0; leg < pairOf.length; leg++) {
    const p = 4 * pairOf[leg]!;
    least[p] = Math.min(least[p]!, arrive[leg]! - depart[leg]!);
    least[p + 1] = Math.min(least[p + 1]!, cost[leg]!);
    least[p + 2] = Math.min(least[p + 2]!, decay[leg]!);
    least[p + 3] = Math.min(least[p + 3]!, co2e[leg]!);
  }
  return least;
}

/**
 * Each hub's places are read from the first to the last, with the latest arrival of each group so far that can still board.
 * Of a group that is one pair, turns straight back are left out.
 */
function turnsOf(
  { depart, arrive, hubIds }: Timetable,
  { next, firstPlace, legOf }: Places,
  {
    pairOf,
    pairFrom,
    pairTo,
    groupOf,
    groupPairs,
    groupsInto,
  }: Omit<Pairs, 'pairLeast' | 'turnRow' | 'turnWait'>,
): Pick<Pairs, 'turnRow' | 'turnWait'> {
  const turnRow = new Int32Array(pairFrom.length);
  let count = 0;
  for (let pair = 0; pair < pairFrom.length; pair++) {
    turnRow[pair] = count;
    const hub = pairFrom[pair]!;
    count += groupsInto[hub + 1]! - groupsInto[hub]!;
  }
  const turnWait = new Float64Array(count).fill(Infinity);
  const { first, legs } = byNext(next, legOf.length);
  const latest = new Float64Array(groupPairs.length - 1).fill(-Infinity);
  for (let hub = 0; hub < hubIds.length; hub++) {
    const group0 = groupsInto[hub]!;
    const groupEnd = groupsInto[hub + 1]!;
    for (let place = firstPlace[hub]!; place < firstPlace[hub + 1]! - 1; place++) {
      for (let at = first[place]!; at < first[place + 1]!; at++) {
        const group = groupOf[pairOf[legs[at]!]!]!;
        if (arrive[legs[at]!]! > latest[group]!) latest[group] = arrive[legs[at]!]!;
      }
      const leaving = legOf[place]!;
      const pair = pairOf[leaving]!;
      for (let group = group0, turn = turnRow[pair]!; group < groupEnd; group++, turn++) {
        const one = groupPairs[group]!;
        if (groupPairs[group + 1]! - one === 1 && pairFrom[one] === pairTo[pair]) continue;
        const wait = depart[leaving]! - latest[group]!;
        if (wait < turnWait[turn]!) turnWait[turn] = wait;
      }
    }
  }
  return { turnRow, turnWait };
}

/** Legs by the place at which one can go on after them. */
function byNext(next: Int32Array, placeCount: number): { first: Int32Array; legs: Int32Array } {
  const first = firstOf(next, placeCount);
  const filled = first.slice();
  const legs = new Int32Array(next.length);
  for (let leg = 0; leg < next.length; leg++) legs[filled[next[leg]!]!++] = leg;
  return { first, legs };
}
