import { dayBegins, endings, goOn, undominated, writeDay, type Label } from './day.ts';
import type { Ground } from './ground.ts';
import type { PlannedDay } from './types.ts';

/** More stops than this are searched instead: the sets of stops double with each. */
export const mostExact = 12;

interface DayOf {
  /** Which stops are visited on this day, as bits. */
  mask: number;
  to: number;
  end: Label;
}
interface Reached {
  travel: number;
  /** Days that visits come after the first, added up. */
  late: number;
  before: { mask: number; place: number } | null;
  end: Label | null;
}

/**
 * The best plan there is: most weight, then least travel, then the earliest visits. Within a day labels (stops, last stop, time, travel, meals) are
 * extended and dominated ones dropped (Feillet et al. 2004); days are joined by which stops are behind and where one sleeps.
 * @returns the days and what is visited, as bits; null where the days don't hold without any visit
 */
export function solveExactly(ground: Ground): { days: PlannedDay[]; mask: number } | null {
  const { stops, places, weight } = ground;
  const sets = 1 << stops.length;
  let reached = new Map<number, Reached>([
    [ground.problem.start, { travel: 0, late: 0, before: null, end: null }],
  ]);
  const history: Map<number, Reached>[] = [];
  for (let day = 0; day < ground.days.length; day++) {
    const next = new Map<number, Reached>();
    const daysFrom = new Map<number, DayOf[][]>();
    for (const [state, { travel, late }] of reached) {
      const place = state % places;
      const mask = (state - place) / places;
      let days = daysFrom.get(place);
      if (!days) {
        days = Array.from({ length: sets }, () => []);
        for (const one of daysOf(ground, day, place)) days[one.mask]!.push(one);
        daysFrom.set(place, days);
      }
      const left = sets - 1 - mask;
      for (let today = left; ; today = (today - 1) & left) {
        for (const { to, end } of days[today]!) {
          const key = (mask | today) * places + to;
          const sum = { travel: travel + end.travel, late: late + day * bitsOf(today) };
          if (isBetter(sum, next.get(key))) next.set(key, { ...sum, before: { mask, place }, end });
        }
        if (today === 0) break;
      }
    }
    history.push(next);
    reached = next;
  }
  const valueOf = (mask: number) => weight.reduce((sum, one, at) => (mask & (1 << at) ? sum + one : sum), 0);
  let best: { mask: number; place: number; value: number; travel: number; late: number } | null = null;
  for (const [state, { travel, late }] of reached) {
    const place = state % places;
    const mask = (state - place) / places;
    const value = valueOf(mask);
    if (best === null || value > best.value || (value === best.value && isBetter({ travel, late }, best)))
      best = { mask, place, value, travel, late };
  }
  if (best === null) return null;
  const days: PlannedDay[] = [];
  let at: { mask: number; place: number } = best;
  for (let day = ground.days.length - 1; day >= 0; day--) {
    const { before, end } = history[day]!.get(at.mask * places + at.place)!;
    days.unshift(writeDay(ground, day, end!));
    at = before!;
  }
  return { days, mask: best.mask };
}

/** Every set of stops that one day from a place could hold, with each place for the night, by least travel. */
function daysOf(ground: Ground, day: number, from: number): DayOf[] {
  const { stops } = ground;
  const n = stops.length;
  const found: DayOf[] = [];
  const start = dayBegins(ground, day, from);
  for (const [to, end] of endings(ground, day, [start])) found.push({ mask: 0, to, end });
  const most = ground.days[day]!.maxVisits;
  // A set is only made of smaller ones, so in ascending order all of a set's labels are there when it is its turn.
  const labels = new Map<number, Label[]>();
  const put = (mask: number, label: Label) => {
    for (let stop = 0; stop < n; stop++) {
      const bit = 1 << stop;
      if (mask & bit || ground.open[day]![stop]!.length === 0) continue;
      const into: Label[] = [];
      goOn(ground, { day, label, place: stops[stop]!.place, stop, into });
      if (into.length === 0) continue;
      const key = (mask | bit) * n + stop;
      const there = labels.get(key);
      if (there) there.push(...into);
      else labels.set(key, into);
    }
  };
  if (most > 0) put(0, start);
  for (let mask = 1; mask < 1 << n; mask++) {
    const all: Label[] = [];
    for (let last = 0; last < n; last++) {
      const key = mask * n + last;
      const there = labels.get(key);
      if (!there) continue;
      labels.delete(key);
      const kept = undominated(there);
      all.push(...kept);
      if (bitsOf(mask) < most) for (const label of kept) put(mask, label);
    }
    if (all.length === 0) continue;
    for (const [to, end] of endings(ground, day, all)) found.push({ mask, to, end });
  }
  return found;
}

/** Whether days of the same visits have less travel than others, or as much and are earlier. */
const isBetter = (
  one: { travel: number; late: number },
  other: { travel: number; late: number } | undefined,
): boolean =>
  other === undefined || one.travel < other.travel || (one.travel === other.travel && one.late < other.late);

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}
