import { takeLeast, width, type Bounds } from './bounds.ts';
import { weightsOf, type Front } from './front.ts';
import { floats, ints } from './memory.ts';
import { figure, figureRow, link, linkRow, type Legs } from './prepare.ts';
import type { Request } from './request.ts';

/**
 * Bounds that know what haste, or thrift, costs. The bounds of a place tell the least arrival and the least cost that
 * any way on can have, but seldom can one way have both. Here each place has a few points instead of one, its corners:
 * every way on that may come to something new needs at least what one of them says. A way under way is hopeless if for
 * every corner one way found is at least as good: whatever comes of it lies beyond one of them.
 *
 * They are made as the fronts of all places would be, from the last departure to the first. What a leg makes of the
 * corners behind it is left out where, with the least of each sum that one can stand before the leg with, one way found
 * is already as good: then no way through that leg and that corner is new. Only where a place would have more than
 * `most`, two that are close become one with the lesser of both in each criterion. Places in a minute with a leg of no
 * duration, where one reading in the order of time isn't enough, have their bounds for their one corner.
 */
export class Corners {
  readonly #points: Float64Array;
  readonly #counts: Int32Array;
  readonly #weights: readonly number[];

  /**
   * @param reached for each leg the least of each sum before it (`openLegs`)
   * @param bounds are raised to what the corners leave
   */
  constructor(
    { count: legCount, links, figures, legOf }: Legs,
    request: Request,
    { via, least }: Bounds,
    reached: Float64Array,
    found: Front,
  ) {
    this.#weights = weightsOf(found);
    this.#points = floats(legOf.length * row);
    this.#counts = ints(legOf.length, 0);
    const points = this.#points;
    for (let leg = legCount - 1; leg >= 0; leg--) {
      const l = linkRow * leg;
      const f = figureRow * leg;
      const at = links[l + link.place]!;
      const v = width * at;
      if (links[l + link.instant] === 1) {
        if (least[v]! < Infinity)
          this.#add(at, least[v]!, least[v + 1]!, least[v + 2]!, least[v + 3]!, least[v + 4]!);
        continue;
      }
      const count = this.#counts[at + 1]!;
      points.copyWithin(at * row, (at + 1) * row, (at + 1) * row + count * width);
      this.#counts[at] = count;
      if (links[l + link.to] === request.to) this.#add(at, via[v]!, via[v + 1]!, via[v + 2]!, via[v + 3]!, 1);
      else {
        const rideCost = figures[f + figure.rideCost]!;
        const rideDecay = figures[f + figure.rideDecay]!;
        const co2e = figures[f + figure.co2e]!;
        const before = 4 * leg;
        const costs = reached[before]!;
        const decays = reached[before + 1]!;
        const emissions = reached[before + 2]!;
        const legs = reached[before + 3]!;
        via.fill(Infinity, v, v + width);
        const on = links[l + link.next]!;
        const end = on * row + this.#counts[on]! * width;
        for (let p = on * row; p < end; p += width) {
          const a = points[p]!;
          const b = points[p + 1]! + rideCost;
          const c = points[p + 2]! + rideDecay;
          const d = points[p + 3]! + co2e;
          const e = points[p + 4]! + 1;
          if (!found.mayBeNew(a, costs + b, decays + c, emissions + d, legs + e)) continue;
          this.#add(at, a, b, c, d, e);
          if (a < via[v]!) via[v] = a;
          if (b < via[v + 1]!) via[v + 1] = b;
          if (c < via[v + 2]!) via[v + 2] = c;
          if (d < via[v + 3]!) via[v + 3] = d;
          if (e < via[v + 4]!) via[v + 4] = e;
        }
      }
      takeLeast(least, via, v);
    }
  }

  #add(place: number, a: number, b: number, c: number, d: number, e: number): void {
    const points = this.#points;
    const [w0, w1, w2, w3, w4] = this.#weights as [number, number, number, number, number];
    const start = place * row;
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
      if (count < most) {
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
  hopeless(place: number, cost: number, decay: number, co2e: number, legs: number, found: Front): boolean {
    const points = this.#points;
    const end = place * row + this.#counts[place]! * width;
    for (let v = place * row; v < end; v += width) {
      const by = found.covers(
        points[v]!,
        cost + points[v + 1]!,
        decay + points[v + 2]!,
        co2e + points[v + 3]!,
        legs + points[v + 4]!,
      );
      if (by < 0) return false;
    }
    return true;
  }
}

/** How many corners a place may have. */
const most = 16;
const row = most * width;
