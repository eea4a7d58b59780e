import { Bag } from './bag.ts';
import { width, type Bounds } from './bounds.ts';
import type { Corners } from './corners.ts';
import { Front, weightsOf } from './front.ts';
import { Labels, sums } from './labels.ts';
import { figure, figureRow, link, linkRow, type Legs, type Prepared } from './prepare.ts';
import { Queue } from './queue.ts';
import type { Request } from './request.ts';
import { measure, vectorOf, type Way } from './way.ts';

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
 * more of the sums above, makes the other needless for whoever can board both (`link.better`).
 *
 * **Why nothing is lost by both together.** Each (way, leg) left out has another at least as good, of a way carried
 * on before or of an earlier leg; following these never goes in a circle, so it ends at one that is tried.
 *
 * **Why so few are tried.** `bounds` says of every place the least of each criterion up to the target. What with these
 * is matched or beaten in everything by a way found can add nothing new; and if that one way found already beats all
 * that leaves from a place on, a way needn't look at later departures. Ways are carried on in the order of the sum
 * of the five bounds, each by its weight: what makes a way needless, at its hub or at the target, has no greater sum,
 * so it comes first (of equal sums either may, which costs time and nothing else), and hardly a way is carried on in
 * vain. As the order isn't that of time, legs of no duration need no care of their own.
 *
 * **Ready times** are gone through from the last one: the ways that begin with each departure in turn. Those found
 * already leave later, so they can still be had: they stand to be compared with, their waiting counted from the start
 * of the window like everybody's. What can't match them is dropped; what beats them takes their place for all earlier
 * ready times. So ready times are never compared, and each search only looks for what is new.
 *
 * @param critical for each hub its number among the critical ones, or −1
 * @param standing ways of which none beats another and that leave after all that are searched
 * @param known ways that need not be found again, the last ready time first
 * @param dropped where there are any: whatever isn't known yet is matched by one of them
 * @returns the ways that are new
 */
export function search(
  whole: Prepared,
  { links, figures, firstPlace, legOf }: Legs,
  request: Request,
  { least, via }: Bounds,
  corners: Corners,
  critical: Int32Array,
  standing: readonly Way[],
  known: readonly Way[],
  dropped: readonly Way[],
): Way[] {
  const { waitCost, waitDecay } = whole;
  const { readyAt, maxLegs, lastReady } = request;
  const words = Math.ceil((critical.reduce((most, one) => Math.max(most, one), -1) + 1) / 31);
  const labels = new Labels(words);
  const queue = new Queue();
  const found = new Front();
  found.addApart(standing.map(vectorOf), () => -1);
  const bags: (Bag | undefined)[] = Array.from({ length: whole.hubIds.length });
  let weights: number[] = [];
  let maxDecay = request.maxDecay;

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
      const leg = legOf[at]!;
      const k = linkRow * leg;
      if (links[k + link.better]! >= place) continue;
      const leastCost = costs + via[v + 1]!;
      const leastDecay = decays + via[v + 2]!;
      const leastGas = emissions + via[v + 3]!;
      const leastLegs = legs + via[v + 4]!;
      if (leastDecay > maxDecay || leastLegs > maxLegs) continue;
      const by = found.covers(earliest, leastCost, leastDecay, leastGas, leastLegs);
      if (by >= 0) {
        const allBeaten = found.coversAt(
          by,
          least[v]!,
          costs + least[v + 1]!,
          decays + least[v + 2]!,
          emissions + least[v + 3]!,
          legs + least[v + 4]!,
        );
        if (allBeaten) return;
        continue;
      }
      if (found.floors.length > 0 && !found.mayBeNew(earliest, leastCost, leastDecay, leastGas, leastLegs))
        continue;
      const hubOn = links[k + link.to]!;
      if (hubOn === request.to) {
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
      labels.place[child] = links[k + link.next]!;
      const f = figureRow * leg;
      const c = child * sums;
      labels.values[c] = costs + figures[f + figure.rideCost]!;
      labels.values[c + 1] = decays + figures[f + figure.rideDecay]!;
      labels.values[c + 2] = emissions + figures[f + figure.co2e]!;
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
    const hub = links[linkRow * labels.leg[label]! + link.to]!;
    const b = width * place;
    const l = label * sums;
    const { values } = labels;
    const beaten =
      found.covers(
        least[b]!,
        values[l]! + least[b + 1]!,
        values[l + 1]! + least[b + 2]!,
        values[l + 2]! + least[b + 3]!,
        values[l + 3]! + least[b + 4]!,
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
    if (corners.hopeless(place, values[l]!, values[l + 1]!, values[l + 2]!, values[l + 3]!, found)) return;
    const bag = (bags[hub] ??= new Bag(labels, words));
    const until = bag.neededUntil(label);
    if (until <= place) return;
    bag.add(label);
    expand(label, hub, until);
  };

  /** The legs up to a label, in the whole network's numbers. */
  const wayTo = (label: number): number[] =>
    labels.way(label).map((leg) => links[linkRow * leg + link.origin]!);

  const answer: Way[] = [];
  let added = 0;
  /** Searches the ways that leave from a place on and before another: all that the last ready time of theirs has new. */
  const searchFrom = (place: number, until: number, ready: number): void => {
    const mark = labels.length;
    // Waiting is counted from the start of the window; who is ready later has spoilt less by so much.
    maxDecay = request.maxDecay + waitDecay[request.from]! * (ready - readyAt);
    for (; added < known.length && known[added]!.ready >= ready; added++)
      found.add(...vectorOf(known[added]!), -1);
    weights = weightsOf(found);
    found.floors = dropped.filter((way) => way.ready >= ready).map(vectorOf);
    if (dropped.length === 0 || found.floors.length > 0) begin(place, until);
    for (let at = 0; at < found.length; at++)
      if (found.labels[at]! >= mark) answer.push(measure(whole, request, wayTo(found.labels[at]!)));
  };

  const first = firstPlace[request.from]!;
  let until = firstPlace[request.from + 1]! - 1;
  const leaves = (place: number): number =>
    Math.min(lastReady, figures[figureRow * legOf[place]! + figure.depart]!);
  while (until > first) {
    const ready = leaves(until - 1);
    let place = until - 1;
    while (place > first && leaves(place - 1) === ready) place--;
    searchFrom(place, until, ready);
    until = place;
  }
  return answer;
}
