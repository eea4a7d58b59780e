/** Numbers of one entry: arrival, cost, decay, co2e, legs. */
export const size = 5;

/**
 * Vectors of which none is as good as another in everything, with a label each. Small is good in all five; of entries
 * as good as each other the first stays.
 */
export class Front {
  values = new Float64Array(size * 64);
  labels = new Int32Array(64);
  length = 0;
  /**
   * Vectors of which at least one is as good as whatever there may still be, in everything; none where nothing is known
   * of that kind (see `mayBeNew`).
   */
  floors: readonly (readonly [number, number, number, number, number])[] = [];
  #openFloor = 0;
  /** Every entry there ever was, in the order in which it came: what has gone since was beaten by a later one. */
  log = new Float64Array(size * 64);
  logged = 0;

  /**
   * Where an entry is that is at least as good in everything, −1 if none is. It is moved half-way to the head: what is
   * as bad as the last mostly falls to the same.
   */
  covers(a: number, b: number, c: number, d: number, e: number): number {
    const { values, length } = this;
    for (let at = 0, v = 0; at < length; at++, v += size) {
      if (
        values[v + 1]! <= b &&
        values[v + 2]! <= c &&
        values[v]! <= a &&
        values[v + 3]! <= d &&
        values[v + 4]! <= e
      ) {
        if (at > 0) this.#swap(at, at >> 1);
        return at >> 1;
      }
    }
    return -1;
  }

  /**
   * Whether something that is at least as bad as these numbers, and as one of the floors, may be matched by no entry.
   * The floor that was open last is looked at first: mostly it is open again.
   */
  mayBeNew(a: number, b: number, c: number, d: number, e: number): boolean {
    const { floors } = this;
    if (floors.length === 0) return this.covers(a, b, c, d, e) < 0;
    for (let count = 0; count < floors.length; count++) {
      const at = (this.#openFloor + count) % floors.length;
      const floor = floors[at]!;
      const by = this.covers(
        Math.max(a, floor[0]),
        Math.max(b, floor[1]),
        Math.max(c, floor[2]),
        Math.max(d, floor[3]),
        Math.max(e, floor[4]),
      );
      if (by < 0) {
        this.#openFloor = at;
        return true;
      }
    }
    return false;
  }

  /** Whether one entry is at least as good in everything. */
  coversAt(at: number, a: number, b: number, c: number, d: number, e: number): boolean {
    return within(this.values, at * size, a, b, c, d, e);
  }

  /** Whether an entry that came after the first `since` is at least as good in everything. */
  coversSince(since: number, a: number, b: number, c: number, d: number, e: number): boolean {
    const { log, logged } = this;
    for (let at = since; at < logged; at++) if (within(log, at * size, a, b, c, d, e)) return true;
    return false;
  }

  /** Adds an entry unless one is at least as good; those it beats go. */
  add(a: number, b: number, c: number, d: number, e: number, label: number): boolean {
    if (this.covers(a, b, c, d, e) >= 0) return false;
    const { values, labels } = this;
    let kept = 0;
    for (let at = 0, v = 0; at < this.length; at++, v += size) {
      if (
        values[v + 1]! >= b &&
        values[v + 2]! >= c &&
        values[v]! >= a &&
        values[v + 3]! >= d &&
        values[v + 4]! >= e
      )
        continue;
      if (kept < at) {
        values.copyWithin(kept * size, v, v + size);
        labels[kept] = labels[at]!;
      }
      kept++;
    }
    if (kept === labels.length) {
      this.values = widened(values);
      this.labels = new Int32Array(kept * 2);
      this.labels.set(labels);
    }
    put(this.values, kept * size, a, b, c, d, e);
    this.labels[kept] = label;
    this.length = kept + 1;
    if (this.logged * size === this.log.length) this.log = widened(this.log);
    put(this.log, this.logged++ * size, a, b, c, d, e);
    return true;
  }

  /** The arrivals of all entries, the earliest first. */
  arrivals(): Float64Array {
    return Float64Array.from({ length: this.length }, (_, at) => this.values[at * size]!).toSorted();
  }

  #swap(one: number, other: number): void {
    const { values, labels } = this;
    for (let at = 0; at < size; at++) {
      const kept = values[one * size + at]!;
      values[one * size + at] = values[other * size + at]!;
      values[other * size + at] = kept;
    }
    const label = labels[one]!;
    labels[one] = labels[other]!;
    labels[other] = label;
  }
}

function within(
  values: Float64Array,
  v: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
): boolean {
  return (
    values[v + 1]! <= b &&
    values[v + 2]! <= c &&
    values[v]! <= a &&
    values[v + 3]! <= d &&
    values[v + 4]! <= e
  );
}

function put(values: Float64Array, v: number, a: number, b: number, c: number, d: number, e: number): void {
  values[v] = a;
  values[v + 1] = b;
  values[v + 2] = c;
  values[v + 3] = d;
  values[v + 4] = e;
}

function widened(values: Float64Array): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(values.length * 2);
  wide.set(values);
  return wide;
}
