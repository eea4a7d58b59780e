import { Best } from './best.ts';
import { Column, Marks } from './columns.ts';
import { isShown, orders } from './order.ts';
import { Postings } from './postings.ts';
import type { Conjunction, Entry, Found, Question, Wish } from './types.ts';

/**
 * Finds entries by their lexemes, exactly: every entry that a question asks for is counted, and those shown are the first
 * of all in their order. An entry that is put again takes a new slot; the old one is passed over until the index is made anew.
 */
export class InvertedIndex {
  readonly #postings = new Postings();
  readonly #slotOf = new Map<string, number>();
  readonly #entries: Entry[] = [];
  /** 1 where the entry of a slot can be found. */
  readonly #alive = new Column(new Uint8Array(1024));
  readonly #brevity = new Column(new Uint32Array(1024));
  readonly #published = new Column(new Float64Array(1024));
  /** Where its combination of facet values stands in `#facets`. */
  readonly #facetsOf = new Column(new Uint32Array(1024));
  readonly #seen = new Marks();
  readonly #facets: number[] = [];
  /** How often each of them was counted for the last question, and which were: only these are wiped for the next. */
  readonly #counts = new Column(new Uint32Array(1024));
  #counted: number[] = [];
  readonly #placeOfFacets = new Map<number, number>();

  /** How many entries can be found. */
  get size(): number {
    return this.#slotOf.size;
  }

  /** How many slots are passed over. */
  get passedOver(): number {
    return this.#entries.length - this.#slotOf.size;
  }

  /** Adds an entry, or puts it in the place of the one with its id. */
  put(entry: Entry, lexemes: Iterable<string>): void {
    this.remove(entry.id);
    const slot = this.#entries.push(entry) - 1;
    this.#slotOf.set(entry.id, slot);
    this.#alive.set(slot, 1);
    this.#brevity.set(slot, entry.brevity);
    this.#published.set(slot, entry.published);
    this.#facetsOf.set(slot, this.#placeOf(entry.facets));
    this.#seen.reach(slot);
    this.#postings.add(slot, lexemes);
  }

  /** Takes an entry out; one that isn't there is no error. */
  remove(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#alive.set(slot, 0);
    this.#slotOf.delete(id);
  }

  find({ question, accepts, order, after, limit }: Wish): Found {
    const compare = orders[order];
    const best = new Best(limit, order);
    const seen = this.#seen.values;
    const mark = this.#seen.fresh();
    const alive = this.#alive.values;
    const brevity = this.#brevity.values;
    const published = this.#published.values;
    const facets = this.#facetsOf.values;
    const counts = this.#counts.values;
    for (const place of this.#counted) counts[place] = 0;
    this.#counted = [];
    let total = 0;
    for (const [stage, conjunction] of inStages(question)) {
      const { values, length } = this.#postings.matching(conjunction);
      for (let at = 0; at < length; at++) {
        const slot = values[at]!;
        if (seen[slot] === mark) continue;
        seen[slot] = mark;
        if (alive[slot] === 0 || (accepts && !accepts(this.#entries[slot]!))) continue;
        total++;
        const place = facets[slot]!;
        if (counts[place]!++ === 0) this.#counted.push(place);
        if (best.isBeyond(stage, brevity[slot]!, published[slot]!)) continue;
        const entry = this.#entries[slot]!;
        if (!isShown(order, entry)) continue;
        if (after && compare(after.stage, after.entry, stage, entry) >= 0) continue;
        best.show(entry, stage);
      }
    }
    return {
      entries: best.kept,
      total,
      groups: this.#counted.map((place) => [this.#facets[place]!, counts[place]!]),
    };
  }

  #placeOf(facets: number): number {
    let place = this.#placeOfFacets.get(facets);
    if (place === undefined) {
      place = this.#facets.push(facets) - 1;
      this.#placeOfFacets.set(facets, place);
      this.#counts.reach(place);
    }
    return place;
  }
}

/** The conjunctions of a question, those of the first stage first. */
const inStages = (question: Question): [stage: number, conjunction: Conjunction][] =>
  question.flatMap((conjunctions, stage) =>
    conjunctions.map((conjunction): [number, Conjunction] => [stage, conjunction]),
  );
