import { width, type Bounds } from './bounds.ts';
import type { Front } from './front.ts';
import { laidOut, type Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/** Numbers of one place: cost and decay (both less the hub's waiting rate × the time), co2e, legs. */
const sums = 4;

/**
 * The legs that may be part of a way that is new: those for which no way found is at least as good as the least, in
 * each criterion, of all ways up to the leg and the least of all ways from it on. Read in the order of time, what leads
 * to a leg is counted over legs that were kept only.
 *
 * A leg left out is no loss: every way with it is matched or beaten by a way found, whatever hubs it visits.
 *
 * @returns the legs kept, in their order
 */
export function openLegs(network: Prepared, request: Request, bounds: Bounds, found: Front): Int32Array {
  const { to, depart, place, next, rideCost, rideDecay, co2e, waitCost, waitDecay, instantMinute } = network;
  const { via, source, sourceEnd, first, room } = bounds;
  let lowered = false;
  const reached = room.fill(Infinity);
  const open = new Int32Array(depart.length - first);
  let kept = 0;
  const start = sums * source;
  if (source < sourceEnd) {
    reached[start] = -waitCost[request.from]! * request.readyAt;
    reached[start + 1] = -waitDecay[request.from]! * request.readyAt;
    reached[start + 2] = 0;
    reached[start + 3] = 0;
  }
  /** Whether the leg is kept; what it leads to is written down. */
  const read = (leg: number): boolean => {
    const at = sums * place[leg]!;
    const costs = reached[at]!;
    if (costs === Infinity) return false;
    const decays = reached[at + 1]!;
    const emissions = reached[at + 2]!;
    const legs = reached[at + 3]!;
    lower(reached, at + sums, costs, decays, emissions, legs);
    const v = width * place[leg]!;
    if (
      via[v] === Infinity ||
      decays + via[v + 2]! > request.maxDecay ||
      legs + via[v + 4]! > request.maxLegs ||
      !found.mayBeNew(
        via[v]!,
        costs + via[v + 1]!,
        decays + via[v + 2]!,
        emissions + via[v + 3]!,
        legs + via[v + 4]!,
      )
    )
      return false;
    if (to[leg] !== request.to)
      lowered =
        lower(
          reached,
          sums * next[leg]!,
          costs + rideCost[leg]!,
          decays + rideDecay[leg]!,
          emissions + co2e[leg]!,
          legs + 1,
        ) || lowered;
    return true;
  };
  for (let leg = first; leg < depart.length;) {
    if (instantMinute[leg] === 0) {
      if (read(leg)) open[kept++] = leg;
      leg++;
      continue;
    }
    // Legs of no duration may lead to one of the same minute: it is read until nothing gets less.
    let end = leg + 1;
    while (end < depart.length && depart[end] === depart[leg]) end++;
    const before = kept;
    do {
      kept = before;
      lowered = false;
      for (let at = leg; at < end; at++) if (read(at)) open[kept++] = at;
    } while (lowered);
    leg = end;
  }
  return open.slice(0, kept);
}

/** A network of some of the legs; it has numbers of its own for them and their places. */
export function reachedAt(network: Prepared, { room }: Bounds, legs: Int32Array): Float64Array {
  const reached = new Float64Array(sums * legs.length);
  for (let at = 0; at < legs.length; at++)
    for (let n = 0, p = sums * network.place[legs[at]!]!; n < sums; n++) reached[sums * at + n] = room[p + n]!;
  return reached;
}

export function narrowed(network: Prepared, request: Request, legs: Int32Array): Prepared {
  const { place, next, legOf, firstPlace, betterAt, origin } = network;
  const hubCount = firstPlace.length - 1;
  const newFirst = new Int32Array(hubCount + 1);
  for (const leg of legs) newFirst[network.from[leg]! + 1]!++;
  for (let hub = 0; hub < hubCount; hub++) newFirst[hub + 1]! += newFirst[hub]! + 1;
  const count = newFirst[hubCount]!;
  const newPlace = new Int32Array(legs.length);
  const newLegOf = new Int32Array(count).fill(-1);
  /** The old place of each new one; what stands behind a hub's last keeps its place there. */
  const oldPlace = new Int32Array(count);
  const filled = newFirst.slice();
  for (let at = 0; at < legs.length; at++) {
    const leg = legs[at]!;
    const there = filled[network.from[leg]!]!++;
    newPlace[at] = there;
    newLegOf[there] = at;
    oldPlace[there] = place[leg]!;
  }
  for (let hub = 0; hub < hubCount; hub++) oldPlace[newFirst[hub + 1]! - 1] = firstPlace[hub + 1]! - 1;
  /** The first new place of a hub that isn't before an old one. */
  const placeFrom = (hub: number, old: number): number => {
    let low = newFirst[hub]!;
    let high = newFirst[hub + 1]! - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (oldPlace[middle]! < old) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const numbers = (of: Float64Array) => taken(of, legs, new Float64Array(legs.length));
  const indices = (of: Int32Array) => taken(of, legs, new Int32Array(legs.length));
  const newNext = new Int32Array(legs.length);
  const better = new Int32Array(legs.length);
  for (let at = 0; at < legs.length; at++) {
    const leg = legs[at]!;
    newNext[at] = placeFrom(network.to[leg]!, next[leg]!);
    // Where the better leg was left out, all ways with it are matched already: the place before stands for it.
    const old = betterAt[place[leg]!]!;
    const hub = network.from[leg]!;
    const banned = old >= 0 && request.avoidLeg[origin[legOf[old]!]!] === 1;
    const stand = old < 0 || banned ? -1 : placeFrom(hub, old + 1) - 1;
    better[at] = stand < newFirst[hub]! ? -1 : stand;
  }
  return laidOut(
    {
      ...network,
      origin: indices(origin),
      from: indices(network.from),
      to: indices(network.to),
      depart: numbers(network.depart),
      arrive: numbers(network.arrive),
      cost: numbers(network.cost),
      co2e: numbers(network.co2e),
      decay: numbers(network.decay),
      boardCost: numbers(network.boardCost),
      boardDecay: numbers(network.boardDecay),
      rideCost: numbers(network.rideCost),
      rideDecay: numbers(network.rideDecay),
      place: newPlace,
      next: newNext,
      legOf: newLegOf,
      firstPlace: newFirst,
      instant: taken(network.instant, legs, new Uint8Array(legs.length)),
      instantMinute: taken(network.instantMinute, legs, new Uint8Array(legs.length)),
    },
    better,
  );
}

function taken<T extends Int32Array | Float64Array | Uint8Array>(of: T, indices: Int32Array, into: T): T {
  for (let at = 0; at < indices.length; at++) into[at] = of[indices[at]!]!;
  return into;
}

/** Whether something got less. */
function lower(reached: Float64Array, at: number, a: number, b: number, c: number, d: number): boolean {
  const less = a < reached[at]! || b < reached[at + 1]! || c < reached[at + 2]! || d < reached[at + 3]!;
  if (a < reached[at]!) reached[at] = a;
  if (b < reached[at + 1]!) reached[at + 1] = b;
  if (c < reached[at + 2]!) reached[at + 2] = c;
  if (d < reached[at + 3]!) reached[at + 3] = d;
  return less;
}
