import { Marks } from './columns.ts';
import { SortedLexemes } from './lexemes.ts';
import { Slots } from './slots.ts';
import type { Conjunction } from './types.ts';

const none = new Slots(0);

/** Looking a slot up in a list takes as long as walking through so many. */
const stepsOfLookup = 16;

/** Which slots have which lexemes. Slots are only added, in ascending order. */
export class Postings {
  /** Most lexemes are one entry's own (its codes, its whole names): these need no list. */
  readonly #slots = new Map<string, number | Slots>();
  readonly #lexemes = new SortedLexemes();
  readonly #marks = new Marks();

  add(slot: number, lexemes: Iterable<string>): void {
    this.#marks.reach(slot);
    for (const lexeme of lexemes) {
      const slots = this.#slots.get(lexeme);
      if (slots === undefined) {
        this.#slots.set(lexeme, slot);
        this.#lexemes.add(lexeme);
      } else if (typeof slots === 'number') {
        if (slots !== slot) this.#slots.set(lexeme, Slots.of(slots, slot));
      } else if (slots.last !== slot) slots.push(slot);
    }
  }

  /** Slots that have at least one lexeme of each list, each once, in no order. */
  matching(conjunction: Conjunction): Slots {
    if (conjunction.length === 0) return none;
    // Those that have one of the rarest are few: the others only have to be told apart.
    const [rarest, ...others] = conjunction
      .map((anyOf) => this.#listsOf(anyOf))
      .map((lists) => ({ lists, size: lists.reduce((sum, { length }) => sum + length, 0) }))
      .toSorted((a, b) => a.size - b.size);
    let found = this.#union(rarest!.lists);
    for (const { lists, size } of others) {
      if (found.length === 0) break;
      found =
        found.length * lists.length * stepsOfLookup < size
          ? including(found, lists)
          : this.#inBoth(found, lists);
    }
    return found;
  }

  #listsOf(anyOf: readonly string[]): Slots[] {
    const lists: Slots[] = [];
    const add = (lexeme: string): void => {
      const slots = this.#slots.get(lexeme);
      if (slots !== undefined) lists.push(typeof slots === 'number' ? Slots.of(slots) : slots);
    };
    for (const lexeme of anyOf) {
      if (lexeme.endsWith('*')) this.#lexemes.startingWith(lexeme.slice(0, -1)).forEach(add);
      else add(lexeme);
    }
    return lists;
  }

  #union(lists: readonly Slots[]): Slots {
    if (lists.length <= 1) return lists[0] ?? none;
    const marks = this.#marks.values;
    const mark = this.#marks.fresh();
    const found = new Slots(64);
    for (const { values, length } of lists)
      for (let at = 0; at < length; at++) {
        const slot = values[at]!;
        if (marks[slot] === mark) continue;
        marks[slot] = mark;
        found.push(slot);
      }
    return found;
  }

  #inBoth(slots: Slots, lists: readonly Slots[]): Slots {
    const marks = this.#marks.values;
    const wanted = this.#marks.fresh();
    const had = this.#marks.fresh();
    for (let at = 0; at < slots.length; at++) marks[slots.values[at]!] = wanted;
    const found = new Slots(64);
    for (const { values, length } of lists)
      for (let at = 0; at < length; at++) {
        const slot = values[at]!;
        if (marks[slot] !== wanted) continue;
        marks[slot] = had;
        found.push(slot);
      }
    return found;
  }
}

function including(slots: Slots, lists: readonly Slots[]): Slots {
  const found = new Slots();
  for (let at = 0; at < slots.length; at++) {
    const slot = slots.values[at]!;
    if (lists.some((list) => list.includes(slot))) found.push(slot);
  }
  return found;
}
