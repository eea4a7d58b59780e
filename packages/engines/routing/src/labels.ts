/** Ways under way: each is one more leg after another way (`before` −1 at the start). */
export class Labels {
  leg = new Int32Array(1024);
  before = new Int32Array(1024);
  length = 0;

  add(leg: number, before: number): number {
    if (this.length === this.leg.length) {
      const { leg: legs, before: befores } = this;
      this.leg = new Int32Array(legs.length * 2);
      this.leg.set(legs);
      this.before = new Int32Array(befores.length * 2);
      this.before.set(befores);
    }
    this.leg[this.length] = leg;
    this.before[this.length] = before;
    return this.length++;
  }

  /** The legs up to a label, first to last. */
  way(label: number): number[] {
    const legs: number[] = [];
    for (let at = label; at >= 0; at = this.before[at]!) legs.push(this.leg[at]!);
    return legs.toReversed();
  }
}
