import { width } from './bounds.ts';
import type { Front } from './front.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/** Numbers of one place or hub: cost and decay (both less the hub's waiting rate × the time), co2e, legs. */
const sums = 4;

/** The legs that `found` leaves open, by the floor of the query. */
export type RoughlyOpen = (request: Request, floor: Float64Array, found: Front) => Int32Array;

/**
 * Makes a function that picks, for one query after another, the legs that may be part of a way that is new: as
 * `openLegs` does, but with the floor in the place of bounds, so that the timetable need not be read from its end first.
 *
 * Legs are read in the order of departure. Each hub has the least of each sum of all ways that have come to it so far,
 * and these are counted over legs that were kept only. With the floor they say what a way by a leg takes at least; where
 * one way found is as good, the leg is left out. If one way found is as good as whatever waits at the hub for this
 * departure or a later one, the hub is closed: its legs are passed over until some way comes to it that is better in
 * something. When all hubs are closed and nobody is under way to one, the rest of the timetable isn't read.
 */
export function roughlyOpen(network: Prepared): RoughlyOpen {
  const { from, to, depart, arrive, place, next, legOf, instantMinute, hubIds } = network;
  const { boardCost, boardDecay, rideCost, rideDecay, co2e, minTransfer, waitCost, waitDecay } = network;
  const count = depart.length;
  const open = new Int32Array(count);
  /** By place: the sums of those who can go on from it first, where `comes` says that there are any. */
  const coming = new Float64Array(sums * legOf.length);

  return (request, floor, found) => {
    const { readyAt, avoidHub, avoidLeg, maxDecay, maxLegs, latestArrival } = request;
    const comes = new Uint8Array(legOf.length);
    const here = new Float64Array(sums * hubIds.length).fill(Infinity);
    const isOpen = new Uint8Array(hubIds.length);
    const beyond = withChange(network, request, floor);
    const start = sums * request.from;
    here[start] = -waitCost[request.from]! * readyAt;
    here[start + 1] = -waitDecay[request.from]! * readyAt;
    here[start + 2] = 0;
    here[start + 3] = 0;
    isOpen[request.from] = 1;
    /** How many hubs are open, and how many places somebody comes to. */
    let busy = 1;
    let kept = 0;

    /** Lets those who can go on from a leg's place on come to its hub; whether something there got less. */
    const arriveFor = (leg: number): boolean => {
      const at = place[leg]!;
      if (comes[at] === 0) return false;
      comes[at] = 0;
      busy--;
      const hub = from[leg]!;
      if (!lower(here, sums * hub, coming, sums * at)) return false;
      if (isOpen[hub] === 0) busy++;
      isOpen[hub] = 1;
      return true;
    };

    /** Whether the leg is kept; what it leads to is written down. */
    const read = (leg: number): boolean => {
      arriveFor(leg);
      const hub = from[leg]!;
      const h = sums * hub;
      if (isOpen[hub] === 0) return false;
      const on = to[leg]!;
      if (avoidHub[on] === 1 || on === request.from || avoidLeg[leg] === 1) return false;
      const costs = here[h]!;
      const decays = here[h + 1]!;
      const emissions = here[h + 2]!;
      const legs = here[h + 3]!;
      const b = width * on;
      const leastDecay = decays + boardDecay[leg]! + beyond[b + 2]!;
      const leastLegs = legs + beyond[b + 4]!;
      const arrival = arrive[leg]! + beyond[b]!;
      if (
        arrival > latestArrival ||
        leastDecay > maxDecay ||
        leastLegs > maxLegs ||
        found.covers(
          arrival,
          costs + boardCost[leg]! + beyond[b + 1]!,
          leastDecay,
          emissions + co2e[leg]! + beyond[b + 3]!,
          leastLegs,
        ) >= 0
      ) {
        const f = width * hub;
        const minute = depart[leg]!;
        if (
          minute + floor[f]! > latestArrival ||
          found.covers(
            minute + floor[f]!,
            costs + waitCost[hub]! * minute + floor[f + 1]!,
            decays + waitDecay[hub]! * minute + floor[f + 2]!,
            emissions + floor[f + 3]!,
            legs + floor[f + 4]!,
          ) >= 0
        ) {
          isOpen[hub] = 0;
          busy--;
        }
        return false;
      }
      if (on === request.to) return true;
      const c = sums * next[leg]!;
      const first = comes[next[leg]!] === 0;
      if (first) {
        comes[next[leg]!] = 1;
        // Behind the last departure nobody is read any more.
        if (legOf[next[leg]!]! >= 0) busy++;
      }
      const costOn = costs + rideCost[leg]!;
      const decayOn = decays + rideDecay[leg]!;
      const gasOn = emissions + co2e[leg]!;
      const legsOn = legs + 1;
      if (first || costOn < coming[c]!) coming[c] = costOn;
      if (first || decayOn < coming[c + 1]!) coming[c + 1] = decayOn;
      if (first || gasOn < coming[c + 2]!) coming[c + 2] = gasOn;
      if (first || legsOn < coming[c + 3]!) coming[c + 3] = legsOn;
      return true;
    };

    for (let leg = firstFrom(depart, readyAt); leg < count && busy > 0;) {
      if (instantMinute[leg] === 0) {
        if (read(leg)) open[kept++] = leg;
        leg++;
        continue;
      }
      // Legs of no duration may lead to one of the same minute: it is read until nobody comes to anything new.
      let end = leg + 1;
      while (end < count && depart[end] === depart[leg]) end++;
      const before = kept;
      let again = true;
      while (again) {
        kept = before;
        for (let at = leg; at < end; at++) if (read(at)) open[kept++] = at;
        again = false;
        for (let at = leg; at < end; at++) again = arriveFor(at) || again;
      }
      leg = end;
    }
    return open.slice(0, kept);
  };
}

/** The floor at the end of a leg that leads to a hub: with the change there, and the leg itself. */
function withChange(
  { hubIds, minTransfer, waitCost, waitDecay }: Prepared,
  request: Request,
  floor: Float64Array,
): Float64Array {
  const beyond = floor.slice();
  for (let hub = 0; hub < hubIds.length; hub++) {
    const change = hub === request.to ? 0 : minTransfer[hub]!;
    const f = width * hub;
    beyond[f]! += change;
    beyond[f + 1]! += change * waitCost[hub]!;
    beyond[f + 2]! += change * waitDecay[hub]!;
    beyond[f + 4]! += 1;
  }
  return beyond;
}

/** Takes the less of each sum; whether something got less. */
function lower(into: Float64Array, i: number, from: Float64Array, f: number): boolean {
  let less = false;
  for (let at = 0; at < sums; at++)
    if (from[f + at]! < into[i + at]!) {
      into[i + at] = from[f + at]!;
      less = true;
    }
  return less;
}

/** The first leg that doesn't leave before a minute. */
function firstFrom(depart: Float64Array, minute: number): number {
  let low = 0;
  let high = depart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (depart[middle]! < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
