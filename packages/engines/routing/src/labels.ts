/** Ways under way: each is one more leg after another way (`before` −1 at the start), with where it stands and its sums. */
export class Labels {
  leg = new Int32Array(1024);
  before = new Int32Array(1024);
  /** The first place at which it can go on. */
  place = new Int32Array(1024);
  /** Cost, decay (both less the hub's waiting rate × arrival), co2e, legs: `sums` a label. */
  values = new Float64Array(1024 * sums);
  visited: Int32Array;
  length = 0;
  readonly #words: number;

  constructor(words: number) {
    this.#words = words;
    this.visited = new Int32Array(1024 * words);
  }

  /** Adds a leg after a way; its place, sums and visited hubs are for the caller to fill in. */
  add(leg: number, before: number): number {
    if (this.length === this.leg.length) this.#grow();
    this.leg[this.length] = leg;
    this.before[this.length] = before;
    return this.length++;
  }

  /** The legs up to a label, first to last. */
  way(label: number): number[] {
    const legs: number[] = [];
    for (let at = label; at >= 0; at = this.before[at]!) if (this.leg[at]! >= 0) legs.push(this.leg[at]!);
    return legs.toReversed();
  }

  #grow(): void {
    const room = this.leg.length * 2;
    this.leg = widened(this.leg, new Int32Array(room));
    this.before = widened(this.before, new Int32Array(room));
    this.place = widened(this.place, new Int32Array(room));
    this.values = widened(this.values, new Float64Array(room * sums));
    this.visited = widened(this.visited, new Int32Array(room * this.#words));
  }
}

export const sums = 4;

function widened<T extends Int32Array | Float64Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
