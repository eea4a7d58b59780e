import { width } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import { Queue } from './queue.ts';
import type { Request } from './request.ts';
import { measure, type Way } from './way.ts';

/**
 * A few good ways, found without reading the timetable: for each of some weights a way whose weighted sum is small.
 * One way a hub is kept, hubs in the order of sum and floor (A*), so that not all departures are looked at. Which ways
 * these are changes how much is left to search, never what is found.
 */
export function scouted(network: Prepared, request: Request, floor: Float64Array): Way[] {
  const ways = new Map<string, Way>();
  for (const weights of mixes) {
    const legs = scout(
      network,
      request,
      floor,
      weights.map((weight, at) => weight / Math.max(1, floor[width * request.from + at]!)),
    );
    if (legs === null || legs.length > request.maxLegs) continue;
    const way = measure(network, request, legs);
    if (way.decay <= request.maxDecay) ways.set(legs.join(), way);
  }
  return [...ways.values()];
}

const mixes = (() => { const all:number[][]=[]; const e=0.02; for(let a=0;a<5;a++){const w=[e,e,e,e,e];w[a]=1;all.push(w);for(let b=0;b<a;b++){const v=[e,e,e,e,e];v[a]=1;v[b]=1;all.push(v);}} all.push([1,1,1,1,1]); return all;})();

function scout(network: Prepared, request: Request, floor: Float64Array, weights: number[]): number[] | null {
  const { firstPlace, legOf, toAt, nextAt, next, depart, arrive, cost, decay, co2e, waitCost, waitDecay, origin } = network;
  const { from, to, readyAt, avoidHub, avoidLeg, latestArrival } = request;
  const [w0, w1, w2, w3, w4] = weights as [number, number, number, number, number];
  const hubCount = network.hubIds.length;
  const into = new Int32Array(hubCount).fill(-1);
  const value = new Float64Array(hubCount).fill(Infinity);
  const done = new Uint8Array(hubCount);
  const queue = new Queue();
  const rest = (hub: number): number => {
    const f = width * hub;
    return w0 * floor[f]! + w1 * floor[f + 1]! + w2 * floor[f + 2]! + w3 * floor[f + 3]! + w4 * floor[f + 4]!;
  };
  value[from] = 0;
  for (let hub = from; hub >= 0; hub = queue.pop()) {
    if (done[hub] === 1) continue;
    done[hub] = 1;
    if (hub === to) {
      const legs: number[] = [];
      for (let at = to; at !== from; at = network.from[into[at]!]!) legs.push(into[at]!);
      return legs.toReversed();
    }
    const since = hub === from ? readyAt : arrive[into[hub]!]!;
    let place = hub === from ? firstPlace[hub]! : next[into[hub]!]!;
    const end = firstPlace[hub + 1]! - 1;
    if (hub === from) {
      let high=end; while (place < high) { const m=(place+high)>>1; if (depart[legOf[m]!]! < readyAt) place=m+1; else high=m; }
    }
    const rate = w0 + w1 * waitCost[hub]! + w2 * waitDecay[hub]!;
    const least = value[hub]! + rest(hub);
    let best = Infinity;
    for (; place < end; place++) {
      const leg = legOf[place]!;
      const waited = rate * (depart[leg]! - since);
      if (least + waited > best) break;
      const on = toAt[place]!;
      if (done[on] === 1 || avoidHub[on] === 1 || avoidLeg[origin[leg]!] === 1 || arrive[leg]! > latestArrival) continue;
      const sum = value[hub]! + waited + w0 * (arrive[leg]! - depart[leg]!) + w1 * cost[leg]! + w2 * decay[leg]! + w3 * co2e[leg]! + w4;
      const key = sum + rest(on);
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
