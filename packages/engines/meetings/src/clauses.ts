import type { Problem } from './problem.ts';
import { scarce } from './resources.ts';

/** The problem as clauses, and what their variables mean. */
export interface Clauses {
  /** As DIMACS. */
  text: string;
  /** By variable: a meeting, by its place in the instance, is in a slot. */
  meaning: Map<number, { at: number; slot: number }>;
}

/** Clauses with the breaks counted, for a solver that is asked many questions about the same. */
export interface CountedClauses extends LooseClauses {
  /** By participant, and of all together: variables that say that there are at least 1, 2, … breaks. */
  breaks: number[][];
  total: number[];
}

/**
 * Clauses without limits of tables and resources: they matter in the few slots around noon, and counters for all slots are most of the
 * clauses and in the way of finding.
 */
export interface LooseClauses extends Clauses {
  /** Variables that further clauses are about. */
  counted: number[];
  /**
   * Further clauses, as DIMACS, for the slots in which a schedule has more meetings than tables or than a resource allows;
   * once for each slot. Empty where it keeps all rules, null where they would be too many.
   */
  limits(slotOf: ArrayLike<number>): string | null;
}

/** More clauses than this are not worth a thread's memory; and so many come of each slot of each meeting at least where there are many. */
const most = 1_500_000;
const each = 20;
class TooMany extends Error {}

/** Two constants for what is known before any search. */
const yes = 1;
const no = -1;

/**
 * Breaks alone, as clauses with counters written out. They tell in each slot how many meet and how many meetings
 * there are: twice as many meet, so never an odd number and never more than seats at tables. Around noon, where many would
 * have to be busy at once to have no break, that is what proofs need. And they count up to each slot, for each participant, the
 * meetings it has had as well as the slots in which it was busy. The two are the same number, but only so a solver sees that
 * whose partners have ended early must have been busy often enough by then, and not more often than partners have begun.
 * @returns as WCNF, which clingo reads in its mode clasp: each clause of weight 1 that is broken is a break; null where it
 * would be too large
 */
export function clauses(problem: Problem): Clauses | null {
  return unlessTooMany(() => {
    const { lines, meaning, breaks, unpaid, counted } = written(problem);
    const soft = [unpaid, ...breaks.flat()];
    const hard = soft.length + 1;
    const text = [
      `p wcnf ${counted()} ${lines.length + soft.length} ${hard}`,
      ...lines.map((line) => `${hard} ${line} 0`),
      ...soft.map((it) => `1 ${-it} 0`),
      '',
    ].join('\n');
    return { text, meaning };
  });
}

/**
 * The same for a solver that has found schedules to be improved: the breaks of all are counted, up to `most`.
 * @returns as CNF; null where it would be too large
 */
export function countedClauses(problem: Problem, most: number): CountedClauses | null {
  return unlessTooMany(() => {
    const made = written(problem, { loose: true });
    const total = made.count(made.breaks.flat(), most);
    return { ...loose(problem, made), breaks: made.breaks, total };
  });
}

/**
 * The question whether nobody need have a break beyond its least, as CNF. Who has none is busy from its first meeting on, for as
 * many slots as it has meetings: one variable for each slot says all.
 * @returns null where it would be too large
 */
export function tightClauses(problem: Problem): LooseClauses | null {
  return unlessTooMany(() => loose(problem, written(problem, { loose: true, tight: true })));
}

function loose({ instance }: Problem, { lines, meaning, x, busyIn, atMost }: Written): LooseClauses {
  const { tables, meetings, slots } = instance;
  const short = scarce(instance);
  /** Slots, and of each resource, that have their limit. */
  const limited = new Set<string>();
  const limit = (key: string, of: readonly number[], cap: number) => {
    if (limited.has(key)) return;
    limited.add(key);
    atMost(of, cap);
  };
  const limits = (slotOf: ArrayLike<number>) => {
    const from = lines.length;
    for (let slot = 1; slot <= slots; slot++) {
      const here = (places: Iterable<number>) => [...places].filter((at) => slotOf[at] === slot).length;
      // Twice as many meet as there are meetings.
      if (here(meetings.keys()) > tables) limit(`${slot}`, busyIn[slot]!, 2 * tables);
      for (const { resource, capacity, places } of short)
        if (here(places) > capacity) {
          const those = places.flatMap((at) => x[at]!.get(slot) ?? []);
          limit(`${slot}/${resource}`, those, capacity);
        }
    }
    return asLines(lines.slice(from));
  };
  return {
    text: asLines(lines),
    meaning,
    counted: busyIn.flat(),
    limits: (slotOf) => unlessTooMany(() => limits(slotOf)),
  };
}

const asLines = (lines: readonly string[]): string => lines.map((line) => `${line} 0\n`).join('');

function unlessTooMany<Made>(make: () => Made): Made | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

type Written = ReturnType<typeof written>;

/**
 * @param loose without the limits of tables and resources @param tight nobody has a break beyond its least; by how much breaks
 * may differ is left out
 */
