import { width } from './bounds.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/** Minutes, cost, decay, co2e, legs: `width` a hub or group, Infinity where there is no way. */
export interface Floor {
  /** From a departure at the hub on. */
  hubs: Float64Array;
  /** From the arrival by a leg of the group on, the leg itself counted. */
  groups: Float64Array;
}

/**
 * What any way to the target takes at least, whenever it leaves. Between two hubs counts the best of all departures in
 * each criterion, and at a change the shortest wait that there ever is from the one pair of hubs to the other. Loose, but
 * found without reading the timetable. Ways that go straight back to where they came from aren't looked at: none of
 * them counts.
 */
export function floorOf(network: Prepared, request: Request): Floor {
  const { pairFrom, pairTo, pairLeast, groupPairs, groupsInto, turnRow, turnWait } = network;
  const { waitCost, waitDecay } = network;
  const { from, to, avoidHub } = request;
  const hubs = new Float64Array(width * network.hubIds.length).fill(Infinity);
  hubs.fill(0, width * to, width * to + width);
  const groups = new Float64Array(width * (groupPairs.length - 1)).fill(Infinity);
  const queued = new Uint8Array(groupPairs.length - 1);
  let row: number[] = [];
  for (let group = groupsInto[to]!; group < groupsInto[to + 1]!; group++) {
    groups.fill(0, width * group, width * group + width - 1);
    groups[width * group + width - 1] = 1;
    row.push(group);
  }
  while (row.length > 0) {
    const next: number[] = [];
    for (const after of row) {
      queued[after] = 0;
      const g = width * after;
      for (let pair = groupPairs[after]!; pair < groupPairs[after + 1]!; pair++) {
        const hub = pairFrom[pair]!;
        const on = pairTo[pair]!;
        if (avoidHub[hub] === 1 || hub === to || hub === on) continue;
        const p = 4 * pair;
        const minutes = groups[g]! + pairLeast[p]!;
        const cost = groups[g + 1]! + pairLeast[p + 1]!;
        const decay = groups[g + 2]! + pairLeast[p + 2]!;
        const gas = groups[g + 3]! + pairLeast[p + 3]!;
        const legs = groups[g + 4]!;
        lower(hubs, width * hub, minutes, cost, decay, gas, legs);
        // No way goes on from where it began: what is before the start is of no account.
        if (hub === from) continue;
        const costRate = waitCost[hub]!;
        const decayRate = waitDecay[hub]!;
        let turn = turnRow[pair]!;
        for (let group = groupsInto[hub]!; group < groupsInto[hub + 1]!; group++, turn++) {
          const wait = turnWait[turn]!;
          if (wait === Infinity) continue;
          const less = lower(
            groups,
            width * group,
            minutes + wait,
            cost + wait * costRate,
            decay + wait * decayRate,
            gas,
            legs + 1,
          );
          if (less && queued[group] === 0) {
            queued[group] = 1;
            next.push(group);
          }
        }
      }
    }
    row = next;
  }
  return { hubs, groups };
}

/** Whether something got less. */
function lower(
  values: Float64Array,
  at: number,
  minutes: number,
  cost: number,
  decay: number,
  gas: number,
  legs: number,
): boolean {
  let less = false;
  if (minutes < values[at]!) {
    values[at] = minutes;
    less = true;
  }
  if (cost < values[at + 1]!) {
    values[at + 1] = cost;
    less = true;
  }
  if (decay < values[at + 2]!) {
    values[at + 2] = decay;
    less = true;
  }
  if (gas < values[at + 3]!) {
    values[at + 3] = gas;
    less = true;
  }
  if (legs < values[at + 4]!) {
    values[at + 4] = legs;
    less = true;
  }
  return less;
}
