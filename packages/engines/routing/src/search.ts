import { width, type Bounds } from './bounds.ts';
import { Front, size } from './front.ts';
import { Labels } from './labels.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { singleBests } from './single-bests.ts';
import type { Way } from './way.ts';

/**
 * The exact front of the ways in which no critical hub is visited twice; other hubs may be.
 *
 * Legs are read in the order of departure, and each carries on every way that has come to its hub and may leave.
 *
 * Why so few have to be kept. Take two ways at one hub, come at t₁ ≤ t₂ (both may leave minTransfer later). Whatever
 * the second can still board, the first can, and from boarding at T on both pay the same: what tells them apart is
 * cost + waitCost × (T − t), that is cost − waitCost × t, whatever T is; and likewise for decay. So the first makes
 * the second needless if it isn't later, and `cost − waitCost × t`, `decay − waitDecay × t`, co2e and legs are not
 * more; for a profile also if it is good for as late a ready time. Comparing cost and decay themselves would be
 * wrong: the later one has waited less. And as only *whether* both can board matters, every departure is tried, not
 * the next alone. With critical hubs the first must also have visited none that the second hasn't, since else a way
 * on may be forbidden to it. Limits are sums that only grow, so what keeps the second inside keeps the first inside.
 *
 * Why so few are made. `bounds` says of every leg the least of each criterion to the target; a way whose sums with
 * these are already matched or beaten in everything by a way found can add nothing new. The ways that are best in
 * one criterion are read off the bounds at the start, so that there is something to beat from the first leg on.
 *
 * @param critical for each hub its number among the critical ones, or −1
 * @param known ways known to be on the front
 */
export function search(
  network: Prepared,
  request: Request,
  bounds: Bounds,
  critical: Int32Array,
  known: readonly Way[],
): Way[] {
  const { from, to, depart, arrive, cost, co2e, decay, next, waitCost, waitDecay, minTransfer, instant } =
    network;
  const { least, useful, first } = bounds;
  const { readyAt, maxDecay, maxLegs, windowEnd } = request;
  const sourceDecay = waitDecay[request.from]!;
  const words = Math.ceil((Math.max(-1, ...critical) + 1) / 31);
  const labels = new Labels();
  const found = new Front(0);
  const none = new Int32Array(words);
  const bags: (Front | undefined)[] = Array.from({ length: network.hubIds.length });
  const visited = new Int32Array(words);

  const addFound = (way: Way): void => {
    if (found.covers(way.arrive, way.cost, way.decay, way.co2e, way.legs.length, -way.ready)) return;
    let label = -1;
    for (const leg of way.legs) label = labels.add(leg, label);
    found.add(way.arrive, way.cost, way.decay, way.co2e, way.legs.length, -way.ready, label, none, 0);
  };
  for (const way of known) addFound(way);
  for (const way of singleBests(network, request, bounds, critical)) addFound(way);

  /** Carries one way on by a leg. The way stands at the leg's hub with these sums, waiting not yet paid. */
  const board = (
    leg: number,
    costs: number,
    decays: number,
    emissions: number,
    legs: number,
    ready: number,
    before: number,
    at: number,
    bag: Front | undefined,
  ): boolean => {
    const hub = to[leg]!;
    const arrival = arrive[leg]!;
    if (hub === request.to) {
      if (decays - sourceDecay * (-ready - readyAt) > maxDecay || legs > maxLegs) return false;
      return (
        found.add(arrival, costs, decays, emissions, legs, ready, labels.length, none, 0) &&
        labels.add(leg, before) >= 0
      );
    }
    const on = width * next[leg]!;
    const leastDecay = decays + least[on + 2]! - waitDecay[hub]! * arrival;
    const leastLegs = legs + least[on + 4]!;
    if (leastDecay - sourceDecay * (-ready - readyAt) > maxDecay || leastLegs > maxLegs) return false;
    if (
      found.covers(
        least[on]!,
        costs + least[on + 1]! - waitCost[hub]! * arrival,
        leastDecay,
        emissions + least[on + 3]!,
        leastLegs,
        ready,
      )
    )
      return false;
    if (words > 0) {
      const number = critical[hub]!;
      for (let word = 0; word < words; word++)
        visited[word] = bag === undefined ? 0 : bag.visited[at * words + word]!;
      if (number >= 0) {
        const word = (number / 31) | 0;
        const bit = 1 << (number % 31);
        if ((visited[word]! & bit) !== 0) return false;
        visited[word] = visited[word]! | bit;
      }
    }
    const mine = (bags[hub] ??= new Front(words));
    return (
      mine.add(
        arrival + minTransfer[hub]!,
        costs - waitCost[hub]! * arrival,
        decays - waitDecay[hub]! * arrival,
        emissions,
        legs,
        ready,
        labels.length,
        visited,
        0,
      ) && labels.add(leg, before) >= 0
    );
  };

  const read = (leg: number): boolean => {
    if (useful[leg] === 0) return false;
    const start = from[leg]!;
    const departure = depart[leg]!;
    if (start === request.from) {
      const waited = departure - readyAt;
      return board(
        leg,
        cost[leg]! + waitCost[start]! * waited,
        decay[leg]! + waitDecay[start]! * waited,
        co2e[leg]!,
        1,
        -Math.min(departure, windowEnd),
        -1,
        0,
        undefined,
      );
    }
    const bag = bags[start];
    if (bag === undefined) return false;
    let added = false;
    const { values } = bag;
    const paid = waitCost[start]! * departure + cost[leg]!;
    const spoilt = waitDecay[start]! * departure + decay[leg]!;
    for (let at = 0; at < bag.length; at++) {
      const v = at * size;
      if (values[v]! > departure) continue;
      if (
        board(
          leg,
          values[v + 1]! + paid,
          values[v + 2]! + spoilt,
          values[v + 3]! + co2e[leg]!,
          values[v + 4]! + 1,
          values[v + 5]!,
          bag.labels[at]!,
          at,
          bag,
        )
      )
        added = true;
    }
    return added;
  };

  for (let begin = first; begin < from.length;) {
    let end = begin;
    let again = false;
    while (end < from.length && depart[end] === depart[begin]) again = instant[end++] === 1 || again;
    do {
      let added = false;
      for (let leg = begin; leg < end; leg++) added = read(leg) || added;
      again &&= added;
    } while (again);
    begin = end;
  }
  return Array.from({ length: found.length }, (_, at) => {
    const v = at * size;
    return {
      legs: labels.way(found.labels[at]!),
      arrive: found.values[v]!,
      cost: found.values[v + 1]!,
      decay: found.values[v + 2]!,
      co2e: found.values[v + 3]!,
      ready: -found.values[v + 5]!,
    };
  });
}
