import { width, type Bounds } from './bounds.ts';
import type { Front } from './front.ts';
import type { Prepared } from './prepare.ts';
import type { Request } from './request.ts';

/**
 * Bounds that know what haste, or thrift, costs. The bounds of a place tell the least arrival and the least cost that
 * any way on can have, but seldom can one way have both. Here each place has a few points instead of one, its corners:
 * every way on needs at least what one of them says. A way under way is hopeless if for every corner one way found is
 * at least as good: whatever comes of it lies beyond one of them.
 *
 * They are made as the fronts of all places would be, from the last departure to the first; only where there would be
 * more than `most`, two that are close become one with the lesser of both in each criterion. A network with legs of no
 * duration has none (`cornersOf`): there one reading in the order of time isn't enough.
 */
export class Corners {
  readonly #points: Float64Array;
  readonly #counts: Int32Array;
  readonly #most: number;
  readonly #weights: readonly number[];

  constructor(
    network: Prepared,
    request: Request,
    { first }: Bounds,
    weights: readonly number[],
    most: number,
    reached: Float64Array,
    found: Front,
  ) {
    const { to, depart, arrive, co2e, place, next, legOf } = network;
    const { boardCost, boardDecay, rideCost, rideDecay } = network;
    this.#most = most;
    this.#weights = weights;
    this.#points = new Float64Array(legOf.length * most * width);
    this.#counts = new Int32Array(legOf.length);
    const points = this.#points;
    const row = most * width;
    for (let leg = depart.length - 1; leg >= first; leg--) {
      const at = place[leg]!;
      const count = this.#counts[at + 1]!;
      points.copyWithin(at * row, (at + 1) * row, (at + 1) * row + count * width);
      this.#counts[at] = count;
      const r = 4 * leg;
      const costs = reached[r]!;
      const decays = reached[r + 1]!;
      const emissions = reached[r + 2]!;
      const legs = reached[r + 3]!;
      if (to[leg] === request.to) {
        this.#add(at, arrive[leg]!, boardCost[leg]!, boardDecay[leg]!, co2e[leg]!, 1);
        continue;
      }
      const on = next[leg]!;
      const end = on * row + this.#counts[on]! * width;
      for (let v = on * row; v < end; v += width) {
        const b = points[v + 1]! + rideCost[leg]!;
        const c = points[v + 2]! + rideDecay[leg]!;
        const d = points[v + 3]! + co2e[leg]!;
        const e = points[v + 4]! + 1;
        if (found.mayBeNew(points[v]!, costs + b, decays + c, emissions + d, legs + e))
          this.#add(at, points[v]!, b, c, d, e);
      }
    }
  }

  #add(place: number, a: number, b: number, c: number, d: number, e: number): void {
    const points = this.#points;
    const [w0, w1, w2, w3, w4] = this.#weights as [number, number, number, number, number];
    const start = place * this.#most * width;
    for (;;) {
      const end = start + this.#counts[place]! * width;
      let kept = start;
      let near = -1;
      let least = Infinity;
      for (let v = start; v < end; v += width) {
        const A = points[v]!;
        const B = points[v + 1]!;
        const C = points[v + 2]!;
        const D = points[v + 3]!;
        const E = points[v + 4]!;
        if (A <= a && B <= b && C <= c && D <= d && E <= e) return;
        if (a <= A && b <= B && c <= C && d <= D && e <= E) continue;
        if (kept < v) {
          points[kept] = A;
          points[kept + 1] = B;
          points[kept + 2] = C;
          points[kept + 3] = D;
          points[kept + 4] = E;
        }
        const far =
          w0 * Math.abs(A - a) +
          w1 * Math.abs(B - b) +
          w2 * Math.abs(C - c) +
          w3 * Math.abs(D - d) +
          w4 * Math.abs(E - e);
        if (far < least) {
          least = far;
          near = kept;
        }
        kept += width;
      }
      const count = (kept - start) / width;
      if (count < this.#most) {
        points[kept] = a;
        points[kept + 1] = b;
        points[kept + 2] = c;
        points[kept + 3] = d;
        points[kept + 4] = e;
        this.#counts[place] = count + 1;
        return;
      }
      a = Math.min(a, points[near]!);
      b = Math.min(b, points[near + 1]!);
      c = Math.min(c, points[near + 2]!);
      d = Math.min(d, points[near + 3]!);
      e = Math.min(e, points[near + 4]!);
      kept -= width;
      points.copyWithin(near, kept, kept + width);
      this.#counts[place] = count - 1;
    }
  }

  /** Whether a way at a place with these sums can come to nothing new. */
  hopeless(
    place: number,
    cost: number,
    decay: number,
    co2e: number,
    legs: number,
    found: Front,
    slack: Float64Array,
  ): boolean {
    const points = this.#points;
    const count = this.#counts[place]!;
    const start = place * this.#most * width;
    for (let at = 0; at < count; at++) {
      const v = start + at * width;
      const by = found.covers(
        points[v]! + slack[0]!,
        cost + points[v + 1]! + slack[1]!,
        decay + points[v + 2]! + slack[2]!,
        co2e + points[v + 3]! + slack[3]!,
        legs + points[v + 4]! + slack[4]!,
      );
      if (by < 0) return false;
    }
    return true;
  }
}

/** The corners of a network, null where there are legs of no duration. @param most how many a place may have */
export const cornersOf = (
  network: Prepared,
  bounds: Bounds,
  request: Request,
  weights: readonly number[],
  most: number,
  reached: Float64Array,
  found: Front,
): Corners | null =>
  network.instant.includes(1) ? null : new Corners(network, request, bounds, weights, most, reached, found);
