/** Numbers in the order of their keys, the least first: a binary heap. */
export class Queue {
  #keys = new Float64Array(1024);
  #items = new Int32Array(1024);
  length = 0;

  push(key: number, item: number): void {
    if (this.length === this.#keys.length) {
      const keys = new Float64Array(this.length * 2);
      keys.set(this.#keys);
      this.#keys = keys;
      const items = new Int32Array(this.length * 2);
      items.set(this.#items);
      this.#items = items;
    }
    const keys = this.#keys;
    const items = this.#items;
    let at = this.length++;
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

  /** Takes the first out; −1 if there is none. */
  pop(): number {
    if (this.length === 0) return -1;
    const keys = this.#keys;
    const items = this.#items;
    const first = items[0]!;
    const count = --this.length;
    const key = keys[count]!;
    const item = items[count]!;
    let at = 0;
    for (;;) {
      let under = 2 * at + 1;
      if (under >= count) break;
      if (under + 1 < count && keys[under + 1]! < keys[under]!) under++;
      if (keys[under]! >= key) break;
      keys[at] = keys[under]!;
      items[at] = items[under]!;
      at = under;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }
}
