import { sums, type Labels } from './labels.ts';

/** The ways that have been carried on from one hub, in the order in which they were. */
export class Bag {
  #labels: Labels;
  #words: number;
  /** Of each way: its first place, and its sums as in `Labels`. */
  #values = new Float64Array(width * 8);
  #items = new Int32Array(8);
  #length = 0;

  constructor(labels: Labels, words: number) {
    this.#labels = labels;
    this.#words = words;
  }

  /**
   * The first place at which one of the ways here is at least as good as a label in everything: from there on the
   * label needn't be carried on. At or before the label's own first place it is needless altogether.
   */
  neededUntil(label: number): number {
    const { values: theirs, place: places } = this.#labels;
    const values = this.#values;
    const place = places[label]!;
    const l = label * sums;
    const cost = theirs[l]!;
    const decay = theirs[l + 1]!;
    const gas = theirs[l + 2]!;
    const legs = theirs[l + 3]!;
    let until = Infinity;
    for (let at = 0, v = 0; at < this.#length; at++, v += width) {
      if (
        values[v + 2]! <= decay &&
        values[v + 1]! <= cost &&
        values[v]! < until &&
        values[v + 3]! <= gas &&
        values[v + 4]! <= legs &&
        (this.#words === 0 || this.#visitedWithin(at, label))
      ) {
        until = values[v]!;
        if (until <= place) {
          if (at > 0) this.#swap(at, at >> 1);
          return until;
        }
      }
    }
    return until;
  }

  add(label: number): void {
    const { values: theirs, place: places } = this.#labels;
    const length = this.#length++;
    if (length === this.#items.length) {
      const items = new Int32Array(length * 2);
      items.set(this.#items);
      this.#items = items;
      const values = new Float64Array(length * 2 * width);
      values.set(this.#values);
      this.#values = values;
    }
    this.#items[length] = label;
    this.#values[length * width] = places[label]!;
    for (let at = 0; at < sums; at++) this.#values[length * width + 1 + at] = theirs[label * sums + at]!;
  }

  /** Whether every critical hub that a way here has visited was visited by the label too. */
  #visitedWithin(at: number, label: number): boolean {
    const { visited } = this.#labels;
    const words = this.#words;
    const item = this.#items[at]!;
    for (let word = 0; word < words; word++)
      if ((visited[item * words + word]! & ~visited[label * words + word]!) !== 0) return false;
    return true;
  }

  #swap(one: number, other: number): void {
    const values = this.#values;
    for (let at = 0; at < width; at++) {
      const kept = values[one * width + at]!;
      values[one * width + at] = values[other * width + at]!;
      values[other * width + at] = kept;
    }
    const item = this.#items[one]!;
    this.#items[one] = this.#items[other]!;
    this.#items[other] = item;
  }
}

const width = 1 + sums;
