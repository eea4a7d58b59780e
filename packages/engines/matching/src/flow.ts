import FlatQueue from 'flatqueue';

/** The node that gives and takes whatever there is. */
export const ground = 0;

/**
 * Cheapest flows in a network, kept cheapest while the network changes. All numbers are integers.
 *
 * Every arc carries between 0 and `capacity` units at `cost` each; what enters a node leaves it, but for node 0, the
 * ground, which gives and takes whatever there is. A flow is cheapest if and only if numbers `potential` exist so that
 * no arc with room left has a negative reduced cost `cost + potential[from] − potential[to]`, and none that carries
 * something has a positive one (the conditions of complementary slackness; Ahuja, Magnanti and Orlin, Network Flows,
 * 1993, theorem 9.3). `settle` brings them about after any change: first each arc that breaks the conditions is filled
 * or emptied, which leaves too much at some nodes and too little at others; then what is lacking comes by the shortest
 * ways, in reduced costs, from the ground or from where there is too much, and what is still too much goes by the
 * shortest ways to the ground (successive shortest paths, chapter 9.7). The conditions hold all along, and in the end
 * nothing is over or lacking. It ends: each way carries at least one unit, and what is over and lacking are integers.
 *
 * A change touches few arcs and the ground is never far, so the ways are short: that is what makes an update cheap.
 */
export class Flow {
  /** An arc has an even number, its way back the odd number after it. */
  readonly #to: number[] = [];
  readonly #room: number[] = [];
  readonly #cost: number[] = [];
  /** The arcs that leave a node, as a list: the first, and after each the next (−1 ends it). */
  readonly #first: number[] = [];
  readonly #next: number[] = [];
  readonly #potential: number[] = [];
  readonly #excess: number[] = [];
  /** Arcs whose condition may be broken, and nodes that may have too much or too little. */
  #suspects: number[] = [];
  readonly #uneven = new Set<number>();
  // Of one search for ways: distance, the arc a node was reached by, and in which search it was seen and finished.
  readonly #distance: number[] = [];
  readonly #by: number[] = [];
  readonly #seen: number[] = [];
  readonly #done: number[] = [];
  #search = 0;
  readonly #heap = new FlatQueue<number>();

  constructor() {
    this.addNode();
  }

  /** @returns its number */
  addNode(): number {
    for (const column of [this.#potential, this.#excess, this.#distance, this.#seen, this.#done])
      column.push(0);
    this.#by.push(-1);
    return this.#first.push(-1) - 1;
  }

  /**
   * Adds an arc that carries nothing yet.
   * @param capacity units, at least 0
   * @param cost a unit's; negative where it earns
   * @returns its number
   */
  addArc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#to.length;
    this.#link(from, to, capacity, cost);
    this.#link(to, from, 0, -cost);
    this.#suspects.push(arc);
    return arc;
  }

  /** What an arc carries. */
  carried(arc: number): number {
    return this.#room[arc + 1]!;
  }

  /** Gives an arc another capacity and cost; it carries as much as before, or as much as it still may. */
  change(arc: number, capacity: number, cost: number): void {
    const carries = this.#room[arc + 1]!;
    if (carries > capacity) this.#push(arc + 1, carries - capacity);
    this.#room[arc] = capacity - this.#room[arc + 1]!;
    this.#cost[arc] = cost;
    this.#cost[arc + 1] = -cost;
    this.#suspects.push(arc);
  }

  /** Makes the flow cheapest. */
  settle(): void {
    for (const arc of this.#suspects) {
      const back = this.#room[arc + 1]!;
      if (this.#reduced(arc) < 0 && this.#room[arc]! > 0) this.#push(arc, this.#room[arc]!);
      else if (this.#reduced(arc) > 0 && back > 0) this.#push(arc + 1, back);
    }
    this.#suspects = [];
    for (const node of this.#uneven) while (this.#excess[node]! < 0) this.#even(node, -1);
    for (const node of this.#uneven) while (this.#excess[node]! > 0) this.#even(node, 1);
    this.#uneven.clear();
  }

  #link(from: number, to: number, room: number, cost: number): void {
    this.#to.push(to);
    this.#room.push(room);
    this.#cost.push(cost);
    this.#next.push(this.#first[from]!);
    this.#first[from] = this.#to.length - 1;
  }

  #reduced(arc: number): number {
    return this.#cost[arc]! + this.#potential[this.#to[arc ^ 1]!]! - this.#potential[this.#to[arc]!]!;
  }

  #push(arc: number, units: number): void {
    this.#room[arc]! -= units;
    this.#room[arc ^ 1]! += units;
    this.#shift(this.#to[arc]!, units);
    this.#shift(this.#to[arc ^ 1]!, -units);
  }

  #shift(node: number, units: number): void {
    if (node === ground) return;
    this.#excess[node]! += units;
    if (this.#excess[node] !== 0) this.#uneven.add(node);
  }

  /**
   * Brings units on the shortest way between an uneven node and the nearest that evens it out, and moves the potentials of
   * all nodes nearer than that by what they are nearer, so that the conditions go on to hold (Dijkstra's search, cut off
   * at the first such node).
   * @param sign 1 where the node has too much: along the arcs; −1 where it lacks something: against them
   */
  #even(uneven: number, sign: 1 | -1): void {
    const distance = this.#distance;
    const heap = this.#heap;
    const search = ++this.#search;
    const finished: number[] = [];
    distance[uneven] = 0;
    this.#seen[uneven] = search;
    heap.clear();
    heap.push(uneven, 0);
    let other = -1;
    for (;;) {
      const node = heap.pop();
      // Every arc that was filled or emptied leads back.
      if (node === undefined) throw new Error('units of a flow that can go nowhere');
      if (this.#done[node] === search) continue;
      this.#done[node] = search;
      if (node === ground || this.#excess[node]! * sign < 0) {
        other = node;
        break;
      }
      finished.push(node);
      const far = distance[node]!;
      for (let leaves = this.#first[node]!; leaves >= 0; leaves = this.#next[leaves]!) {
        const arc = sign > 0 ? leaves : leaves ^ 1;
        if (this.#room[arc] === 0) continue;
        const end = this.#to[leaves]!;
        if (this.#done[end] === search) continue;
        const through = far + sign * (this.#cost[leaves]! + this.#potential[node]! - this.#potential[end]!);
        if (this.#seen[end] === search && distance[end]! <= through) continue;
        distance[end] = through;
        this.#seen[end] = search;
        this.#by[end] = leaves;
        heap.push(end, through);
      }
    }
    const most = distance[other]!;
    for (const node of finished) this.#potential[node]! += sign * (distance[node]! - most);
    let units = Math.abs(this.#excess[uneven]!);
    if (other !== ground) units = Math.min(units, Math.abs(this.#excess[other]!));
    for (let node = other; node !== uneven;) {
      const leaves = this.#by[node]!;
      units = Math.min(units, this.#room[sign > 0 ? leaves : leaves ^ 1]!);
      node = this.#to[leaves ^ 1]!;
    }
    for (let node = other; node !== uneven;) {
      const leaves = this.#by[node]!;
      this.#push(sign > 0 ? leaves : leaves ^ 1, units);
      node = this.#to[leaves ^ 1]!;
    }
  }
}
