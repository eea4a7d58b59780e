import { orders, type Compare } from './order.ts';
import type { Entry, Order } from './types.ts';

interface Kept {
  entry: Entry;
  stage: number;
}

/** Keeps the first `limit` entries of those it is shown, in order. */
export class Best {
  readonly kept: Kept[] = [];
  readonly #limit: number;
  readonly #compare: Compare;
  readonly #byRelevance: boolean;
  // Of the last one kept, once there are as many as are kept.
  #lastStage = Infinity;
  #lastBrevity = Infinity;
  #lastPublished = -Infinity;

  constructor(limit: number, order: Order) {
    this.#limit = limit;
    this.#compare = orders[order];
    this.#byRelevance = order === 'relevance';
  }

  /** Whether an entry is told by these alone not to be among the first: of thousands found that spares looking at most. */
  isBeyond(stage: number, brevity: number, published: number): boolean {
    if (stage !== this.#lastStage) return stage > this.#lastStage;
    if (brevity !== this.#lastBrevity) return brevity > this.#lastBrevity;
    return published < this.#lastPublished;
  }

  show(entry: Entry, stage: number): void {
    const { kept } = this;
    if (kept.length >= this.#limit) {
      const last = kept.at(-1);
      if (last === undefined || this.#compare(stage, entry, last.stage, last.entry) > 0) return;
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
    if (this.#byRelevance && kept.length === this.#limit) this.#remember(kept.at(-1)!);
  }

  #remember({ stage, entry }: Kept): void {
    this.#lastStage = stage;
    this.#lastBrevity = entry.brevity;
    this.#lastPublished = entry.published;
  }
}
