import { width } from './bounds.ts';
import type { Floor } from './floor.ts';
import { figure, figureRow, link, linkRow, type Prepared } from './prepare.ts';
import { Queue } from './queue.ts';
import type { Request } from './request.ts';
import { Front, weightsOf } from './front.ts';
import { isWithin, measure, vectorOf, type Way } from './way.ts';

/**
 * A few good ways, found without reading the timetable: for each of some weights one whose weighted sum is small. First
 * each criterion for itself, measured by the floor, and all together; then, measured by the ranges of what that found,
 * every choice of criteria. The rest always count a little, so that of equals the better is taken. Which ways these
 * are changes how much is left to search, never what is found.
 */
export function scouted(network: Prepared, request: Request, floor: Floor): Way[] {
  const ways: Way[] = [];
  const found = new Front();
  const queue = new Queue();
  const { firstPlace, legOf, depart } = network;
  let first = firstPlace[request.from]!;
  let end = firstPlace[request.from + 1]! - 1;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (depart[legOf[middle]!]! < request.leaveFrom) first = middle + 1;
    else end = middle;
  }
  const send = (weights: number[]): void => {
    const legs = scout(network, request, floor, weights, first, queue);
    if (legs === null) return;
    const way = measure(network, request, legs);
    if (isWithin(network, request, way) && found.add(...vectorOf(way), 0)) ways.push(way);
  };
  const f = width * request.from;
  const all = Array.from({ length: width }, (_, at) => 1 / Math.max(1, floor.hubs[f + at]!));
  for (let criterion = 0; criterion < width; criterion++)
    send(all.map((weight, at) => (at === criterion ? weight : weight / 50)));
  send(all);
  const ranges = weightsOf(found);
  for (let some = 1; some < 2 ** width; some++)
    send(ranges.map((weight, at) => ((some >> at) & 1 ? weight : weight / 20)));
  return ways;
}

/**
 * A way whose weighted sum is small, null if none is come upon. One way a hub is kept, hubs in the order of sum and
 * floor (A*).
 * @param first the first place at the start from which one can leave
 */
function scout(
  network: Prepared,
  request: Request,
  floor: Floor,
  weights: number[],
  first: number,
  queue: Queue,
): number[] | null {
  const { links, figures, firstPlace, legOf, waitCost, waitDecay } = network;
  const { from, to, readyAt, avoidLeg, latestArrival } = request;
  const [w0, w1, w2, w3, w4] = weights as [number, number, number, number, number];
  const hubCount = network.hubIds.length;
  const into = new Int32Array(hubCount).fill(-1);
  const value = new Float64Array(hubCount).fill(Infinity);
  const done = new Uint8Array(hubCount);
  queue.length = 0;
  const { hubs, groups } = floor;
  value[from] = 0;
  for (let hub = from; hub >= 0; hub = queue.pop()) {
    if (done[hub] === 1) continue;
    done[hub] = 1;
    if (hub === to) {
      const legs: number[] = [];
      for (let at = to; at !== from; at = network.from[into[at]!]!) legs.push(into[at]!);
      return legs.toReversed();
    }
    const since = hub === from ? readyAt : figures[figureRow * into[hub]! + figure.arrive]!;
    let place = hub === from ? first : links[linkRow * into[hub]! + link.next]!;
    const end = firstPlace[hub + 1]! - 1;
    const rate = w0 + w1 * waitCost[hub]! + w2 * waitDecay[hub]!;
    const h = width * hub;
    const least =
      value[hub]! +
      w0 * hubs[h]! +
      w1 * hubs[h + 1]! +
      w2 * hubs[h + 2]! +
      w3 * hubs[h + 3]! +
      w4 * hubs[h + 4]!;
    let best = Infinity;
    for (; place < end; place++) {
      const leg = legOf[place]!;
      const l = linkRow * leg;
      const f = figureRow * leg;
      if (least + rate * (figures[f + figure.depart]! - since) >= best) break;
      const on = links[l + link.to]!;
      const arrival = figures[f + figure.arrive]!;
      const g = width * links[l + link.group]!;
      if (done[on] === 1 || groups[g] === Infinity || avoidLeg[leg] === 1 || arrival > latestArrival)
        continue;
      const sum =
        value[hub]! +
        w0 * (arrival - since) +
        w1 * (figures[f + figure.boardCost]! - waitCost[hub]! * since) +
        w2 * (figures[f + figure.boardDecay]! - waitDecay[hub]! * since) +
        w3 * figures[f + figure.co2e]! +
        w4;
      const key =
        sum -
        w4 +
        w0 * groups[g]! +
        w1 * groups[g + 1]! +
        w2 * groups[g + 2]! +
        w3 * groups[g + 3]! +
        w4 * groups[g + 4]!;
      if (key < best) best = key;
      if (sum < value[on]!) {
        value[on] = sum;
        into[on] = leg;
        queue.push(key, on);
      }
    }
  }
  return null;
}
