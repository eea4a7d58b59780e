import { Bag } from './bag.ts';
import { width, type Bounds } from './bounds.ts';
import { Front, size } from './front.ts';
import { Labels, sums } from './labels.ts';
import type { Prepared } from './prepare.ts';
import { Queue } from './queue.ts';
import type { Request } from './request.ts';
import type { Corners } from './corners.ts';
import { Slices } from './slices.ts';
import { singleBests } from './single-bests.ts';
import { measure, repeatedHubs, vectorOf, type Way } from './way.ts';

export interface Manner {
  /**
   * Above 0 the search isn't exact: it gives up what beats no way found by more than this share of the ranges, and
   * finds only ways that visit no hub twice.
   */
  coarse?: number;
  /** Ways of a wider search that were dropped: whatever isn't known yet is matched by one of them. */
  dropped?: readonly Way[];
  corners?: Corners | null;
}

/**
 * The exact front of the ways in which no critical hub is visited twice; other hubs may be. For a window, the ways
 * that are on the front of any of its ready times.
 *
 * **Why so few ways are kept.** Take two ways at one hub, of which the first can board whatever the second can. From
 * boarding at T on both pay the same: what tells them apart is cost + waitCost × (T − t) for arrival at t, that is
 * cost − waitCost × t, whatever T is; likewise for decay. So the first makes the second needless if
 * `cost − waitCost × t`, `decay − waitDecay × t`, co2e and legs are not more. Comparing cost and decay themselves, as
 * textbooks do, would be wrong: the later one has waited less. Nor is it enough to board the next departure: one that
 * leaves later may be reached with less waiting at a dearer place. What a way can board is told by the first place
 * of the hub's departures that it reaches, so two that arrive between the same departures count as equally early.
 * And a way that is better but later makes the other needless from its own first place on (`Bag.neededUntil`). With
 * critical hubs the first must also have visited none that the second hasn't, else a way on may be forbidden to it.
 * Limits are sums that only grow, so what keeps the second inside keeps the first inside.
 *
 * **Why so few legs are boarded.** Of two legs between the same hubs the one that leaves and arrives no later, at no
 * more of the sums above, makes the other needless for whoever can board both (`Prepared.betterAt`).
 *
 * **Why nothing is lost by both together.** Each (way, leg) left out has another at least as good, of a way carried
 * on before or of an earlier leg; following these never goes in a circle, so it ends at one that is tried.
 *
 * **Why so few are tried.** `bounds` says of every place the least of each criterion up to the target. What with these
 * is matched or beaten in everything by a way found can add nothing new; and if that one way found already beats all
 * that leaves from a place on, a way needn't look at later departures. Ways are carried on in the order of the sum
 * of the five bounds, each by its weight: what makes a way needless, at its hub or at the target, has no greater sum,
 * so it comes first (of equal sums either may, which costs time and nothing else), and hardly a way is carried on in
 * vain. As the order isn't that of time, legs of no duration need no care of their own. The ways that are best in one
 * criterion are read off the bounds at the start, so that there is something to beat from the first leg on.
 *
 * **A window** is gone through from its end. First comes the front of its last ready time; then, for each departure
 * before it, the ways that begin with it. Those found already leave later, so they can still be had: they stand to be
 * compared with, their waiting counted from the start of the window like everybody's. What can't match them is dropped; what beats
 * them takes their place for all earlier ready times. So ready times are never compared, and each search only looks
 * for what is new.
 *
 * @param critical for each hub its number among the critical ones, or −1
 * @param known ways known to be in the answer
 */
