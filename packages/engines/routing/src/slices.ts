import { width, type Bounds } from './bounds.ts';
import type { Front } from './front.ts';

/**
 * Bounds that know what haste costs. The bounds of a place tell the least arrival and the least cost that any way on
 * can have, but seldom can one way have both. Here ways on are parted by their arrival, at a few deadlines: those of
 * one slice arrive after the deadline before (so much is sure) and by their own, and need at least what the ways need
 * that arrive by it. A way under way is hopeless if in every slice one way found is at least as good as these bounds:
 * whatever comes of it falls into one of the slices.
 *
 * Each deadline costs a pass over the departures up to it, so slices are made only for queries that turn out long.
 */
export class Slices {
  readonly #bounds: Bounds;
  #slices: { after: number; least: Float64Array }[] = [];
  /** The slice that was open last: mostly the next way is open in it too. */
  #open = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Sets the deadlines so that the ways found are shared out evenly among the slices. */
  setBy(found: Front): void {
    const arrivals = found.arrivals();
    const deadlines = new Set(
      Array.from(
        { length: most },
        (_, at) => arrivals[Math.floor(((at + 1) * arrivals.length) / (most + 1))]!,
      ),
    );
    let after = -Infinity;
    this.#slices = [...deadlines].map((deadline, slot) => {
      const slice = { after, least: this.#bounds.within(deadline, slot) };
      after = deadline + 1;
      return slice;
    });
    this.#slices.push({ after, least: this.#bounds.least });
    this.#open = 0;
  }

  /** Whether a way at a place with these sums can come to nothing new. */
  hopeless(place: number, cost: number, decay: number, co2e: number, legs: number, found: Front): boolean {
    const slices = this.#slices;
    const b = place * width;
    for (let count = 0; count < slices.length; count++) {
      const at = (this.#open + count) % slices.length;
      const { after, least } = slices[at]!;
      if (least[b] === Infinity) continue;
      const by = found.covers(
        Math.max(after, least[b]!),
        cost + least[b + 1]!,
        decay + least[b + 2]!,
        co2e + least[b + 3]!,
        legs + least[b + 4]!,
      );
      if (by < 0) {
        this.#open = at;
        return false;
      }
    }
    return slices.length > 0;
  }
}

const most = 5;
