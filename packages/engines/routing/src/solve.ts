import { boundsOf, width, type Bounds } from './bounds.ts';
import { Corners } from './corners.ts';
import { floorOf } from './floor.ts';
import { Front, weightsOf } from './front.ts';
import { reusing } from './memory.ts';
import { narrowed, openLegs, renumbered } from './narrow.ts';
import { Onward } from './onward.ts';
import { figure, figureRow, type Legs, type Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import type { RoughlyOpen } from './rough.ts';
import { scouted } from './scout.ts';
import { search } from './search.ts';
import { singleBests } from './single-bests.ts';
import { measure, repeatedHubs, vectorOf, type Way } from './way.ts';

/**
 * The exact front of the ways that visit no hub twice.
 *
 * **From rough to exact.** What the ways known beat needs no look. A few good ones are scouted; of 72,000 legs these
 * leave some 7,000 that might lead to something new, by a floor that is found without reading the timetable. Over these
 * exact bounds are made, and more good ways read off, a third of the front; with both some 2,000 legs stay, and over
 * those the corners are made, with which the search begins. The ways known visit no hub twice, so they stand for the
 * legs left out in every round; and a leg that only ways which visit a hub twice could use may be left out as well.
 *
 * **Round by round.**
 * First all ways are searched, whatever they repeat. If each vector of that front has a way without a repeated hub,
 * it is the front asked for: nothing among all ways beats one of its vectors, so nothing among fewer does; and any
 * other way of the fewer is matched or beaten by one of the front, which is among the fewer as well. Otherwise the
 * hubs that were repeated become critical — the search then keeps apart ways that have visited other critical hubs,
 * and forbids a second visit — and it is done again. Each round searches a set of ways between the last one's and
 * the one asked for, and makes at least one more hub critical, so it ends, and by the same argument with the exact front.
 * A later round looks only for what the dropped ways had beaten: all else is known, or matched by what is.
 *
 * @param legs those that may be part of something new, with their `bounds`
 * @param known ways that count here
 * @param standing ways that leave after all that count here
 * @returns the ways that none beats, of those that count here
 */
function solve(
  whole: Prepared,
  request: Request,
  { legs, bounds }: Ground,
  known: Way[],
  standing: readonly Way[],
  critical: Int32Array,
): Way[] {
  let count = critical.reduce((most, one) => Math.max(most, one), -1) + 1;
  let dropped: Way[] = [];
  for (;;) {
    // What is to be had at every ready time there is here: what it beats is needed at none.
    const found = frontOf(standing);
    for (const way of known) if (way.ready >= request.lastReady) found.add(...vectorOf(way), 0);
    found.floors = bestOf(dropped).map(vectorOf);
    const open = openLegs(whole, legs, request, bounds, found);
    if (open.legs.length === 0) return unbeaten(known, standing);
    legs = narrowed(legs, request, open.legs);
    bounds = boundsOf(legs, request);
    const corners = new Corners(legs, request, bounds, open.reached, found);
    const ways = search(whole, legs, request, bounds, corners, critical, standing, lastFirst(known), dropped);
    dropped = [];
    for (const way of ways) {
      if (way.repeats) dropped.push(way);
      else known.push(way);
      for (const hub of repeatedHubs(whole, way.legs)) if (critical[hub]! < 0) critical[hub] = count++;
    }
    if (dropped.length === 0) return unbeaten(known, standing);
  }
}

const lastFirst = (ways: readonly Way[]): Way[] => ways.toSorted((a, b) => b.ready - a.ready);

/** Legs to search, and what any way on from them needs. */
interface Ground {
  legs: Legs;
  bounds: Bounds;
}

/** Of ways those that none beats of what can be had when they are, `standing` included. */
function unbeaten(ways: readonly Way[], standing: readonly Way[]): Way[] {
  const front = frontOf(standing);
  const sorted = lastFirst(ways);
  const all: Way[] = [];
  for (let at = 0; at < sorted.length;) {
    const begin = at;
    for (; at < sorted.length && sorted[at]!.ready === sorted[begin]!.ready; at++)
      front.add(...vectorOf(sorted[at]!), standing.length + at);
    for (let entry = 0; entry < front.length; entry++) {
      const way = front.labels[entry]! - standing.length;
      if (way >= begin) all.push(sorted[way]!);
    }
  }
  return all;
}

/** The front that ways make of which none beats another, each by its number among them. */
function frontOf(ways: readonly Way[]): Front {
  const front = new Front();
  front.addApart(ways.map(vectorOf), (at) => at);
  return front;
}

/** Of ways those that none beats, whenever they leave. */
function bestOf(ways: readonly Way[]): Way[] {
  const front = new Front();
  for (const [at, way] of ways.entries()) front.add(...vectorOf(way), at);
  return Array.from(front.labels.subarray(0, front.length), (at) => ways[at]!);
}

/**
 * The ways of the exact front; none where there is no way, or where an end is banned. A window is gone through from its
 * end, a few departures at a time: what was found in those after stands, because it can still be had, and what it beats
 * needs no look. Hubs that were critical once are so from then on: they would mostly be again.
 */
export const findWays = (whole: Prepared, request: Request, openRoughly: RoughlyOpen): Way[] =>
  reusing(() => waysOf(whole, request, openRoughly));

function waysOf(whole: Prepared, request: Request, openRoughly: RoughlyOpen): Way[] {
  const { from, to, readyAt, lastReady, avoidHub } = request;
  if (avoidHub[from] === 1 || avoidHub[to] === 1) return [];
  if (from === to) return stay(whole, request);
  const floor = floorOf(whole, request);
  if (floor.hubs[width * from] === Infinity) return [];
  const groundFor = (part: Request, known: readonly Way[]): Ground => {
    const legs = renumbered(whole, part, openRoughly(part, floor, frontOf(bestOf(known))));
    return { legs, bounds: boundsOf(legs, part) };
  };
  const critical = new Int32Array(whole.hubIds.length).fill(-1);
  const end = { ...request, leaveFrom: lastReady };
  const known = scouted(whole, end, floor);
  const ground = groundFor(end, known);
  known.push(...singleBests(whole, ground.legs, end, ground.bounds));
  const found = frontOf(bestOf(known));
  const onward = new Onward(whole, ground.legs, end, ground.bounds, weightsOf(found));
  known.push(...onward.ways(end, found));
  const all = solve(whole, end, ground, known, [], critical);
  if (lastReady === readyAt) return all;
  const before = { ...request, leaveBefore: lastReady };
  const remaining = groundFor(before, all);
  const onwardBefore = new Onward(whole, remaining.legs, before, remaining.bounds, weightsOf(frontOf(all)));
  let standing = [...all];
  const during = (minutes: readonly number[]): Request => {
    const [first, last] = [minutes[0]!, minutes.at(-1)!];
    return { ...request, leaveFrom: first, leaveBefore: last + 1, lastReady: last };
  };
  const searchPart = (part: Request, ground: Ground): void => {
    const ways = solve(whole, part, ground, onwardBefore.ways(part, frontOf(standing)), standing, critical);
    all.push(...ways);
    standing = bestOf([...standing, ...ways]);
  };
  const searchStretch = (stretch: readonly number[]): void => {
    const ground = narrowGround(whole, during(stretch), remaining, standing);
    for (const some of fromTheEnd(stretch, together)) reusing(() => searchPart(during(some), ground));
  };
  for (const stretch of fromTheEnd(departuresOf(remaining.legs, from), together * stretchParts))
    reusing(() => searchStretch(stretch));
  return all;
}

/** Cargo that is where it shall be has arrived: for each ready time up to the latest arrival. */
function stay(whole: Prepared, request: Request): Way[] {
  const way = { ...measure(whole, request, []), ready: Math.min(request.lastReady, request.latestArrival) };
  return way.arrive <= request.latestArrival && request.maxDecay >= 0 && request.maxLegs >= 1 ? [way] : [];
}

/**
 * How many departures are searched together. Each part is narrowed by what was found in those after it: the fewer, the
 * less is searched in vain, and the oftener is the ground looked over.
 */
const together = 4;
/** How many such parts the ground is looked over for at once before it is for each. */
const stretchParts = 4;

/** What of a ground is left by ways that leave after all that count here. */
function narrowGround(
  whole: Prepared,
  request: Request,
  { legs, bounds }: Ground,
  standing: readonly Way[],
): Ground {
  const open = openLegs(whole, legs, request, bounds, frontOf(standing));
  const some = narrowed(legs, request, open.legs);
  return { legs: some, bounds: boundsOf(some, request) };
}

/** A list in pieces of a length, the last first. */
function* fromTheEnd(list: readonly number[], length: number): Generator<readonly number[]> {
  for (let end = list.length; end > 0; end -= length) yield list.slice(Math.max(0, end - length), end);
}

/** The minutes in which something leaves a hub. */
function departuresOf({ figures, firstPlace, legOf }: Legs, hub: number): number[] {
  const minutes = new Set<number>();
  for (let place = firstPlace[hub]!; legOf[place]! >= 0; place++)
    minutes.add(figures[figureRow * legOf[place]! + figure.depart]!);
  return [...minutes];
}
