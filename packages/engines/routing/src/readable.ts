import type { Itinerary } from './types.ts';

const criteria = ['arrive', 'cost', 'co2e', 'transfers', 'decay'] as const;

/**
 * A front as a person can take it in: the best of each criterion (of equals the best in the others), then up to `k`
 * more, each the one farthest from all chosen, criteria measured by their range over the front (the greedy k-centre of
 * Gonzalez 1985). In the order of the front; the front itself stays the answer.
 */
export function readable(front: readonly Itinerary[], k: number): Itinerary[] {
  const ranges = criteria.map((criterion) => {
    const values = front.map((one) => one[criterion]);
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
    return { criterion, low, span: high - low || 1 };
  });
  const points = front.map((one) => ranges.map(({ criterion, low, span }) => (one[criterion] - low) / span));
  const sums = points.map((point) => point.reduce((sum, value) => sum + value, 0));
  const chosen = new Set<number>();
  for (const at of criteria.keys()) {
    const best = [...points.keys()].toSorted(
      (a, b) => points[a]![at]! - points[b]![at]! || sums[a]! - sums[b]!,
    )[0];
    if (best !== undefined) chosen.add(best);
  }
  const apart = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0);
  const nearest = points.map((point) => Math.min(...[...chosen].map((at) => apart(point, points[at]!))));
  for (let more = 0; more < k && chosen.size < front.length; more++) {
    let farthest = -1;
    for (const [at, distance] of nearest.entries())
      if (!chosen.has(at) && (farthest < 0 || distance > nearest[farthest]!)) farthest = at;
    chosen.add(farthest);
    for (const [at, point] of points.entries())
      nearest[at] = Math.min(nearest[at]!, apart(point, points[farthest]!));
  }
  return [...chosen].toSorted((a, b) => a - b).map((at) => front[at]!);
}
