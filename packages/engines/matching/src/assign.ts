import { Flow, ground } from './flow.ts';
import {
  InputFault,
  type Assignment,
  type Given,
  type Match,
  type Problem,
  type Shortfall,
  type Supply,
  type Want,
} from './types.ts';

/** What a unit that is given is worth before its points are looked at. */
export const worth = 1000;
const mostPoints = 1000;

/**
 * What each unit beyond a maker's fair share of a kind of goods takes from its worth: so much from one share on, so
 * much from two, and from four. Always less than `worth`, so that nobody goes without for the sake of fairness.
 */
export const crowding = [0, 150, 300, 450] as const;
/** Where each step ends, in fair shares. */
const stepsEnd = [1, 2, 4, Infinity] as const;

/** Units that all wants together may be: with more, sums wouldn't be exact any more. */
export const mostUnits = 2 ** 40;

interface Maker {
  kind: string;
  node: number;
  /** Its arcs, one a step of `crowding`. */
  steps: number[];
  /** Its supplies that match a want. */
  matched: number;
}
interface Supplied {
  supply: Supply;
  node: number;
  maker: Maker;
  arc: number;
  /** Wants it matches. */
  matches: Set<string>;
}
interface Wanted {
  want: Want;
  node: number;
  arc: number;
  /** By supply. */
  matches: Map<string, { points: number; arc: number }>;
  /** Of how many of its matches each kind is. */
  kinds: Map<string, number>;
}
interface Kind {
  makers: Set<Maker>;
  wants: Set<Wanted>;
}

/**
 * Shares out what makers can give among all wants at once, so that the sum over all units given of
 * `worth + points − crowding` is as large as can be: exactly, as a flow of least cost, whose best is in whole units where
 * capacities and quantities are (see `Flow`).
 *
 * A fair share of a kind of goods is all that is wanted by those whom the kind matches, divided by the makers of the kind
 * that match anybody, rounded up. It is anew what it is after every change. Of several assignments of the same value
 * any may come; it depends on the order of changes.
 */
export class Matcher {
  readonly #flow = new Flow();
  readonly #makers = new Map<string, Maker>();
  readonly #supplies = new Map<string, Supplied>();
  readonly #wants = new Map<string, Wanted>();
  readonly #kinds = new Map<string, Kind>();
  /** Kinds whose fair share has to be reckoned anew. */
  readonly #touched = new Set<string>();
  #total = 0;

