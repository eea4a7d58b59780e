import { nightsOf, type Ground } from './ground.ts';
import type { PlannedDay, PlannedItem } from './types.ts';

/** The last visit's end (or the day's start, or the arrival for the night) and how it was come by. */
export interface Label {
  time: number;
  /** Minutes of travel so far. */
  travel: number;
  /** Meals taken so far. */
  meals: number;
  before: Label | null;
  /** Place that was gone to; stop that was visited there, -1 for the night. */
  to: number;
  stop: number;
  /** Meals of this step that were taken before the way; the others after it. */
  mealsBefore: number;
  /** False where one stays where one is. */
  goes: boolean;
}

export const dayBegins = (ground: Ground, day: number, place: number): Label => ({
  time: ground.days[day]!.start,
  travel: 0,
  meals: 0,
  before: null,
  to: place,
  stop: -1,
  mealsBefore: 0,
  goes: false,
});

/** Earliest start of a visit, at `time` or later; Infinity where it can't be any more. */
export function opensFrom(ground: Ground, day: number, stop: number, time: number): number {
  const { minutes } = ground.stops[stop]!;
  for (const { opens, closes } of ground.open[day]![stop]!) {
    const start = Math.max(time, opens);
    if (start + minutes <= closes) return start;
  }
  return Infinity;
}

/** Every way to go on from a label: to a stop, or for the night (-1); meals before and after the way in all numbers. */
export function goOn(
  ground: Ground,
  at: { day: number; label: Label; place: number; stop: number; into: Label[] },
): void {
  const { day: dayIndex, label, place, stop, into } = at;
  const day = ground.days[dayIndex]!;
  // Whoever has gone nowhere and sleeps where they woke up needn't go anywhere.
  const goes = stop >= 0 || label.before !== null || label.to !== place;
  const leg = goes ? ground.quickest[label.to * ground.places + place]! : 0;
  const travel = label.travel + leg;
  if (travel > day.maxTravel) return;
  let leaves = label.time;
  for (let mealsBefore = 0; ; mealsBefore++) {
    if (mealsBefore > 0) {
      leaves = afterMeal(day.meals[label.meals + mealsBefore - 1], leaves);
      if (leaves > day.end) return;
    }
    let time = leaves + leg;
    for (let meals = label.meals + mealsBefore; time <= day.end; meals++) {
      if (stop >= 0) {
        const end = opensFrom(ground, dayIndex, stop, time) + ground.stops[stop]!.minutes;
        if (end <= day.end)
          into.push({ time: end, travel, meals, before: label, to: place, stop, mealsBefore, goes });
      } else if (meals === day.meals.length)
        into.push({ time, travel, meals, before: label, to: place, stop, mealsBefore, goes });
      time = afterMeal(day.meals[meals], time);
    }
  }
}

const afterMeal = (meal: { from: number; to: number; minutes: number } | undefined, time: number): number => {
  if (meal === undefined) return Infinity;
  const end = Math.max(time, meal.from) + meal.minutes;
  return end <= meal.to ? end : Infinity;
};

/** Drops what another label beats in time, travel and meals: whoever has eaten more may wait instead. */
export function undominated(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const one of labels.toSorted((a, b) => a.time - b.time || a.travel - b.travel || b.meals - a.meals))
    if (!kept.some((other) => other.travel <= one.travel && other.meals >= one.meals)) kept.push(one);
  return kept;
}

/** The least travel with which a day's last labels reach each place for the night. */
export function endings(ground: Ground, day: number, labels: readonly Label[]): Map<number, Label> {
  const ends = new Map<number, Label>();
  for (const place of nightsOf(ground, day)) {
    const into: Label[] = [];
    for (const label of labels) goOn(ground, { day, label, place, stop: -1, into });
    let best: Label | undefined;
    for (const one of into) if (best === undefined || one.travel < best.travel) best = one;
    if (best) ends.set(place, best);
  }
  return ends;
}

/** The day that a label ends, written out; a way to a host is gone as late as the visit allows. */
export function writeDay(ground: Ground, dayIndex: number, end: Label): PlannedDay {
  const chain: Label[] = [];
  for (let label: Label | null = end; label !== null; label = label.before) chain.unshift(label);
  const day = ground.days[dayIndex]!;
  const items: PlannedItem[] = [];
  const eat = (meal: number, time: number): number => {
    const start = Math.max(time, day.meals[meal]!.from);
    items.push({ kind: 'meal', meal, start, end: start + day.meals[meal]!.minutes });
    return start + day.meals[meal]!.minutes;
  };
  for (const [nth, label] of chain.entries()) {
    if (nth === 0) continue;
    const before = chain[nth - 1]!;
    let { time } = before;
    let eaten = before.meals;
    for (let meal = 0; meal < label.mealsBefore; meal++) time = eat(eaten++, time);
    const way = before.to * ground.places + label.to;
    let leg: PlannedItem | null = null;
    if (label.goes) {
      leg = {
        kind: 'leg',
        from: before.to,
        to: label.to,
        mode: ground.modeOf[way]!,
        start: time,
        end: time + ground.quickest[way]!,
      };
      items.push(leg);
      time = leg.end;
    }
    while (eaten < label.meals) {
      time = eat(eaten++, time);
      leg = null;
    }
    if (label.stop < 0) continue;
    const { id, minutes } = ground.stops[label.stop]!;
    const start = label.time - minutes;
    if (leg) [leg.start, leg.end] = [leg.start + start - leg.end, start];
    items.push({ kind: 'visit', stop: id, start, end: label.time });
  }
  return { from: chain[0]!.to, to: end.to, items };
}
