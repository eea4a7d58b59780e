import { breaksOf, movedFrom } from './tables.ts';
import type { Problem } from './problem.ts';
import { needsOf, scarce } from './resources.ts';

/** What a broken rule, a meeting away from the others and a moved one weigh beside a break. */
const broken = 3;
const stray = 0.8;
const shifted = 2.5;
/** How warm the search starts and ends. */
const hot = 0.8;
const cold = 0.15;
/** How often a move is aimed at somebody's break, or at a meeting that was moved; and how often who has none is passed over. */
const aimed = 0.6;
const insisting = 0.05;
/** Moves between two looks at the clock, and from hot to cold the first time. */
const stride = 1000;
const firstRound = 50_000;

/**
 * Looks for schedules by simulated annealing. Nobody ever meets twice in a slot: a meeting changes its slot together
 * with the whole chain of those that stand in each other's way in these two slots (a Kempe chain), so that only who is
 * at an end of the chain gains or loses a break; a meeting without a slot drives out who is in its way. It proves
 * nothing, but has something to show early.
 * @param random from 0 to below 1 @param goOn asked every thousand moves
 * @param found called with each schedule that keeps all rules and is better than those before: slots by the order of the instance
 */
export function searchLocally(
  { instance, could, least, was }: Problem,
  random: () => number,
  goOn: () => boolean,
  found: (slotOf: Int32Array) => void,
): void {
  const { participants, slots, tables, fairness, meetings } = instance;
  const size = meetings.length;
  if (size === 0 || could.some((mine) => mine.length === 0)) return;
  const below = (count: number) => Math.floor(random() * count);
  const width = slots + 2;
  /** By meeting; 0 where it has none yet. */
  const slotOf = new Int32Array(size);
  /** The meeting of a participant in a slot, -1 where there is none. */
  const there = new Int32Array(participants * width).fill(-1);
  const load = new Int32Array(width);
  const short = scarce(instance);
  const needs = needsOf(instance, short);
  /** How many meetings of a slot need a scarce resource. */
  const used = new Int32Array(short.length * width);
  const one = Int32Array.from(meetings, ({ a }) => a - 1);
  const other = Int32Array.from(meetings, ({ b }) => b - 1);
  const allowed = new Uint8Array(size * width);
  for (const [at, mine] of could.entries()) for (const slot of mine) allowed[at * width + slot] = 1;
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  const before = meetings.map(({ after }) => after.map((id) => place.get(id)!));
  const later: number[][] = meetings.map(() => []);
  for (const [at, earlier] of before.entries()) for (const it of earlier) later[it]!.push(at);
  const ordered = meetings.map((_, at) => before[at]!.length + later[at]!.length > 0);
  const movable = could.flatMap((mine, at) => (mine.length > 1 ? [at] : []));
  const fair = fairness + least.reduce((a, b) => Math.min(a, b), Infinity);

  /** Meetings without a slot, each with its place in this list. */
  const waiting: number[] = [];
  const waitsAt = new Int32Array(size).fill(-1);
  /** Tables and resources too few and precedences broken; breaks; breaks beyond what is fair if somebody has the least; meetings moved. */
  let wrong = 0;
  let breaks = 0;
  let unfair = 0;
  let moved = 0;
  /** Meetings outside the slots in a row, as many as somebody has meetings, that hold most of them: how far it is from no break. */
  let strays = 0;
  const meets = new Int32Array(participants);
  for (const { a, b } of meetings) for (const person of [a, b]) meets[person - 1]!++;
  const breaksBy = new Int32Array(participants);
  const straysBy = new Int32Array(participants);
  /** Until there is a schedule, moving a meeting may well be the only way to one. */
  let staying = shifted / 10;
  const cost = () => broken * (wrong + unfair + waiting.length) + breaks + stray * strays + staying * moved;
  const recount = (person: number) => {
    const from = person * width;
    const window = meets[person]!;
    let groups = 0;
    let total = 0;
    let inside = 0;
    let most = 0;
    for (let slot = 1; slot <= slots; slot++) {
      if (there[from + slot]! >= 0) {
        if (there[from + slot - 1]! < 0) groups++;
        total++;
        inside++;
      }
      if (slot > window && there[from + slot - window]! >= 0) inside--;
      if (inside > most) most = inside;
    }
    strays += total - most - straysBy[person]!;
    straysBy[person] = total - most;
    const had = breaksBy[person]!;
    const has = groups > 0 ? groups - 1 : 0;
    breaks += has - had;
    unfair += Math.max(0, has - fair) - Math.max(0, had - fair);
    breaksBy[person] = has;
  };
  const disorder = (at: number) => {
    const mine = slotOf[at]!;
    let count = 0;
    if (mine === 0) return 0;
    for (const it of before[at]!) if (slotOf[it]! >= mine) count++;
    for (const it of later[at]!) if (slotOf[it]! > 0 && slotOf[it]! <= mine) count++;
    return count;
  };
  /** Sets the slot alone: who is busy when is not looked after. */
  const assign = (at: number, to: number) => {
    const from = slotOf[at]!;
    if (ordered[at]) wrong -= disorder(at);
    slotOf[at] = to;
    if (ordered[at]) wrong += disorder(at);
    if (from > 0 && load[from]!-- > tables) wrong--;
    if (to > 0 && ++load[to]! > tables) wrong++;
    for (const it of needs[at]!) {
      const { capacity } = short[it]!;
      if (from > 0 && used[it * width + from]!-- > capacity) wrong--;
      if (to > 0 && ++used[it * width + to]! > capacity) wrong++;
    }
    const home = was?.[at] ?? 0;
    if (home > 0) moved += (to !== home && to > 0 ? 1 : 0) - (from !== home && from > 0 ? 1 : 0);
  };
  const enter = (at: number, to: number) => {
    const waits = waitsAt[at]!;
    if (waits >= 0) {
      const last = waiting.pop()!;
      if (last !== at) {
        waiting[waits] = last;
        waitsAt[last] = waits;
      }
      waitsAt[at] = -1;
    }
    assign(at, to);
    there[one[at]! * width + to] = there[other[at]! * width + to] = at;
    recount(one[at]!);
    recount(other[at]!);
  };
  const leave = (at: number) => {
    const from = slotOf[at]!;
    there[one[at]! * width + from] = there[other[at]! * width + from] = -1;
    assign(at, 0);
    waitsAt[at] = waiting.push(at) - 1;
    recount(one[at]!);
    recount(other[at]!);
  };

  const chain: number[] = [];
  /** Collects the chain of a meeting in two slots. @returns whether all in it may change to the other slot */
  const link = (start: number, to: number): boolean => {
    const from = slotOf[start]!;
    chain.length = 0;
    chain.push(start);
    if (!allowed[start * width + to]) return false;
    for (const first of [one[start]!, other[start]!]) {
      let person = first;
      let slot = to;
      for (;;) {
        const next = there[person * width + slot]!;
        if (next < 0) break;
        if (next === start) return true; // A circle: the other direction has nothing more.
        slot = slot === to ? from : to;
        if (!allowed[next * width + slot]) return false;
        chain.push(next);
        person = one[next] === person ? other[next]! : one[next]!;
      }
    }
    return true;
  };
  const flip = (from: number, to: number) => {
    for (const at of chain)
      there[one[at]! * width + slotOf[at]!] = there[other[at]! * width + slotOf[at]!] = -1;
    for (const at of chain) {
      const next = slotOf[at] === from ? to : from;
      assign(at, next);
      there[one[at]! * width + next] = there[other[at]! * width + next] = at;
    }
    for (const at of chain)
      for (const person of [one[at]!, other[at]!])
        if (there[person * width + from]! < 0 || there[person * width + to]! < 0) recount(person);
  };

  for (let at = 0; at < size; at++) waitsAt[at] = waiting.push(at) - 1;
  const free = (at: number, slot: number) =>
    there[one[at]! * width + slot]! < 0 && there[other[at]! * width + slot]! < 0;
  if (was)
    for (let at = 0; at < size; at++) {
      const slot = was[at]!;
      if (slot > 0 && allowed[at * width + slot] && free(at, slot) && load[slot]! < tables) enter(at, slot);
    }

  let record: [number, number] = [Infinity, Infinity];
  const look = () => {
    if (wrong > 0 || waiting.length > 0 || moved > record[0] || (moved === record[0] && breaks >= record[1]))
      return;
    const each = breaksOf(instance, slotOf);
    if (each.reduce((a, b) => Math.max(a, b), 0) - each.reduce((a, b) => Math.min(a, b), Infinity) > fairness)
      return;
    record = [was ? movedFrom(was, slotOf) : 0, breaks];
    staying = shifted;
    found(slotOf.slice());
  };
  const undo: [meeting: number, slot: number][] = [];
  /** Gives a waiting meeting a slot and drives out whoever is there. */
  const insert = (heat: number) => {
    const at = waiting[below(waiting.length)]!;
    const mine = could[at]!;
    const slot = mine[below(mine.length)]!;
    const cost0 = cost();
    undo.length = 0;
    for (const person of [one[at]!, other[at]!]) {
      const it = there[person * width + slot]!;
      if (it < 0) continue;
      if (could[it]!.length === 1) {
        for (const [who, back] of undo) enter(who, back);
        return;
      }
      undo.push([it, slot]);
      leave(it);
    }
    enter(at, slot);
    const worse = cost() - cost0;
    if (worse <= 0 || random() < Math.exp(-worse / heat)) return;
    leave(at);
    for (const [who, back] of undo) enter(who, back);
  };
  /**
   * A meeting and the slot where it would be of use: one that was moved, to where it was; or one at the end of a group
   * of a participant with breaks, to a pause.
   */
  const useful = (): [number, number] | null => {
    if (was && moved > 0 && random() < 0.5) {
      const at = below(size);
      return was[at]! > 0 && was[at] !== slotOf[at] ? [at, was[at]!] : null;
    }
    let person = below(participants);
    if (breaksBy[person] === 0) {
      if (breaks === 0 || random() >= insisting) return null;
      while (breaksBy[person] === 0) person = (person + 1) % participants;
    }
    const from = person * width;
    const ends: number[] = [];
    const pauses: number[] = [];
    for (let slot = 1; slot <= slots; slot++) {
      const busy = there[from + slot]! >= 0;
      const left = there[from + slot - 1]! >= 0;
      const right = there[from + slot + 1]! >= 0;
      if (busy && !(left && right)) ends.push(slot);
      if (!busy && (left || right)) pauses.push(slot);
    }
    return [there[from + ends[below(ends.length)]!]!, pauses[below(pauses.length)]!];
  };
  for (let round = firstRound; ; round = Math.min(round * 2, 2 ** 31)) {
    const cooling = (cold / hot) ** (1 / round);
    let heat = hot;
    for (let step = 0; step < round; step++, heat *= cooling) {
      if (step % stride === 0 && !goOn()) return;
      if (waiting.length > 0) {
        insert(heat);
        look();
        if (waiting.length > 0 && (movable.length === 0 || random() < 0.5)) continue;
      }
      if (movable.length === 0) return;
      const aim = random() < aimed ? useful() : null;
      let at: number;
      let to: number;
      if (aim) [at, to] = aim;
      else {
        at = movable[below(movable.length)]!;
        to = could[at]![below(could[at]!.length)]!;
      }
      const from = slotOf[at]!;
      if (from === 0 || from === to || !link(at, to)) continue;
      const cost0 = cost();
      flip(from, to);
      const worse = cost() - cost0;
      if (worse > 0 && random() >= Math.exp(-worse / heat)) {
        flip(from, to);
        continue;
      }
      look();
      if (!was && record[1] === 0) return;
    }
  }
}
