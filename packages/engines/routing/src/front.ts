/** Numbers of one entry: arrival, cost, decay, co2e, legs, and minus the last ready time it is good for. */
export const size = 6;

/**
 * Vectors of which none is as good as another in everything, with a label each, and for each the critical hubs it
 * has visited (words of 31 bits). Small is good in all six; of entries as good as each other the first stays.
 */
export class Front {
  values = new Float64Array(size * 8);
  labels = new Int32Array(8);
  visited: Int32Array;
  length = 0;
  readonly words: number;

  constructor(words: number) {
    this.words = words;
    this.visited = new Int32Array(8 * words);
  }

  /**
   * Whether an entry is at least as good in everything. The entry that was is moved to the head: what is as bad as
   * the last mostly falls to the same.
   */
  covers(a: number, b: number, c: number, d: number, e: number, f: number): boolean {
    const { values, length } = this;
    for (let at = 0; at < length; at++) {
      const v = at * size;
      if (
        values[v + 1]! <= b &&
        values[v + 2]! <= c &&
        values[v]! <= a &&
        values[v + 3]! <= d &&
        values[v + 4]! <= e &&
        values[v + 5]! <= f
      ) {
        if (at > 0) this.#swap(at, at >> 1);
        return true;
      }
    }
    return false;
  }

  /** Adds an entry unless one is at least as good that has visited no hub it hasn't; those it beats so go. */
  add(
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
    label: number,
    visited: Int32Array,
    from: number,
  ): boolean {
    const { words } = this;
    for (let at = 0; at < this.length; at++) {
      const v = at * size;
      const { values } = this;
      if (
        values[v + 1]! <= b &&
        values[v + 2]! <= c &&
        values[v]! <= a &&
        values[v + 3]! <= d &&
        values[v + 4]! <= e &&
        values[v + 5]! <= f
      ) {
        if (words === 0 || within(this.visited, at * words, visited, from, words)) {
          if (at > 0) this.#swap(at, at >> 1);
          return false;
        }
      }
    }
    let kept = 0;
    for (let at = 0; at < this.length; at++) {
      const v = at * size;
      const { values } = this;
      if (
        values[v + 1]! >= b &&
        values[v + 2]! >= c &&
        values[v]! >= a &&
        values[v + 3]! >= d &&
        values[v + 4]! >= e &&
        values[v + 5]! >= f &&
        (words === 0 || within(visited, from, this.visited, at * words, words))
      )
        continue;
      if (kept < at) this.#copy(at, kept);
      kept++;
    }
    this.length = kept;
    if (kept === this.labels.length) this.#grow();
    const { values } = this;
    const v = kept * size;
    values[v] = a;
    values[v + 1] = b;
    values[v + 2] = c;
    values[v + 3] = d;
    values[v + 4] = e;
    values[v + 5] = f;
    this.labels[kept] = label;
    for (let word = 0; word < words; word++) this.visited[kept * words + word] = visited[from + word]!;
    this.length++;
    return true;
  }

  #copy(source: number, target: number): void {
    this.values.copyWithin(target * size, source * size, source * size + size);
    this.labels[target] = this.labels[source]!;
    const { words } = this;
    if (words > 0) this.visited.copyWithin(target * words, source * words, source * words + words);
  }

  #swap(one: number, other: number): void {
    swap(this.values, one, other, size);
    swap(this.labels, one, other, 1);
    swap(this.visited, one, other, this.words);
  }

  #grow(): void {
    const room = this.labels.length * 2;
    const { values, labels, visited } = this;
    this.values = new Float64Array(room * size);
    this.values.set(values);
    this.labels = new Int32Array(room);
    this.labels.set(labels);
    this.visited = new Int32Array(room * this.words);
    this.visited.set(visited);
  }
}

function swap(list: Float64Array | Int32Array, one: number, other: number, width: number): void {
  for (let at = 0; at < width; at++) {
    const kept = list[one * width + at]!;
    list[one * width + at] = list[other * width + at]!;
    list[other * width + at] = kept;
  }
}

/** Whether every hub of the first set is in the second. */
function within(one: Int32Array, at: number, other: Int32Array, from: number, words: number): boolean {
  for (let word = 0; word < words; word++) if ((one[at + word]! & ~other[from + word]!) !== 0) return false;
  return true;
}
