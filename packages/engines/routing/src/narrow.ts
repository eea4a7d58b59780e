import { width, type Bounds } from './bounds.ts';
import type { Front } from './front.ts';
import { floats, ints } from './memory.ts';
import { figure, figureRow, link, linkRow, type Legs, type Prepared, type Rows } from './prepare.ts';
import type { Request } from './request.ts';

/** Numbers of one place: cost and decay (both less the hub's waiting rate × the time), co2e, legs. */
const sums = 4;

/** Legs in their order, and the least of each sum with which one can stand before each of them, `sums` a leg. */
export interface Open {
  legs: Int32Array;
  reached: Float64Array;
}

/**
 * The legs that may be part of a way that is new: those for which no way found is at least as good as the least, in
 * each criterion, of all ways up to the leg and the least of all ways from it on. Read in the order of time, what leads
 * to a leg is counted over legs that were kept only.
 *
 * A leg left out is no loss: every way with it is matched or beaten by a way found, whatever hubs it visits.
 */
export function openLegs(
  { waitCost, waitDecay }: Prepared,
  { count, links, figures, firstPlace, legOf }: Legs,
  request: Request,
  { via }: Bounds,
  found: Front,
): Open {
  const { from, leaveFrom, leaveBefore } = request;
  const maxDecay = request.maxDecay + waitDecay[request.from]! * (request.lastReady - request.readyAt);
  let lowered = false;
  const reached = floats(sums * legOf.length, Infinity);
  const open = ints(count);
  let kept = 0;
  const start = sums * firstPlace[request.from]!;
  reached[start] = -waitCost[request.from]! * request.readyAt;
  reached[start + 1] = -waitDecay[request.from]! * request.readyAt;
  reached[start + 2] = 0;
  reached[start + 3] = 0;
  /** Whether the leg is kept; what it leads to is written down. */
  const read = (leg: number): boolean => {
    const l = linkRow * leg;
    const place = links[l + link.place]!;
    const at = sums * place;
    const costs = reached[at]!;
    if (costs === Infinity) return false;
    const f = figureRow * leg;
    const departure = figures[f + figure.depart]!;
    if (links[l + link.from] === from && (departure < leaveFrom || departure >= leaveBefore)) {
      lower(reached, at + sums, costs, reached[at + 1]!, reached[at + 2]!, reached[at + 3]!);
      return false;
    }
    const decays = reached[at + 1]!;
    const emissions = reached[at + 2]!;
    const legs = reached[at + 3]!;
    lower(reached, at + sums, costs, decays, emissions, legs);
    const v = width * place;
    if (
      via[v] === Infinity ||
      decays + via[v + 2]! > maxDecay ||
      legs + via[v + 4]! > request.maxLegs ||
      !found.mayBeNew(
        via[v]!,
        costs + via[v + 1]!,
        decays + via[v + 2]!,
        emissions + via[v + 3]!,
        legs + via[v + 4]!,
      )
    )
      return false;
    if (links[l + link.to] === request.to) return true;
    const less = lower(
      reached,
      sums * links[l + link.next]!,
      costs + figures[f + figure.rideCost]!,
      decays + figures[f + figure.rideDecay]!,
      emissions + figures[f + figure.co2e]!,
      legs + 1,
    );
    lowered ||= less;
    return true;
  };
  const leaves = (leg: number): number => figures[figureRow * leg + figure.depart]!;
  for (let leg = 0; leg < count;) {
    if (links[linkRow * leg + link.instant] === 0) {
      if (read(leg)) open[kept++] = leg;
      leg++;
      continue;
    }
    // Legs of no duration may lead to one of the same minute: it is read until nothing gets less.
    let end = leg + 1;
    while (end < count && leaves(end) === leaves(leg)) end++;
    const before = kept;
    do {
      kept = before;
      lowered = false;
      for (let at = leg; at < end; at++) if (read(at)) open[kept++] = at;
    } while (lowered);
    leg = end;
  }
  const legs = open.subarray(0, kept);
  const before = floats(sums * kept);
  for (let at = 0; at < kept; at++) {
    const r = sums * links[linkRow * legs[at]! + link.place]!;
    for (let sum = 0; sum < sums; sum++) before[sums * at + sum] = reached[r + sum]!;
  }
  return { legs, reached: before };
}

