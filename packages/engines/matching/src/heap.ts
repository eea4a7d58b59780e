/** A binary heap of numbered things by key; the least comes first. */
export class Heap {
  #keys = new Float64Array(256);
  #items = new Int32Array(256);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  push(key: number, item: number): void {
    if (this.#length === this.#items.length) this.#grow();
    const keys = this.#keys;
    const items = this.#items;
    let at = this.#length++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (keys[above]! <= key) break;
      keys[at] = keys[above]!;
      items[at] = items[above]!;
      at = above;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** The item of the least key; −1 where there is none. */
  pop(): number {
    if (this.#length === 0) return -1;
    const keys = this.#keys;
    const items = this.#items;
    const first = items[0]!;
    const length = --this.#length;
    const key = keys[length]!;
    const item = items[length]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= length) break;
      if (below + 1 < length && keys[below + 1]! < keys[below]!) below++;
      if (keys[below]! >= key) break;
      keys[at] = keys[below]!;
      items[at] = items[below]!;
      at = below;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    const items = new Int32Array(this.#items.length * 2);
    items.set(this.#items);
    this.#items = items;
  }
}