export function search(
  network: Prepared,
  request: Request,
  bounds: Bounds,
  critical: Int32Array,
  known: readonly Way[],
  { coarse = 0, dropped = [], corners = null }: Manner = {},
): Way[] {
  const { to, depart, legOf, origin, firstPlace, waitCost, waitDecay } = network;
  const { betterAt, toAt, nextAt, rideCostAt, rideDecayAt, co2eAt } = network;
  const { least, via, source, sourceEnd } = bounds;
  const { readyAt, maxLegs, windowEnd, avoidLeg } = request;
  const avoiding = avoidLeg.includes(1);
  const words = Math.ceil((Math.max(-1, ...critical) + 1) / 31);
  const labels = new Labels(words);
  const queue = new Queue();
  const found = new Front();
  const bags: (Bag | undefined)[] = Array.from({ length: network.hubIds.length });
  const slices = new Slices(bounds);
  let carried = 0;
  let nextSlices = Math.ceil(depart.length / 16);
  /** By how much of each criterion a coarse search takes one way for as good as another. */
  const slack = new Float64Array(width);
  const ways: Way[] = [];
  let [e0, e1, e2, e3, e4] = [0, 0, 0, 0, 0];
  let weights: number[] = [];
  let maxDecay = request.maxDecay;

  const addFound = (way: Way): void => {
    ways.push(way);
    found.add(way.arrive, way.cost, way.decay, way.co2e, way.legs.length, -ways.length);
  };

  /** Carries a way on by every leg it can board before `until` and that may lead to something new. */
  const expand = (label: number, hub: number, until: number): void => {
    const place = labels.place[label]!;
    const l = label * sums;
    const costs = labels.values[l]!;
    const decays = labels.values[l + 1]!;
    const emissions = labels.values[l + 2]!;
    const legs = labels.values[l + 3]!;
    const end = Math.min(until, firstPlace[hub + 1]! - 1);
    for (let at = place, v = place * width; at < end; at++, v += width) {
      const earliest = via[v]!;
      if (earliest === Infinity) continue;
      if (betterAt[at]! >= place && (!avoiding || avoidLeg[origin[legOf[betterAt[at]!]!]!] === 0)) continue;
      const leastCost = costs + via[v + 1]!;
      const leastDecay = decays + via[v + 2]!;
      const leastGas = emissions + via[v + 3]!;
      const leastLegs = legs + via[v + 4]!;
      if (leastDecay > maxDecay || leastLegs > maxLegs) continue;
      const by = found.covers(earliest + e0, leastCost + e1, leastDecay + e2, leastGas + e3, leastLegs + e4);
      if (by >= 0) {
        const allBeaten = found.coversAt(
          by,
          least[v]! + e0,
          costs + least[v + 1]! + e1,
          decays + least[v + 2]! + e2,
          emissions + least[v + 3]! + e3,
          legs + least[v + 4]! + e4,
        );
        if (allBeaten) return;
        continue;
      }
      if (found.floors.length > 0 && !found.mayBeNew(earliest, leastCost, leastDecay, leastGas, leastLegs))
        continue;
      const leg = legOf[at]!;
      const hubOn = toAt[at]!;
      if (hubOn === request.to) {
        if (coarse > 0 && repeatedHubs(network, [...labels.way(label), leg]).length > 0) continue;
        found.add(earliest, leastCost, leastDecay, leastGas, leastLegs, labels.length);
        labels.add(leg, label);
        continue;
      }
      const number = critical[hubOn]!;
      const word = (number / 31) | 0;
      const bit = number < 0 ? 0 : 1 << (number % 31);
      if (bit !== 0 && (labels.visited[label * words + word]! & bit) !== 0) continue;
      const child = labels.add(leg, label);
      if (words > 0) {
        labels.visited.copyWithin(child * words, label * words, label * words + words);
        if (bit !== 0) labels.visited[child * words + word]! |= bit;
      }
      labels.place[child] = nextAt[at]!;
      const c = child * sums;
      labels.values[c] = costs + rideCostAt[at]!;
      labels.values[c + 1] = decays + rideDecayAt[at]!;
      labels.values[c + 2] = emissions + co2eAt[at]!;
      labels.values[c + 3] = legs + 1;
      queue.push(
        weights[0]! * earliest +
          weights[1]! * leastCost +
          weights[2]! * leastDecay +
          weights[3]! * leastGas +
          weights[4]! * leastLegs,
        child,
      );
    }
  };

  const begin = (place: number, until: number): void => {
    const start = labels.add(-1, -1);
    labels.place[start] = place;
    const s = start * sums;
    labels.values[s] = -waitCost[request.from]! * readyAt;
    labels.values[s + 1] = -waitDecay[request.from]! * readyAt;
    labels.values[s + 2] = 0;
    labels.values[s + 3] = 0;
    for (let word = 0; word < words; word++) labels.visited[start * words + word] = 0;
    expand(start, request.from, until);
    for (let label = queue.pop(); label >= 0; label = queue.pop()) carryOn(label);
  };

  const carryOn = (label: number): void => {
    const place = labels.place[label]!;
    const hub = to[labels.leg[label]!]!;
    const b = width * place;
    const l = label * sums;
    const { values } = labels;
    const beaten =
      found.covers(
        least[b]! + e0,
        values[l]! + least[b + 1]! + e1,
        values[l + 1]! + least[b + 2]! + e2,
        values[l + 2]! + least[b + 3]! + e3,
        values[l + 3]! + least[b + 4]! + e4,
      ) >= 0;
    if (beaten) return;
    if (
      found.floors.length > 0 &&
      !found.mayBeNew(
        least[b]!,
        values[l]! + least[b + 1]!,
        values[l + 1]! + least[b + 2]!,
        values[l + 2]! + least[b + 3]!,
        values[l + 3]! + least[b + 4]!,
      )
    )
      return;
    if (corners === null && coarse === 0 && carried++ === nextSlices) {
      slices.setBy(found);
      nextSlices *= 4;
    }
    const hopeless = corners
      ? corners.hopeless(place, values[l]!, values[l + 1]!, values[l + 2]!, values[l + 3]!, found, slack)
      : slices.hopeless(place, values[l]!, values[l + 1]!, values[l + 2]!, values[l + 3]!, found);
    if (hopeless) return;
    const bag = (bags[hub] ??= new Bag(labels, words));
    const until = bag.neededUntil(label, e1 / 2, e2 / 2, e3 / 2, e4 / 2);
    if (until <= place) return;
    bag.add(label);
    expand(label, hub, until);
  };

  const answer: Way[] = [];
  /** Searches the ways that leave from a place on and before another: all that the last ready time of theirs has new. */
  const searchFrom = (place: number, until: number, ready: number): void => {
    const mark = labels.length;
    const settled = ways.length;
    // Waiting is counted from the start of the window; who is ready later has spoilt less by so much.
    maxDecay = request.maxDecay + waitDecay[request.from]! * (ready - readyAt);
    for (const way of known) if (way.ready === ready) addFound(way);
    for (const way of singleBests(network, request, bounds, critical, place))
      if (way.decay <= maxDecay && way.ready === ready && (coarse === 0 || !way.repeats)) addFound(way);
    weights = weightsOf(found);
    found.floors = dropped.filter((way) => way.ready >= ready).map(vectorOf);
    if (coarse > 0)
      [e0, e1, e2, e3, e4] = weights.map((weight) => coarse / weight) as [
        number,
        number,
        number,
        number,
        number,
      ];
    slack.set([e0, e1, e2, e3, e4]);
    if (dropped.length === 0 || found.floors.length > 0) begin(place, until);
    for (let at = 0; at < found.length; at++)
      if (found.labels[at]! >= mark) answer.push(measure(network, request, labels.way(found.labels[at]!)));
      else if (found.labels[at]! < -settled) answer.push(ways[-1 - found.labels[at]!]!);
  };

  const leaves = (place: number): number => depart[legOf[place]!]!;
  let until = source;
  while (until < sourceEnd && leaves(until) < windowEnd) until++;
  searchFrom(until, sourceEnd, windowEnd);
  while (until > source) {
    const ready = leaves(until - 1);
    let place = until - 1;
    while (place > source && leaves(place - 1) === ready) place--;
    searchFrom(place, until, ready);
    until = place;
  }
  return answer;
}

/** One over the range of each criterion among the ways found. */
export function weightsOf(found: Front): number[] {
  return Array.from({ length: width }, (_, criterion) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = 0; at < found.length; at++) {
      const value = found.values[at * size + criterion]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return found.length > 0 ? 1 / Math.max(1, high - low) : 1;
  });
}