/** Some of the legs, with numbers of their own for them and their places. */
export const narrowed = (all: Legs, request: Request, some: Int32Array): Legs =>
  renumbered(all, request, rowsOf(all, some));

function rowsOf({ links, figures }: Rows, some: Int32Array): Rows {
  const count = some.length;
  const rows = {
    count,
    links: ints(linkRow * count),
    figures: floats(figureRow * count),
  };
  for (let leg = 0; leg < count; leg++) {
    for (let at = 0, l = linkRow * leg, from = linkRow * some[leg]!; at < linkRow; at++)
      rows.links[l + at] = links[from + at]!;
    for (let at = 0, f = figureRow * leg, from = figureRow * some[leg]!; at < figureRow; at++)
      rows.figures[f + at] = figures[from + at]!;
  }
  return rows;
}

/** Rows of some of the legs as legs to search over; their links are changed to numbers of their own. */
export function renumbered(all: Legs, request: Request, { count, links, figures }: Rows): Legs {
  const hubCount = all.firstPlace.length - 1;
  const firstPlace = ints(hubCount + 1, 0);
  for (let leg = 0; leg < count; leg++) firstPlace[links[linkRow * leg + link.from]! + 1]!++;
  for (let hub = 0; hub < hubCount; hub++) firstPlace[hub + 1]! += firstPlace[hub]! + 1;
  const placeCount = firstPlace[hubCount]!;
  const legOf = ints(placeCount, -1);
  /** The old place of each new one; what stands behind a hub's last keeps its place there. */
  const oldPlace = ints(placeCount);
  const filled = firstPlace.slice();
  for (let leg = 0; leg < count; leg++) {
    const l = linkRow * leg;
    const place = filled[links[l + link.from]!]!++;
    oldPlace[place] = links[l + link.place]!;
    links[l + link.place] = place;
    legOf[place] = leg;
  }
  for (let hub = 0; hub < hubCount; hub++) oldPlace[firstPlace[hub + 1]! - 1] = all.firstPlace[hub + 1]! - 1;
  const bans = request.avoidLeg.includes(1);
  /** The first new place of a hub that isn't before an old one. */
  const placeFrom = (hub: number, old: number): number => {
    let low = firstPlace[hub]!;
    let high = firstPlace[hub + 1]! - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (oldPlace[middle]! < old) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (let leg = 0; leg < count; leg++) {
    const l = linkRow * leg;
    links[l + link.next] = placeFrom(links[l + link.to]!, links[l + link.next]!);
    // Where the better leg was left out, all ways with it are matched already: the place before stands for it.
    const better = links[l + link.better]!;
    if (better < 0) continue;
    const hub = links[l + link.from]!;
    const banned = bans && request.avoidLeg[all.links[linkRow * all.legOf[better]! + link.origin]!] === 1;
    const stand = banned ? -1 : placeFrom(hub, better + 1) - 1;
    links[l + link.better] = stand < firstPlace[hub]! ? -1 : stand;
  }
  return { count, links, figures, firstPlace, legOf };
}

/** Whether something got less. */
function lower(reached: Float64Array, at: number, a: number, b: number, c: number, d: number): boolean {
  const less = a < reached[at]! || b < reached[at + 1]! || c < reached[at + 2]! || d < reached[at + 3]!;
  if (a < reached[at]!) reached[at] = a;
  if (b < reached[at + 1]!) reached[at + 1] = b;
  if (c < reached[at + 2]!) reached[at + 2] = c;
  if (d < reached[at + 3]!) reached[at + 3] = d;
  return less;
}
