/** Numbers of one place or hub: cost and decay (both less the hub's waiting rate × the time), co2e, legs. */
export const sums = 4;

/**
 * By leg: the sums of those for whom it is the first they can go on by. Few legs have any at one time: their numbers
 * stand close together, in slots that are used again.
 */
export class Coming {
  /** Which slot a leg has, from 1 on; 0 for none. All are taken by the end of a reading. */
  readonly slots: Int32Array;
  values = new Float64Array(sums * 256);
  readonly #free: number[] = [];
  #used = 1;

  constructor(count: number) {
    this.slots = new Int32Array(count);
  }

  /** Where the numbers of a leg are; Infinity where they are new. */
  slotOf(leg: number): number {
    let slot = this.slots[leg]!;
    if (slot === 0) {
      slot = this.#free.pop() ?? this.#used++;
      if (sums * slot === this.values.length) {
        const values = new Float64Array(2 * this.values.length);
        values.set(this.values);
        this.values = values;
      }
      this.slots[leg] = slot;
      this.values.fill(Infinity, sums * slot, sums * slot + sums);
    }
    return sums * slot;
  }

  /** Where the numbers of a leg are, which has none from then on. */
  take(leg: number): number {
    const slot = this.slots[leg]!;
    this.slots[leg] = 0;
    this.#free.push(slot);
    return sums * slot;
  }
}
