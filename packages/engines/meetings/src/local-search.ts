import { breaksOf } from './tables.ts';
import type { Instance } from './types.ts';

/** What a broken rule weighs beside a break, and how warm the search starts and ends. */
const broken = 3;
const hot = 1;
const cold = 0.15;
/** Moves between two looks at the clock, and from hot to cold the first time. */
const stride = 2000;
const firstRound = 300_000;

/**
 * Looks for schedules by simulated annealing: a meeting moves to another slot, whoever is in its way there may change
 * places with it. It proves nothing, but has something to show early.
 * @param could by `domains` @param random from 0 to below 1 @param goOn asked every few thousand moves
 * @param found called with each schedule that keeps all rules and is better than those before: slots by the order of the instance
 */
export function searchLocally(
  instance: Instance,
  could: readonly (readonly number[])[],
  random: () => number,
  goOn: () => boolean,
  found: (slotOf: Int32Array, breaks: number) => void,
): void {
  const { participants, slots, tables, fairness, meetings } = instance;
  const size = meetings.length;
  if (could.some((mine) => mine.length === 0)) return;
  const width = slots + 2;
  const slotOf = new Int32Array(size);
  const busy = new Int32Array(participants * width);
  const load = new Int32Array(width);
  const groups = new Int32Array(participants);
  const one = Int32Array.from(meetings, ({ a }) => a - 1);
  const other = Int32Array.from(meetings, ({ b }) => b - 1);
  const mine: number[][] = Array.from({ length: participants }, () => []);
  for (let at = 0; at < size; at++) {
    mine[one[at]!]!.push(at);
    mine[other[at]!]!.push(at);
  }
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  const before = meetings.map(({ after }) => after.map((id) => place.get(id)!));
  const later: number[][] = meetings.map(() => []);
  for (const [at, earlier] of before.entries()) for (const it of earlier) later[it]!.push(at);
  const movable = could.flatMap((choices, at) => (choices.length > 1 ? [at] : []));

  /** Rules broken, without fairness; and breaks beyond what is fair if somebody has none. */
  let wrong = 0;
  let breaks = 0;
  let unfair = 0;
  const breaksIn = (count: number) => Math.max(0, count - 1);
  const regroup = (person: number, change: number) => {
    const was = breaksIn(groups[person]!);
    groups[person]! += change;
    const is = breaksIn(groups[person]!);
    breaks += is - was;
    unfair += Math.max(0, is - fairness) - Math.max(0, was - fairness);
  };
  const enter = (person: number, slot: number) => {
    const here = person * width + slot;
    if (busy[here]!++ > 0) wrong++;
    else regroup(person, 1 - (busy[here - 1]! > 0 ? 1 : 0) - (busy[here + 1]! > 0 ? 1 : 0));
  };
  const leave = (person: number, slot: number) => {
    const here = person * width + slot;
    if (--busy[here]! > 0) wrong--;
    else regroup(person, (busy[here - 1]! > 0 ? 1 : 0) + (busy[here + 1]! > 0 ? 1 : 0) - 1);
  };
  const disorder = (at: number) => {
    let count = 0;
    for (const it of before[at]!) if (slotOf[it]! >= slotOf[at]!) count++;
    for (const it of later[at]!) if (slotOf[it]! <= slotOf[at]!) count++;
    return count;
  };
  const move = (at: number, to: number) => {
    const from = slotOf[at]!;
    leave(one[at]!, from);
    leave(other[at]!, from);
    if (load[from]!-- > tables) wrong--;
    wrong -= disorder(at);
    slotOf[at] = to;
    wrong += disorder(at);
    enter(one[at]!, to);
    enter(other[at]!, to);
    if (++load[to]! > tables) wrong++;
  };
  for (let at = 0; at < size; at++) {
    const choices = could[at]!;
    // Where it clashes least, so that the beginning is not all noise.
    let best = choices[0]!;
    let least = Infinity;
    for (const slot of choices) {
      const cost =
        busy[one[at]! * width + slot]! +
        busy[other[at]! * width + slot]! +
        (load[slot]! >= tables ? 1 : 0) +
        random() * 0.5;
      if (cost < least) [best, least] = [slot, cost];
    }
    slotOf[at] = best;
    enter(one[at]!, best);
    enter(other[at]!, best);
    if (++load[best]! > tables) wrong++;
  }
  for (const [at, earlier] of before.entries())
    for (const it of earlier) if (slotOf[it]! >= slotOf[at]!) wrong++;

  let record = Infinity;
  const look = () => {
    if (wrong > 0 || breaks >= record) return;
    const each = breaksOf(instance, slotOf);
    if (each.reduce((a, b) => Math.max(a, b), 0) - each.reduce((a, b) => Math.min(a, b), Infinity) > fairness)
      return;
    record = breaks;
    found(slotOf.slice(), breaks);
  };
  look();
  const choices = new Set(could.flat());
  const inTheWay = (person: number, slot: number, except: number) => {
    if (busy[person * width + slot] === 0) return -1;
    for (const at of mine[person]!) if (at !== except && slotOf[at] === slot) return at;
    return -1;
  };
  const allowed = could.map((those) => {
    const flags = new Uint8Array(width);
    for (const slot of those) flags[slot] = 1;
    return flags;
  });
  if (movable.length === 0 || choices.size < 2) return;
  for (let round = firstRound; ; round = Math.min(round * 2, 2 ** 31)) {
    const cooling = (cold / hot) ** (1 / round);
    let heat = hot;
    for (let step = 0; step < round; step++, heat *= cooling) {
      if (step % stride === 0 && !goOn()) return;
      const at = movable[Math.floor(random() * movable.length)]!;
      const from = slotOf[at]!;
      const to = could[at]![Math.floor(random() * could[at]!.length)]!;
      if (to === from) continue;
      const cost = broken * (wrong + unfair) + breaks;
      const first = inTheWay(one[at]!, to, at);
      let second = inTheWay(other[at]!, to, at);
      if (second === first) second = -1;
      const moved = [at];
      move(at, to);
      for (const it of [first, second])
        if (it >= 0 && allowed[it]![from]) {
          move(it, from);
          moved.push(it);
        }
      const worse = broken * (wrong + unfair) + breaks - cost;
      if (worse > 0 && random() >= Math.exp(-worse / heat)) {
        for (const it of moved.toReversed()) move(it, it === at ? from : to);
        continue;
      }
      if (wrong > 0) continue;
      look();
      if (record === 0) return;
    }
  }
}
