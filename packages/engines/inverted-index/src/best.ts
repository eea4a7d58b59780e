import type { Compare } from './order.ts';
import type { Entry } from './types.ts';

interface Kept {
  entry: Entry;
  stage: number;
}

/** Keeps the first `limit` entries of those it is shown, in order. One that doesn't come among them is compared once. */
export class Best {
  readonly kept: Kept[] = [];
  readonly #limit: number;
  readonly #compare: Compare;

  constructor(limit: number, compare: Compare) {
    this.#limit = limit;
    this.#compare = compare;
  }

  /** @returns the last of those kept, once there are as many as are kept; what comes after it need not be shown */
  show(entry: Entry, stage: number): Kept | undefined {
    const { kept } = this;
    if (kept.length >= this.#limit) {
      const last = kept.at(-1);
      if (last === undefined || this.#compare(stage, entry, last.stage, last.entry) > 0) return last;
      kept.pop();
    }
    let from = 0;
    let to = kept.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = kept[middle]!;
      if (this.#compare(other.stage, other.entry, stage, entry) < 0) from = middle + 1;
      else to = middle;
    }
    kept.splice(from, 0, { entry, stage });
    return kept.length >= this.#limit ? kept.at(-1) : undefined;
  }
}