  /** @throws InputFault an id twice or unknown, a quantity that is no natural number, points that are none of 0–1000 */
  constructor({ supplies, wants, matches }: Problem) {
    for (const [at, supply] of supplies.entries()) {
      if (this.#supplies.has(supply.id)) throw new InputFault(`supplies[${at}].id`, 'twice');
      this.#putSupply(supply, `supplies[${at}]`);
    }
    for (const [at, want] of wants.entries()) {
      if (this.#wants.has(want.id)) throw new InputFault(`wants[${at}].id`, 'twice');
      this.#putWant(want, `wants[${at}]`);
    }
    for (const [at, match] of matches.entries()) {
      const wanted = this.#wants.get(match.want);
      if (!wanted) throw new InputFault(`matches[${at}].want`, 'unknown');
      if (wanted.matches.has(match.supply)) throw new InputFault(`matches[${at}]`, 'twice');
      this.#putMatch(wanted, match, `matches[${at}]`);
    }
  }

  /**
   * Adds a want or puts another in its place.
   * @param matches all that it has from now on
   * @throws InputFault as the constructor; nothing has changed then
   */
  setWant(want: Want, matches: readonly Match[]): void {
    for (const [at, match] of matches.entries()) {
      if (match.want !== want.id || !this.#supplies.has(match.supply))
        throw new InputFault(`matches[${at}]`, 'unknown');
      checkPoints(match, `matches[${at}]`);
    }
    if (new Set(matches.map(({ supply }) => supply)).size < matches.length)
      throw new InputFault('matches', 'twice');
    this.#putWant(want, 'want');
    const wanted = this.#wants.get(want.id)!;
    const kept = new Set(matches.map(({ supply }) => supply));
    for (const supply of wanted.matches.keys()) if (!kept.has(supply)) this.#dropMatch(wanted, supply);
    for (const [at, match] of matches.entries()) this.#putMatch(wanted, match, `matches[${at}]`);
  }

  /** Takes a want away. @returns false where there is none */
  removeWant(id: string): boolean {
    const wanted = this.#wants.get(id);
    if (!wanted) return false;
    for (const supply of wanted.matches.keys()) this.#dropMatch(wanted, supply);
    this.#flow.change(wanted.arc, 0, 0);
    this.#total -= wanted.want.quantity;
    this.#wants.delete(id);
    return true;
  }

  /** Adds a supply or changes what it can give; who makes it and its kind stay. @throws InputFault as the constructor */
  setSupply(supply: Supply): void {
    const there = this.#supplies.get(supply.id);
    if (there && (there.supply.producer !== supply.producer || there.supply.kind !== supply.kind))
      throw new InputFault('supply', 'twice');
    this.#putSupply(supply, 'supply');
  }

  /** The best assignment of what there is now. */
  assignment(): Assignment {
    for (const name of this.#touched) this.#share(name);
    this.#touched.clear();
    this.#flow.settle();
    const given: Given[] = [];
    const shortfalls: Shortfall[] = [];
    let value = 0;
    for (const { want, arc, matches } of this.#wants.values()) {
      const matched = this.#flow.carried(arc);
      if (matched < want.quantity) {
        const why = matches.size === 0 ? 'noMatch' : 'capacity';
        shortfalls.push({ want: want.id, wanted: want.quantity, matched, why });
      }
      if (matched === 0) continue;
      for (const [supply, { points, arc: by }] of matches) {
        const units = this.#flow.carried(by);
        if (units === 0) continue;
        given.push({ want: want.id, supply, units });
        value += units * (worth + points);
      }
    }
    for (const { steps } of this.#makers.values())
      for (const [at, arc] of steps.entries()) value -= crowding[at]! * this.#flow.carried(arc);
    return { given, shortfalls, value };
  }

  #putSupply(supply: Supply, path: string): void {
    checkCount(supply.capacity, `${path}.capacity`);
    const there = this.#supplies.get(supply.id);
    if (there) {
      there.supply = supply;
      this.#flow.change(there.arc, supply.capacity, 0);
      return;
    }
    const key = JSON.stringify([supply.producer, supply.kind]);
    let maker = this.#makers.get(key);
    if (!maker) {
      const node = this.#flow.addNode();
      const steps = crowding.map((cost) => this.#flow.addArc(ground, node, 0, cost));
      maker = { kind: supply.kind, node, steps, matched: 0 };
      this.#makers.set(key, maker);
      if (!this.#kinds.has(supply.kind))
        this.#kinds.set(supply.kind, { makers: new Set(), wants: new Set() });
    }
    const node = this.#flow.addNode();
    const arc = this.#flow.addArc(maker.node, node, supply.capacity, 0);
    this.#supplies.set(supply.id, { supply, node, maker, arc, matches: new Set() });
  }

  #putWant(want: Want, path: string): void {
    checkCount(want.quantity, `${path}.quantity`);
    const there = this.#wants.get(want.id);
    const total = this.#total + want.quantity - (there?.want.quantity ?? 0);
    if (total > mostUnits) throw new InputFault(`${path}.quantity`, 'tooLarge');
    this.#total = total;
    // What a unit is worth lies on the arc that takes it from its buyer; a match costs what it lacks of full points.
    const cost = -(worth + mostPoints);
    if (!there) {
      const node = this.#flow.addNode();
      const arc = this.#flow.addArc(node, ground, want.quantity, cost);
      this.#wants.set(want.id, { want, node, arc, matches: new Map(), kinds: new Map() });
      return;
    }
    there.want = want;
    this.#flow.change(there.arc, want.quantity, cost);
    for (const { points, arc } of there.matches.values())
      this.#flow.change(arc, want.quantity, mostPoints - points);
    for (const kind of there.kinds.keys()) this.#touched.add(kind);
  }

  #putMatch(wanted: Wanted, match: Match, path: string): void {
    checkPoints(match, path);
    const supplied = this.#supplies.get(match.supply);
    if (!supplied) throw new InputFault(`${path}.supply`, 'unknown');
    const { quantity } = wanted.want;
    const cost = mostPoints - match.points;
    const there = wanted.matches.get(match.supply);
    if (there) {
      there.points = match.points;
      this.#flow.change(there.arc, quantity, cost);
      return;
    }
    const arc = this.#flow.addArc(supplied.node, wanted.node, quantity, cost);
    wanted.matches.set(match.supply, { points: match.points, arc });
    const { maker } = supplied;
    const kind = this.#kinds.get(maker.kind)!;
    if (supplied.matches.size === 0 && maker.matched++ === 0) kind.makers.add(maker);
    supplied.matches.add(wanted.want.id);
    const count = wanted.kinds.get(maker.kind) ?? 0;
    if (count === 0) kind.wants.add(wanted);
    wanted.kinds.set(maker.kind, count + 1);
    this.#touched.add(maker.kind);
  }

  #dropMatch(wanted: Wanted, supply: string): void {
    const supplied = this.#supplies.get(supply)!;
    const { maker } = supplied;
    const kind = this.#kinds.get(maker.kind)!;
    this.#flow.change(wanted.matches.get(supply)!.arc, 0, 0);
    wanted.matches.delete(supply);
    supplied.matches.delete(wanted.want.id);
    if (supplied.matches.size === 0 && --maker.matched === 0) {
      kind.makers.delete(maker);
      for (const arc of maker.steps) this.#flow.change(arc, 0, 0);
    }
    const count = wanted.kinds.get(maker.kind)! - 1;
    if (count > 0) wanted.kinds.set(maker.kind, count);
    else {
      wanted.kinds.delete(maker.kind);
      kind.wants.delete(wanted);
    }
    this.#touched.add(maker.kind);
  }

  /** Gives the makers of a kind their fair share. */
  #share(name: string): void {
    const { makers, wants } = this.#kinds.get(name)!;
    let wanted = 0;
    for (const { want } of wants) wanted += want.quantity;
    const fair = Math.ceil(wanted / Math.max(1, makers.size));
    for (const { steps } of makers) {
      let from = 0;
      for (const [at, arc] of steps.entries()) {
        // Nobody gives more than all that is wanted.
        const end = Math.min(wanted, stepsEnd[at]! * fair);
        this.#flow.change(arc, Math.max(0, end - from), crowding[at]!);
        from = Math.max(from, end);
      }
    }
  }
}

function checkCount(value: number, path: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new InputFault(path, 'notACount');
  if (value > mostUnits) throw new InputFault(path, 'tooLarge');
}

function checkPoints({ points }: Match, path: string): void {
  if (!Number.isInteger(points) || points < 0 || points > mostPoints)
    throw new InputFault(`${path}.points`, 'notPoints');
}

/** Shares everything out once. @throws InputFault as `Matcher` */
export const assign = (problem: Problem): Assignment => new Matcher(problem).assignment();
