/** A column of small numbers, one a slot, that grows. Side by side: thousands of them are read for one question. */
export class Column<Values extends Uint8Array | Uint16Array | Uint32Array | Float64Array> {
  values: Values;

  /** @param values room for the first slots, all 0 */
  constructor(values: Values) {
    this.values = values;
  }

  set(slot: number, value: number): void {
    this.reach(slot);
    this.values[slot] = value;
  }

  /** Makes room for a slot. */
  reach(slot: number): void {
    if (slot < this.values.length) return;
    const wider = new (this.values.constructor as new (length: number) => Values)(slot * 2);
    wider.set(this.values);
    this.values = wider;
  }
}

const highest = 0xffff;

/** Marks of slots. Each question takes marks that no slot has, so that nothing is wiped but once in 65,535 times. */
export class Marks extends Column<Uint16Array<ArrayBuffer>> {
  #last = 0;

  constructor() {
    super(new Uint16Array(1024));
  }

  /** A mark that no slot has. */
  fresh(): number {
    if (this.#last === highest) {
      this.values.fill(0);
      this.#last = 0;
    }
    return ++this.#last;
  }
}
