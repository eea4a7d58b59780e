import { Bag } from './bag.ts';
import { width, type Bounds } from './bounds.ts';
import { Front, size } from './front.ts';
import { Labels, sums } from './labels.ts';
import type { Prepared } from './prepare.ts';
import { Queue } from './queue.ts';
import type { Request } from './request.ts';
import { singleBests } from './single-bests.ts';
import type { Way } from './way.ts';

export function search(
  network: Prepared,
  request: Request,
  bounds: Bounds,
  critical: Int32Array,
  known: readonly Way[],
): Way[] {
  const { to, depart, arrive, co2e, next, legOf, better, waitCost, waitDecay } = network;
  const { boardCost, boardDecay, rideCost, rideDecay } = network;
  const { least, useful, source } = bounds;
  const { readyAt, maxDecay, maxLegs, windowEnd, avoidLeg } = request;
  const sourceDecay = waitDecay[request.from]!;
  const words = Math.ceil((Math.max(-1, ...critical) + 1) / 31);
  const labels = new Labels(words);
  const queue = new Queue();
  const found = new Front();
  const bags: (Bag | undefined)[] = Array.from({ length: network.hubIds.length });

  const addFound = (way: Way): void => {
    if (found.covers(way.arrive, way.cost, way.decay, way.co2e, way.legs.length, -way.ready) >= 0) return;
    let label = -1;
    for (const leg of way.legs) label = labels.add(leg, label);
    found.add(way.arrive, way.cost, way.decay, way.co2e, way.legs.length, -way.ready, label);
  };
  for (const way of known) addFound(way);
  for (const way of singleBests(network, request, bounds, critical)) addFound(way);
  const weights = weightsOf(found);

  /** Carries a way on by every leg it can board and that may lead to something new. */
  const expand = (label: number, hub: number, until: number): void => {
    const place = labels.place[label]!;
    const l = label * sums;
    const costs = labels.values[l]!;
    const decays = labels.values[l + 1]!;
    const emissions = labels.values[l + 2]!;
    const legs = labels.values[l + 3]! + 1;
    const ready = labels.values[l + 4]!;
    const atSource = hub === request.from;
    for (let at = place; at < until && legOf[at]! >= 0; at++) {
      const leg = legOf[at]!;
      if (useful[leg] === 0) continue;
      if (better[leg]! >= place) {
        const other = legOf[better[leg]!]!;
        if (avoidLeg[other] === 0 && (!atSource || depart[other]! >= windowEnd)) continue;
      }
      const end = to[leg]!;
      const lastReady = atSource ? -Math.min(depart[leg]!, windowEnd) : ready;
      const gas = emissions + co2e[leg]!;
      if (end === request.to) {
        const decay = decays + boardDecay[leg]!;
        if (decay - sourceDecay * (-lastReady - readyAt) > maxDecay || legs > maxLegs) continue;
        const cost = costs + boardCost[leg]!;
        if (found.add(arrive[leg]!, cost, decay, gas, legs, lastReady, labels.length)) labels.add(leg, label);
        continue;
      }
      const on = width * next[leg]!;
      const cost = costs + rideCost[leg]!;
      const decay = decays + rideDecay[leg]!;
      const leastDecay = decay + least[on + 2]!;
      const leastLegs = legs + least[on + 4]!;
      if (leastDecay - sourceDecay * (-lastReady - readyAt) > maxDecay || leastLegs > maxLegs) continue;
      const leastCost = cost + least[on + 1]!;
      const leastGas = gas + least[on + 3]!;
      const by = found.covers(least[on]!, leastCost, leastDecay, leastGas, leastLegs, lastReady);
      if (by >= 0) {
        const b = at * width;
        if (
          !atSource &&
          found.coversAt(
            by,
            least[b]!,
            costs + least[b + 1]!,
            decays + least[b + 2]!,
            emissions + least[b + 3]!,
            legs - 1 + least[b + 4]!,
            ready,
          )
        )
          return;
        continue;
      }
      const number = critical[end]!;
      const word = (number / 31) | 0;
      const bit = number < 0 ? 0 : 1 << (number % 31);
      if (bit !== 0 && (labels.visited[label * words + word]! & bit) !== 0) continue;
      const child = labels.add(leg, label);
      if (words > 0) {
        labels.visited.copyWithin(child * words, label * words, label * words + words);
        if (bit !== 0) labels.visited[child * words + word]! |= bit;
      }
      labels.place[child] = next[leg]!;
      labels.seen[child] = found.logged;
      const c = child * sums;
      labels.values[c] = cost;
      labels.values[c + 1] = decay;
      labels.values[c + 2] = gas;
      labels.values[c + 3] = legs;
      labels.values[c + 4] = lastReady;
      queue.push(
        weights[0]! * least[on]! +
          weights[1]! * leastCost +
          weights[2]! * leastDecay +
          weights[3]! * leastGas +
          weights[4]! * leastLegs,
        child,
      );
    }
  };

  const start = labels.add(-1, -1);
  labels.place[start] = source;
  labels.values[start * sums] = -waitCost[request.from]! * readyAt;
  labels.values[start * sums + 1] = -waitDecay[request.from]! * readyAt;
  labels.values[start * sums + 2] = 0;
  labels.values[start * sums + 3] = 0;
  labels.values[start * sums + 4] = 0;
  expand(start, request.from, Infinity);
  for (let label = queue.pop(); label >= 0; label = queue.pop()) {
    const place = labels.place[label]!;
    const hub = to[labels.leg[label]!]!;
    const b = width * place;
    const l = label * sums;
    const { values } = labels;
    if (
      found.coversSince(
        labels.seen[label]!,
        least[b]!,
        values[l]! + least[b + 1]!,
        values[l + 1]! + least[b + 2]!,
        values[l + 2]! + least[b + 3]!,
        values[l + 3]! + least[b + 4]!,
        values[l + 4]!,
      )
    )
      continue;
    const bag = (bags[hub] ??= new Bag(labels, words));
    const until = bag.neededUntil(label);
    if (until <= place) continue;
    bag.add(label);
    expand(label, hub, until);
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

function weightsOf(found: Front): number[] {
  return Array.from({ length: width }, (_, criterion) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = 0; at < found.length; at++) {
      const value = found.values[at * size + criterion]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return 1 / Math.max(1, high - low);
  });
}
