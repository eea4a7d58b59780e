import type { Problem } from '../types.ts';

export interface Best {
  mandatory: number;
  value: number;
  travel: number;
  /** Days that visits come after the first, added up. */
  late: number;
}

/**
 * The best of all plans by trying everything: every order, every meal anywhere, every night. Shares no line with the engine
 * and drops nothing early.
 */
export function exhaustive(problem: Problem): Best | null {
  const { days, stops, travel, visitors } = problem;
  const way = (from: number, to: number): number => {
    const road = travel.road[from]![to] ?? Infinity;
    const rail = travel.rail[from]![to] ?? Infinity;
    return road < rail ? road : rail;
  };
  const everywhere = [
    ...new Set([
      problem.start,
      ...stops.map(({ place }) => place),
      ...days.flatMap(({ night }) => night ?? []),
    ]),
  ];
  let best: Best | null = null;
  const been = new Set<number>();

  const finish = (spent: number, late: number): void => {
    let mandatory = 0;
    let value = 0;
    for (const at of been) {
      if (stops[at]!.mandatory) mandatory++;
      value += stops[at]!.value;
    }
    const better =
      best === null ||
      mandatory > best.mandatory ||
      (mandatory === best.mandatory &&
        (value > best.value ||
          (value === best.value && (spent < best.travel || (spent === best.travel && late < best.late)))));
    if (better) best = { mandatory, value, travel: spent, late };
  };

  interface Moment {
    day: number;
    place: number;
    time: number;
    spentToday: number;
    spent: number;
    late: number;
    eaten: number;
    visits: number;
    /** Where one stands at a door and hasn't gone in; the night's bed is 'bed'. */
    before: number | 'bed' | null;
  }
  const live = (now: Moment): void => {
    if (now.day === days.length) return finish(now.spent, now.late);
    const day = days[now.day]!;
    if (now.time > day.end || now.spentToday > day.maxTravel) return;
    const meal = day.meals[now.eaten];
    if (meal) {
      const start = Math.max(now.time, meal.from);
      if (start + meal.minutes <= meal.to) live({ ...now, time: start + meal.minutes, eaten: now.eaten + 1 });
    }
    if (now.before === 'bed') {
      if (now.eaten < day.meals.length) return;
      return live({
        ...now,
        day: now.day + 1,
        time: days[now.day + 1]?.start ?? 0,
        spentToday: 0,
        eaten: 0,
        visits: 0,
        before: null,
      });
    }
    if (now.before !== null) {
      const stop = stops[now.before]!;
      for (const { day: on, opens, closes } of stop.windows) {
        if (on !== now.day) continue;
        const start = Math.max(opens, now.time);
        if (start + stop.minutes > closes) continue;
        been.add(now.before);
        live({
          ...now,
          time: start + stop.minutes,
          visits: now.visits + 1,
          late: now.late + now.day,
          before: null,
        });
        been.delete(now.before);
      }
      return;
    }
    if (now.visits < day.maxVisits)
      for (const [at, stop] of stops.entries()) {
        if (been.has(at) || (stop.capacity !== null && stop.capacity < visitors)) continue;
        const takes = way(now.place, stop.place);
        live({
          ...now,
          place: stop.place,
          time: now.time + takes,
          spentToday: now.spentToday + takes,
          spent: now.spent + takes,
          before: at,
        });
      }
    for (const bed of day.night === null ? everywhere : [day.night]) {
      const takes = now.visits === 0 && bed === now.place ? 0 : way(now.place, bed);
      live({
        ...now,
        place: bed,
        time: now.time + takes,
        spentToday: now.spentToday + takes,
        spent: now.spent + takes,
        before: 'bed',
      });
    }
  };
  if (days.length > 0)
    live({
      day: 0,
      place: problem.start,
      time: days[0]!.start,
      spentToday: 0,
      spent: 0,
      late: 0,
      eaten: 0,
      visits: 0,
      before: null,
    });
  return best;
}
