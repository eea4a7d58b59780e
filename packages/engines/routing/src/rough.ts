import { width } from './bounds.ts';
import { Coming, sums } from './coming.ts';
import type { Floor } from './floor.ts';
import type { Front } from './front.ts';
import { Kept } from './kept.ts';
import { figure, figureRow, link, linkRow, type Prepared, type Rows } from './prepare.ts';
import type { Request } from './request.ts';

/** The legs that `found` leaves open, by the floor of the query. */
export type RoughlyOpen = (request: Request, floor: Floor, found: Front) => Rows;

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
  const { count, links, figures, from, depart, hubIds, waitCost, waitDecay } = network;
  const { pairOf, pairFrom, pairTo, groupOf } = network;
  /** Memory that is used again; what a reading that failed half-way has left in it is not. */
  let spare: { open: Kept; coming: Coming } | null = null;
  const instants = Array.from({ length: count }, (_, leg) => leg).filter(
    (leg) => links[linkRow * leg + link.instant] === 1,
  );
  // A minute that is read again must be read whole, so there the end of all ways under way is no reason to stop.
  const hasInstants = instants.length > 0;
  return (request, { hubs: floor, groups: beyond }, found) => {
    const { open, coming } = spare ?? { open: new Kept(network), coming: new Coming(count) };
    spare = null;
    const { from: start, to: target, readyAt, leaveBefore, lastReady } = request;
    const { maxLegs, latestArrival, avoidLeg } = request;
    const bans = avoidLeg.includes(1);
    const maxDecay = request.maxDecay + waitDecay[start]! * (lastReady - readyAt);
    const here = new Float64Array(sums * hubIds.length).fill(Infinity);
    const isOpen = new Uint8Array(hubIds.length);
    const closes = new Float64Array(hubIds.length);
    here.set([-waitCost[start]! * readyAt, -waitDecay[start]! * readyAt, 0, 0], sums * start);
    isOpen[start] = changed;
    /** How many hubs are open, and for how many legs somebody comes. */
    let busy = 1;

    /** Lets those who can go on from a leg on come to its hub; whether something there got less. */
    const arriveFor = (leg: number): boolean => {
      busy--;
      const hub = from[leg]!;
      const { values } = coming;
      let less = false;
      for (let sum = 0, h = sums * hub, c = coming.take(leg); sum < sums; sum++, h++, c++)
        if (values[c]! < here[h]!) {
          here[h] = values[c]!;
          less = true;
        }
      if (less && isOpen[hub] === closed) busy++;
      if (less) isOpen[hub] = changed;
      return less;
    };

    /** The minute from which on one way found is as good as whatever leaves a hub with the sums it has. */
    const closing = (hub: number): number => {
      const { values, length } = found;
      const f = width * hub;
      const h = sums * hub;
      let least = latestArrival - floor[f]! + 1;
      for (let v = 0; v < length * width; v += width) {
        if (values[v + 3]! > here[h + 2]! + floor[f + 3]! || values[v + 4]! > here[h + 3]! + floor[f + 4]!)
          continue;
        const minute = Math.max(
          values[v]! - floor[f]!,
          whenPaid(values[v + 1]! - here[h]! - floor[f + 1]!, waitCost[hub]!),
          whenPaid(values[v + 2]! - here[h + 1]! - floor[f + 2]!, waitDecay[hub]!),
        );
        if (minute < least) least = minute;
      }
      return least;
    };

    /** Reads legs up to an end while there is anything to be found; writes those kept from a number on. */
    const read = (begin: number, end: number, place: number): number => {
      let kept = place;
      for (let leg = begin; leg < end; leg++) {
        if (busy === 0 && !hasInstants) break;
        if (coming.slots[leg]! > 0) arriveFor(leg);
        const pair = pairOf[leg]!;
        const hub = pairFrom[pair]!;
        if (isOpen[hub] === closed) continue;
        const b = width * groupOf[pair]!;
        if (beyond[b] === Infinity || pairTo[pair] === hub || (bans && avoidLeg[leg] === 1)) continue;
        const f = figureRow * leg;
        const h = sums * hub;
        const costs = here[h]!;
        const decays = here[h + 1]!;
        const emissions = here[h + 2]! + figures[f + figure.co2e]!;
        const legs = here[h + 3]!;
        const leastDecay = decays + figures[f + figure.boardDecay]! + beyond[b + 2]!;
        const arrival = figures[f + figure.arrive]! + beyond[b]!;
        if (
          arrival > latestArrival ||
          leastDecay > maxDecay ||
          legs + beyond[b + 4]! > maxLegs ||
          (hub === start && figures[f + figure.depart]! >= leaveBefore) ||
          found.covers(
            arrival,
            costs + figures[f + figure.boardCost]! + beyond[b + 1]!,
            leastDecay,
            emissions + beyond[b + 3]!,
            legs + beyond[b + 4]!,
          ) >= 0
        ) {
          if (isOpen[hub] === changed) {
            closes[hub] = hub === start ? Math.min(leaveBefore, closing(hub)) : closing(hub);
            isOpen[hub] = measured;
          }
          if (figures[f + figure.depart]! >= closes[hub]!) {
            isOpen[hub] = closed;
            busy--;
          }
          continue;
        }
        open.put(kept++, leg);
        const onward = figures[f + figure.onward]!;
        if (pairTo[pair] === target || onward < 0) continue;
        if (coming.slots[onward] === 0) busy++;
        const c = coming.slotOf(onward);
        const { values } = coming;
        const costOn = costs + figures[f + figure.rideCost]!;
        const decayOn = decays + figures[f + figure.rideDecay]!;
        if (costOn < values[c]!) values[c] = costOn;
        if (decayOn < values[c + 1]!) values[c + 1] = decayOn;
        if (emissions < values[c + 2]!) values[c + 2] = emissions;
        if (legs + 1 < values[c + 3]!) values[c + 3] = legs + 1;
      }
      return kept;
    };

    let kept = 0;
    let leg = firstFrom(depart, request.leaveFrom);
    for (const instant of instants) {
      if (instant < leg) continue;
      kept = read(leg, instant, kept);
      // Legs of no duration may lead to one of the same minute: it is read until nobody comes to anything new.
      let end = instant + 1;
      while (end < count && depart[end] === depart[instant]) end++;
      const before = kept;
      for (let again = true; again;) {
        kept = read(instant, end, before);
        again = false;
        for (let at = instant; at < end; at++) if (coming.slots[at]! > 0 && arriveFor(at)) again = true;
      }
      leg = end;
    }
    kept = read(leg, count, kept);
    const rows = open.first(kept);
    spare = { open, coming };
    return rows;
  };
}

/** What `isOpen` says of a hub. */
const closed = 0;
const changed = 1;
const measured = 2;

/** From which minute on a rate comes to an amount. */
const whenPaid = (amount: number, rate: number): number =>
  rate > 0 ? Math.ceil(amount / rate) : amount <= 0 ? -Infinity : Infinity;

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
