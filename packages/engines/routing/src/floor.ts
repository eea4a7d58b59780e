import { width } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/**
 * What any way from a hub to the target takes at least, whenever it leaves: minutes, cost, decay, co2e, legs by hub,
 * Infinity where there is none. Between two hubs counts the best of all departures, and of waiting only the time for
 * changing. Loose, but found without reading the timetable.
 */
export function floorOf(network: Prepared, request: Request): Float64Array {
  const { pairsInto, pairFrom, pairLeast, minTransfer, waitCost, waitDecay } = network;
  const { from, to, avoidHub } = request;
  const hubCount = network.hubIds.length;
  const floor = new Float64Array(width * hubCount).fill(Infinity);
  floor.fill(0, width * to, width * to + width);
  const queued = new Uint8Array(hubCount);
  let row = [to];
  while (row.length > 0) {
    const next: number[] = [];
    for (const hub of row) {
      queued[hub] = 0;
      const f = width * hub;
      const change = hub === to ? 0 : minTransfer[hub]!;
      const minutes = floor[f]! + change;
      const cost = floor[f + 1]! + change * waitCost[hub]!;
      const decay = floor[f + 2]! + change * waitDecay[hub]!;
      const gas = floor[f + 3]!;
      const legs = floor[f + 4]! + 1;
      for (let pair = pairsInto[hub]!; pair < pairsInto[hub + 1]!; pair++) {
        const before = pairFrom[pair]!;
        if (avoidHub[before] === 1 || before === to) continue;
        const p = 4 * pair;
        const lower = [
          minutes + pairLeast[p]!,
          cost + pairLeast[p + 1]!,
          decay + pairLeast[p + 2]!,
          gas + pairLeast[p + 3]!,
          legs,
        ];
        let less = false;
        for (let at = 0; at < width; at++)
          if (lower[at]! < floor[width * before + at]!) {
            floor[width * before + at] = lower[at]!;
            less = true;
          }
        // No way goes on from where it began: what is before the start is of no account.
        if (less && before !== from && queued[before] === 0) {
          queued[before] = 1;
          next.push(before);
        }
      }
    }
    row = next;
  }
  return floor;
}
