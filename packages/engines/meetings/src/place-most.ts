import { needsOf, scarce } from './resources.ts';
import type { Instance } from './types.ts';

/**
 * Places as many meetings as it can and leaves the others out: a partial colouring of edges by tabu search (after Blöchliger
 * and Zufferey 2008, PartialCol). Who is put into a slot pushes out whoever is in the way there, and these don’t come back into
 * that slot for a while. Proves nothing, and knows of no order among meetings.
 * @param could the slots that each could be in @param found called with those left out, by their place in the instance,
 * whenever they are as few as ever, also with the same again @param goOn asked from time to time
 */
export function placeMost(
  instance: Instance,
  could: readonly (readonly number[])[],
  random: () => number,
  { found, goOn }: { found: (leftOut: number[]) => void; goOn: () => boolean },
): void {
  const { participants, slots, tables, meetings } = instance;
  const width = slots + 1;
  const below = (count: number) => Math.floor(random() * count);
  /** Which meeting somebody has in a slot, and those of a slot. */
  const busy = new Int32Array((participants + 1) * width).fill(-1);
  const there: number[][] = Array.from({ length: width }, () => []);
  const slotOf = new Int32Array(meetings.length);
  const tabu = new Int32Array(meetings.length * width);
  const out = new Set(meetings.keys());
  const short = scarce(instance);
  const needs = needsOf(instance, short);
  /** How many meetings of a slot need a scarce resource. */
  const used = new Int32Array(short.length * width);

  const inTheWay = (at: number, slot: number): number[] => {
    const { a, b } = meetings[at]!;
    const [one, other] = [busy[a * width + slot]!, busy[b * width + slot]!];
    const pushed = one === -1 ? [] : [one];
    if (other !== -1 && other !== one) pushed.push(other);
    return pushed;
  };
  const put = (at: number, slot: number) => {
    const { a, b } = meetings[at]!;
    busy[a * width + slot] = busy[b * width + slot] = at;
    there[slot]!.push(at);
    slotOf[at] = slot;
    for (const it of needs[at]!) used[it * width + slot]!++;
    out.delete(at);
  };
  const push = (at: number) => {
    const { a, b } = meetings[at]!;
    const slot = slotOf[at]!;
    busy[a * width + slot] = busy[b * width + slot] = -1;
    there[slot]!.splice(there[slot]!.indexOf(at), 1);
    for (const it of needs[at]!) used[it * width + slot]!--;
    slotOf[at] = 0;
    out.add(at);
  };
  /**
   * Adds to those who are pushed out, for each resource that a meeting needs and that they leave none of, one who has it:
   * who has most of such.
   */
  const freeing = (at: number, slot: number, pushed: number[], pick: (from: number[]) => number) => {
    const isFull = (it: number) =>
      used[it * width + slot]! - pushed.filter((one) => needs[one]!.includes(it)).length >=
      short[it]!.capacity;
    for (;;) {
      const full = needs[at]!.filter(isFull);
      if (full.length === 0) return;
      const worth = (one: number) => full.filter((it) => needs[one]!.includes(it)).length;
      const holders = there[slot]!.filter((one) => !pushed.includes(one));
      const most = holders.reduce((best, one) => Math.max(best, worth(one)), 0);
      pushed.push(pick(holders.filter((one) => worth(one) === most)));
    }
  };
  const anyOf = (from: number[]) => from[below(from.length)]!;
  /** How many a move pushes out: for want of a table one more, if nobody leaves one. */
  const costOf = (at: number, slot: number): number => {
    const pushed = inTheWay(at, slot);
    if (needs[at]!.length > 0) freeing(at, slot, pushed, ([first]) => first!);
    return pushed.length === 0 && there[slot]!.length >= tables ? 1 : pushed.length;
  };

  for (const at of meetings.keys()) {
    const free = could[at]!.find((slot) => costOf(at, slot) === 0);
    if (free !== undefined) put(at, free);
  }
  let fewest = Infinity;
  for (let step = 1; out.size > 0 && (step % 64 !== 0 || goOn()); step++) {
    let least = Infinity;
    let moves: [at: number, slot: number][] = [];
    for (const at of out)
      for (const slot of could[at]!) {
        const cost = costOf(at, slot);
        if (cost > least) continue;
        if (tabu[at * width + slot]! > step && out.size + cost - 1 >= fewest) continue;
        if (cost < least) [least, moves] = [cost, []];
        moves.push([at, slot]);
      }
    const move = moves[below(moves.length)];
    if (move) {
      const [at, slot] = move;
      const pushed = inTheWay(at, slot);
      freeing(at, slot, pushed, anyOf);
      if (pushed.length === 0 && there[slot]!.length >= tables)
        pushed.push(there[slot]![below(there[slot]!.length)]!);
      for (const one of pushed) {
        push(one);
        tabu[one * width + slot] = step + 1 + below(10) + Math.floor(out.size * 0.6);
      }
      put(at, slot);
    }
    // Nothing can be gained before nothing more can simply be put somewhere.
    if (out.size <= fewest && least > 0) {
      fewest = out.size;
      found([...out]);
    }
  }
  if (out.size < fewest) found([...out]);
}