function written({ instance, could, least }: Problem, { loose: isLoose = false, tight = false } = {}) {
  const { participants, slots, morningSlots, tables, fairness, meetings } = instance;
  if (could.reduce((sum, mine) => sum + mine.length, 0) * each > most) throw new TooMany();
  const lines: string[] = [];
  let variables = 1;
  const fresh = () => ++variables;
  const add = (...clause: number[]) => {
    if (clause.includes(yes)) return;
    const rest = clause.filter((literal) => literal !== no);
    if (lines.push(rest.join(' ')) > most) throw new TooMany();
  };
  /** At most one of them. */
  const single = (of: readonly number[]): void => {
    if (of.length <= 6) for (let i = 1; i < of.length; i++) for (let j = 0; j < i; j++) add(-of[i]!, -of[j]!);
    else {
      const among = fresh();
      single([...of.slice(0, 5), among]);
      single([-among, ...of.slice(5)]);
    }
  };
  /** Counts them (a totalizer). @returns what says that at least 1, 2, … are true, up to one more than `cap` */
  const count = (of: readonly number[], cap: number): number[] => {
    if (of.length <= 1) return [...of];
    const left = count(of.slice(0, of.length >> 1), cap);
    const right = count(of.slice(of.length >> 1), cap);
    const size = Math.min(left.length + right.length, cap + 1);
    const sum = Array.from({ length: size }, fresh);
    for (let k = 1; k < size; k++) add(-sum[k]!, sum[k - 1]!);
    for (let i = 0; i <= left.length; i++)
      for (let j = 0; j <= right.length; j++) {
        if (i + j > 0)
          add(sum[Math.min(i + j, size) - 1]!, i > 0 ? -left[i - 1]! : no, j > 0 ? -right[j - 1]! : no);
        if (i + j < size) add(-sum[i + j]!, left[i] ?? no, right[j] ?? no);
      }
    return sum;
  };

  /** No more of them than `cap`. Counts upwards only: half the clauses of `count`. */
  const atMost = (of: readonly number[], cap: number): void => {
    const upward = (those: readonly number[]): number[] => {
      if (those.length <= 1) return [...those];
      const left = upward(those.slice(0, those.length >> 1));
      const right = upward(those.slice(those.length >> 1));
      const size = Math.min(left.length + right.length, cap + 1);
      const sum = Array.from({ length: size }, fresh);
      for (let i = 0; i <= left.length; i++)
        for (let j = 0; j <= right.length; j++)
          if (i + j > 0)
            add(sum[Math.min(i + j, size) - 1]!, i > 0 ? -left[i - 1]! : no, j > 0 ? -right[j - 1]! : no);
      return sum;
    };
    for (const beyond of upward(of).slice(cap)) add(-beyond);
  };

  const heldUpTo = (of: ReadonlyMap<number, number>): number[] => {
    const held = Array.from({ length: slots + 1 }, () => no);
    const last = Math.max(...of.keys());
    for (let slot = 1; slot <= slots; slot++) {
      const here = of.get(slot);
      const before = held[slot - 1]!;
      if (here === undefined) {
        held[slot] = before;
        continue;
      }
      const now = slot === last ? yes : fresh();
      held[slot] = now;
      add(-before, now);
      add(-here, now);
      add(-here, -before);
      add(-now, before, here);
    }
    return held;
  };

  lines.push(`${yes}`);
  const meaning: Clauses['meaning'] = new Map();
  const x = could.map((mine, at) => {
    const of = new Map<number, number>();
    for (const slot of mine) {
      const variable = fresh();
      of.set(slot, variable);
      meaning.set(variable, { at, slot });
    }
    return of;
  });
  for (const of of x) {
    add(...of.values());
    single([...of.values()]);
  }
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  for (const [at, { after }] of meetings.entries())
    for (const id of after) {
      const first = x[place.get(id)!]!;
      /** That it was in a slot before this one. */
      let before = no;
      for (let slot = 1; slot <= slots; slot++) {
        const then = x[at]!.get(slot);
        if (then !== undefined) add(-then, before);
        const its = first.get(slot);
        if (its === undefined) continue;
        const by = fresh();
        add(-by, before, its);
        before = by;
      }
    }

  /** By slot, that a meeting is in one up to it. */
  const heldBy = isLoose ? [] : x.map(heldUpTo);
  const busyIn: number[][] = Array.from({ length: slots + 1 }, () => []);
  /** One that need not be paid makes it a search for the best even where nobody could have a break. */
  const unpaid = fresh();
  const mineOf: number[][] = Array.from({ length: participants }, () => []);
  for (const [at, { a, b }] of meetings.entries()) {
    mineOf[a - 1]!.push(at);
    mineOf[b - 1]!.push(at);
  }
  /** How many breaks each can have: no more than gaps between meetings, or slots that are idle. */
  const room = mineOf.map((mine) => Math.max(0, Math.min(mine.length - 1, slots - mine.length)));
  const lowest = room.reduce((a, b) => Math.min(a, b), Infinity);
  /** That each has at least 1, 2, … breaks. */
  const breaks = mineOf.map((mine, person) => {
    const size = mine.length;
    const busy = Array.from({ length: slots + 2 }, () => no);
    for (let slot = 1; slot <= slots; slot++) {
      const of = mine.flatMap((at) => x[at]!.get(slot) ?? []);
      if (of.length === 0) continue;
      single(of);
      const any = of.length === 1 ? of[0]! : fresh();
      if (of.length > 1) {
        add(-any, ...of);
        for (const one of of) add(-one, any);
      }
      busy[slot] = any;
      busyIn[slot]!.push(any);
    }
    const inMorning = mine.filter((at) => could[at]!.at(-1)! <= morningSlots).length;
    const inAfternoon = mine.filter((at) => could[at]![0]! > morningSlots).length;
    const known = new Map<number, number>();
    /** That at least k of its meetings are in slots up to this one. */
    const by = (slot: number, k: number): number => {
      if (k <= 0) return yes;
      if (k > slot || k > size) return no;
      if (k <= size - (slots - slot) || (slot === morningSlots && k <= inMorning)) return yes;
      if (slot === morningSlots && k > size - inAfternoon) return no;
      const key = slot * (size + 1) + k;
      if (!known.has(key)) known.set(key, fresh());
      return known.get(key)!;
    };
    if (tight && least[person] === 0) {
      /** That it has begun by this slot. */
      const begun = (slot: number) => by(slot, 1);
      for (let slot = 1; slot <= slots; slot++) {
        add(-begun(slot - 1), begun(slot));
        add(-busy[slot]!, begun(slot));
        add(-busy[slot]!, -begun(slot - size));
        add(busy[slot]!, -begun(slot), begun(slot - size));
      }
      if (size > 0) add(begun(slots - size + 1));
      if (inMorning > 0) add(begun(morningSlots - inMorning + 1));
      if (inAfternoon > 0) add(-begun(morningSlots + inAfternoon - size));
      return [];
    }
    for (let slot = 1; slot <= slots; slot++)
      for (let k = 1; k <= size + 1; k++) {
        const [now, then, one] = [by(slot, k), by(slot - 1, k), by(slot - 1, k - 1)];
        add(-then, now);
        add(-one, -busy[slot]!, now);
        add(-now, then, busy[slot]!);
        add(-now, one);
        add(-now, by(slot, k - 1));
      }
    // Who has ended has met all of its partners by then, and who has not begun none: so each partner has met so many, too.
    if (!isLoose)
      for (let slot = 1; slot <= slots; slot++)
        for (const [at, met] of count(
          mine.map((one) => heldBy[one]![slot]!),
          size,
        ).entries()) {
          add(-met, by(slot, at + 1));
          add(-by(slot, at + 1), met);
        }
    if (room[person] === 0) return [];
    const gaps: number[] = [];
    for (let slot = 1; slot < slots; slot++) {
      const gap = fresh();
      gaps.push(gap);
      add(-by(slot, 1), busy[slot]!, -busy[slot + 1]!, gap);
      add(-gap, -busy[slot]!);
      add(-gap, busy[slot + 1]!);
      add(-gap, by(slot, 1));
    }
    const limit = tight ? least[person]! : Math.min(room[person]!, fairness + lowest);
    const sum = count(gaps, limit);
    for (const beyond of sum.slice(limit)) add(-beyond);
    const some = sum[0]!;
    // Without a break it goes on from the first meeting to the last.
    for (let slot = 1; slot < slots; slot++)
      for (const next of [slot, slot + 1]) add(-by(slot, 1), by(slot, size), busy[next]!, some);
    for (let slot = 1; slot < slots; slot++)
      for (let k = 1; k < size; k++) add(-by(slot, k), by(slot + 1, k + 1), some);
    for (let k = 0; k < least[person]!; k++) add(sum[k] ?? no);
    return sum.slice(0, limit);
  });
  for (let k = fairness + 1; k <= (tight ? 0 : fairness + lowest); k++) {
    const anybody = fresh();
    for (const mine of breaks) {
      add(-(mine[k - 1] ?? no), anybody);
      add(-anybody, mine[k - fairness - 1] ?? no);
    }
  }

  const made = { lines, meaning, x, busyIn, breaks, unpaid, count, atMost, counted: () => variables };
  if (isLoose) return made;
  for (let slot = 1; slot <= slots; slot++) {
    const held = count(
      x.flatMap((of) => of.get(slot) ?? []),
      tables,
    );
    for (const beyond of held.slice(tables)) add(-beyond);
    const meet = count(busyIn[slot]!, 2 * tables + 1);
    for (let pair = 0; pair * 2 < meet.length; pair++) {
      add(-meet[pair * 2]!, meet[pair * 2 + 1] ?? no);
      if (pair >= tables) add(-meet[pair * 2]!);
      else {
        const enough = held[pair] ?? no;
        add(-meet[pair * 2]!, enough);
        add(-enough, meet[pair * 2 + 1] ?? no);
      }
    }
  }
  for (const { capacity, places } of scarce(instance))
    for (let slot = 1; slot <= slots; slot++)
      atMost(
        places.flatMap((at) => x[at]!.get(slot) ?? []),
        capacity,
      );
  return made;
}
