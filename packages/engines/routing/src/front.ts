/** Numbers of one entry: arrival, cost, decay, co2e, legs. */
export const size = 5;

/**
 * Vectors of which none is as good as another in everything, with a label each. Small is good in all five; of entries
 * as good as each other the first stays.
 *
 * **How an entry that beats a vector is found.** Each criterion is cut into `steps` equal ones, and each step has a
 * row of bits: which entries are at or below it. What is at least as good in everything stands in the rows of all five
 * steps that the vector falls into, so five words tell of 32 entries at once; the few left (they share a step with the
 * vector) are compared in full. Where the cuts lie changes the speed only: what is outside them falls into the
 * first or last step.
 */
export class Front {
  values = new Float64Array(size * 32);
  labels = new Int32Array(32);
  length = 0;
  /**
   * Vectors of which at least one is as good as whatever there may still be, in everything; none where nothing is known
   * of that kind (see `mayBeNew`).
   */
  floors: readonly (readonly [number, number, number, number, number])[] = [];
  #openFloor = 0;
  /** Words of a row; the rows of a criterion follow one another. */
  #words = 1;
  #rows = new Int32Array(size * steps);
  #lows = new Float64Array(size);
  #scales = new Float64Array(size);
  #measuredAt = 0;
  /** The entry that covered last. */
  #hit = 0;

  /** Where an entry is that is at least as good in everything, −1 if none is. */
  covers(a: number, b: number, c: number, d: number, e: number): number {
    const length = this.length;
    if (length <= 8) {
      for (let at = 0; at < length; at++) if (this.coversAt(at, a, b, c, d, e)) return at;
      return -1;
    }
    // What is asked one after another is mostly alike, and so is what covers it.
    if (this.#hit < length && this.coversAt(this.#hit, a, b, c, d, e)) return this.#hit;
    const rows = this.#rows;
    const words = this.#words;
    const lows = this.#lows;
    const scales = this.#scales;
    const used = (length + 31) >> 5;
    let row0 = stepOf((a - lows[0]!) * scales[0]!) * words;
    let row1 = (steps + stepOf((b - lows[1]!) * scales[1]!)) * words;
    let row2 = (2 * steps + stepOf((c - lows[2]!) * scales[2]!)) * words;
    let row3 = (3 * steps + stepOf((d - lows[3]!) * scales[3]!)) * words;
    let row4 = (4 * steps + stepOf((e - lows[4]!) * scales[4]!)) * words;
    for (let word = 0; word < used; word++) {
      let left = rows[row0++]! & rows[row1++]! & rows[row2++]! & rows[row3++]! & rows[row4++]!;
      while (left !== 0) {
        const at = (word << 5) + 31 - Math.clz32(left & -left);
        if (this.coversAt(at, a, b, c, d, e)) {
          this.#hit = at;
          return at;
        }
        left &= left - 1;
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
    if (this.covers(a, b, c, d, e) >= 0) return false;
    if (floors.length === 0) return true;
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
    const { values } = this;
    const v = at * size;
    return (
      values[v + 1]! <= b &&
      values[v + 2]! <= c &&
      values[v]! <= a &&
      values[v + 3]! <= d &&
      values[v + 4]! <= e
    );
  }

  /** Adds an entry unless one is at least as good; those it beats go. */
  add(a: number, b: number, c: number, d: number, e: number, label: number): boolean {
    if (this.covers(a, b, c, d, e) >= 0) return false;
    const { values, labels } = this;
    for (let at = this.length - 1; at >= 0; at--) {
      const v = at * size;
      if (
        values[v + 1]! >= b &&
        values[v + 2]! >= c &&
        values[v]! >= a &&
        values[v + 3]! >= d &&
        values[v + 4]! >= e
      )
        this.#remove(at);
    }
    if (this.length === labels.length) this.#widen();
    const at = this.length++;
    const v = at * size;
    this.values[v] = a;
    this.values[v + 1] = b;
    this.values[v + 2] = c;
    this.values[v + 3] = d;
    this.values[v + 4] = e;
    this.labels[at] = label;
    if (this.length >= 2 * this.#measuredAt) this.#cut();
    else this.#mark(at);
    return true;
  }

  /** Adds entries of which none is as good as another, or as one there is, in everything: they aren't compared. */
  addApart(
    vectors: readonly (readonly [number, number, number, number, number])[],
    labelOf: (at: number) => number,
  ): void {
    if (vectors.length === 0) return;
    while (this.length + vectors.length > this.labels.length) this.#widen();
    for (const [at, vector] of vectors.entries()) {
      this.values.set(vector, this.length * size);
      this.labels[this.length++] = labelOf(at);
    }
    this.#cut();
  }

  /** Takes an entry out; the last one moves to where it was. */
  #remove(at: number): void {
    const last = --this.length;
    this.#unmark(at);
    if (at === last) return;
    this.#unmark(last);
    this.values.copyWithin(at * size, last * size, (last + 1) * size);
    this.labels[at] = this.labels[last]!;
    this.#mark(at);
  }

  /** Sets the cuts by the entries there are. */
  #cut(): void {
    this.#measuredAt = this.length;
    for (let criterion = 0; criterion < size; criterion++) {
      let low = Infinity;
      let high = -Infinity;
      for (let at = 0; at < this.length; at++) {
        const value = this.values[at * size + criterion]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      this.#lows[criterion] = low;
      this.#scales[criterion] = steps / (high - low + 1);
    }
    const rows = this.#rows;
    const words = this.#words;
    rows.fill(0);
    for (let criterion = 0; criterion < size; criterion++) {
      for (let at = 0; at < this.length; at++) rows[this.#rowOf(at, criterion)]! |= 1 << (at & 31);
      const end = (criterion + 1) * steps * words;
      for (let row = (criterion * steps + 1) * words; row < end; row++) rows[row]! |= rows[row - words]!;
    }
  }

  #mark(at: number): void {
    const words = this.#words;
    const bit = 1 << (at & 31);
    for (let criterion = 0; criterion < size; criterion++) {
      const end = (criterion + 1) * steps * words;
      for (let row = this.#rowOf(at, criterion); row < end; row += words) this.#rows[row]! |= bit;
    }
  }

  #unmark(at: number): void {
    const words = this.#words;
    const others = ~(1 << (at & 31));
    for (let criterion = 0; criterion < size; criterion++) {
      const end = (criterion + 1) * steps * words;
      for (let row = this.#rowOf(at, criterion); row < end; row += words) this.#rows[row]! &= others;
    }
  }

  /** The first word of an entry in the rows of a criterion. */
  #rowOf(at: number, criterion: number): number {
    const step = stepOf(
      (this.values[at * size + criterion]! - this.#lows[criterion]!) * this.#scales[criterion]!,
    );
    return (criterion * steps + step) * this.#words + (at >> 5);
  }

  #widen(): void {
    const room = this.labels.length * 2;
    const values = new Float64Array(room * size);
    values.set(this.values);
    this.values = values;
    const labels = new Int32Array(room);
    labels.set(this.labels);
    this.labels = labels;
    this.#words = room >> 5;
    this.#rows = new Int32Array(size * steps * this.#words);
    this.#cut();
  }
}

/** One over the range of each criterion among the entries. */
export const weightsOf = ({ values, length }: Front): number[] =>
  Array.from({ length: size }, (_, criterion) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = 0; at < length; at++) {
      const value = values[at * size + criterion]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return length > 0 ? 1 / Math.max(1, high - low) : 1;
  });

const steps = 64;

const stepOf = (scaled: number): number => (scaled < 0 ? 0 : scaled >= steps ? steps - 1 : scaled | 0);
