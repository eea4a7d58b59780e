import {
  tourCities,
  type BodyOf,
  type placeVisit as placing,
  type Tour,
  type TourCity,
} from '@jiechuan/contract';
import {
  fixTimes,
  propose,
  type Booking,
  type Fault,
  type PlannedDay,
  type Problem as Task,
} from '@jiechuan/tours';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { addDays } from '../../../platform/today.ts';
import { confidenceOf, travelTables } from './facts/travel-times.ts';
import { hostNames, presentTour } from './present.ts';
import { freeHours, promisedHours, takenHours, type Promised, type Span } from './promised-hours.ts';
import { toursProblems } from './problems.ts';
import { lockDraft, lockStop, stopsOf, touchTour } from './tour.sql.ts';
import { tours, type KeptPlan, type StopRow, type TourRow } from './tables.ts';

const daysOf = ({ first_day: first, last_day: last }: TourRow): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
const weekday = (day: string) => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
const indexOf = (city: TourCity) => tourCities.indexOf(city);

type PromisedBy = ReadonlyMap<string, readonly Promised[]>;
const nothingPromised: PromisedBy = new Map();

/** When other groups leave no room for this one at a stop on a day. */
const takenAt = (tour: TourRow, stop: StopRow, date: string, promised: PromisedBy): Span[] =>
  takenHours((stop.organisation_id !== null && promised.get(stop.organisation_id)) || [], {
    date,
    capacity: stop.capacity,
    visitors: tour.guests.visitors,
  });

/** Hours in which a stop can be visited, by the tour's days; those that its host has promised to others are left out. */
const windowsOf = (tour: TourRow, stop: StopRow, promised: PromisedBy) =>
  daysOf(tour).flatMap((date, day) => {
    const taken = takenAt(tour, stop, date, promised);
    return stop.hours
      .filter(({ weekdays }) => weekdays.includes(weekday(date)))
      .flatMap(({ opens, closes }) =>
        freeHours(opens, closes, taken).map(({ start, end }) => ({ day, opens: start, closes: end })),
      );
  });

/** A tour as the engine takes it; nights are free but the last. A host who has declined isn't part of it. */
function taskOf(tour: TourRow, stops: readonly StopRow[], promised = nothingPromised): Task {
  const { starts, ends, maxTravel, maxVisits, meals } = tour.limits;
  const dates = daysOf(tour);
  return {
    days: dates.map((_, at) => ({
      start: starts,
      end: ends,
      maxTravel,
      maxVisits,
      meals,
      night: at === dates.length - 1 ? indexOf(tour.end_city) : null,
    })),
    stops: stops
      .filter(({ answer }) => answer !== 'declined')
      .map((stop) => ({
        id: stop.id,
        place: indexOf(stop.city),
        value: stop.wish,
        minutes: stop.minutes,
        windows: windowsOf(tour, stop, promised),
        mandatory: stop.must,
        capacity: stop.capacity,
      })),
    visitors: tour.guests.visitors,
    start: indexOf(tour.start_city),
    travel: travelTables,
  };
}

/** The engine's days with cities and dates instead of indices. */
const keptDays = (tour: TourRow, days: readonly PlannedDay[]): KeptPlan['days'] =>
  daysOf(tour).map((date, at) => {
    const { from, to, items } = days[at]!;
    return {
      date,
      from: tourCities[from]!,
      to: tourCities[to]!,
      items: items.map((item) => {
        const { start, end } = item;
        if (item.kind === 'visit') return { kind: 'visit', stopId: item.stop, start, end };
        if (item.kind === 'meal') return { kind: 'meal', start, end };
        const [fromCity, toCity] = [tourCities[item.from]!, tourCities[item.to]!];
        return {
          kind: 'leg',
          from: fromCity,
          to: toCity,
          mode: item.mode,
          confidence: confidenceOf(item.mode, fromCity, toCity),
          start,
          end,
        };
      }),
    };
  });

/** When each stop is visited, as `date/minute`. */
const hoursIn = (plan: KeptPlan | null): Map<string, string> =>
  new Map(
    (plan?.days ?? []).flatMap(({ date, items }) =>
      items.flatMap((item) =>
        item.kind === 'visit' ? [[item.stopId, `${date}/${item.start}`] as const] : [],
      ),
    ),
  );

/** Keeps a plan; a host who was asked for another hour, or is left out now, has to be asked again. */
async function keepPlan(trx: Db, actor: Actor, tour: TourRow, plan: KeptPlan, action: string): Promise<Tour> {
  const [before, after] = [hoursIn(tour.plan), hoursIn(plan)];
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id) !== after.get(id),
  );
  if (moved.length > 0)
    await tours(trx)
      .updateTable('tour_stop')
      .set({ answer: 'none', note: null })
      .where('tour_id', '=', tour.id)
      .where('id', 'in', moved)
      .where('answer', 'in', ['asked', 'confirmed'])
      .execute();
  const row = await touchTour(trx, tour.id, { plan });
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'tour',
    subjectId: tour.id,
    before: { visits: Object.fromEntries(before) },
    after: { visits: Object.fromEntries(after) },
  });
  return presentTour(trx, row);
}

/** The engine's order of a tour's stops. @throws Problem tours.daysImpossible */
export function proposedPlan(tour: TourRow, stops: readonly StopRow[], promised = nothingPromised): KeptPlan {
  const proposal = propose(taskOf(tour, stops, promised));
  /** Whether a stop would be open long enough were nobody else there. */
  const wouldBeOpen = (id: string) => {
    const stop = stops.find((one) => one.id === id)!;
    const { starts, ends } = tour.limits;
    return windowsOf(tour, stop, nothingPromised).some(
      ({ opens, closes }) => Math.min(closes, ends) - Math.max(opens, starts) >= stop.minutes,
    );
  };
  if (proposal.days === null) throw new Problem(toursProblems.daysImpossible);
  return {
    by: 'engine',
    value: proposal.value,
    upperBound: proposal.upperBound,
    optimal: proposal.optimal,
    leftOut: [
      ...proposal.leftOut.map(({ stop, why }) => ({
        stopId: stop,
        why: why === 'closed' && wouldBeOpen(stop) ? ('hostBusy' as const) : why,
      })),
      ...stops.flatMap(({ id: stopId, answer }) =>
        answer === 'declined' ? [{ stopId, why: 'declined' as const }] : [],
      ),
    ],
    days: keptDays(tour, proposal.days),
  };
}

/**
 * Orders a tour's stops: the same tour always in the same way.
 * @throws Problem platform.notFound, tours.notDraft, tours.noStops, tours.daysImpossible
 */
export async function proposeTour(trx: Db, actor: Actor, id: string): Promise<Tour> {
  const tour = await lockDraft(trx, actor, 'tours.proposeTour', id);
  const stops = await stopsOf(trx, id);
  if (stops.length === 0) throw new Problem(toursProblems.noStops);
  const plan = proposedPlan(tour, stops, await promisedHours(trx, tour, stops));
  return keepPlan(trx, actor, tour, plan, 'tours.proposeTour');
}

/**
 * Puts one visit where somebody wants it, the others staying where they are; or takes it off.
 * @throws Problem platform.notFound, platform.staleVersion, tours.notDraft, tours.otherDay, and the reason where it can't be there: tours.overlap,
 * tours.tooFarApart, tours.closed, tours.missingMeal, tours.tooMuchTravel, tours.tooManyVisits, tours.tooManyVisitors,
 * tours.hostBusy, tours.outsideDay, tours.impossible
 */
export async function placeVisit(
  trx: Db,
  actor: Actor,
  { id, at, expectedVersion }: BodyOf<typeof placing> & { id: string; expectedVersion: number },
): Promise<Tour> {
  const { tour, stop } = await lockStop(trx, actor, 'tours.placeVisit', id);
  if (tour.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: tour.version });
  const stops = await stopsOf(trx, tour.id);
  const dates = daysOf(tour);
  const bookings = (tour.plan?.days ?? []).flatMap(({ items }, day) =>
    items.flatMap((item) =>
      item.kind === 'visit' && item.stopId !== id ? [{ stop: item.stopId, day, start: item.start }] : [],
    ),
  );
  if (at) {
    const day = dates.indexOf(at.date);
    if (day < 0) throw new Problem(toursProblems.otherDay);
    bookings.push({ stop: id, day, start: at.start });
  }
  // Who has declined may be asked anew by being put back.
  const those = stops.map((one) => (one.id === id && at ? { ...one, answer: 'none' as const } : one));
  const promised = await promisedHours(trx, tour, stops);
  const { days, faults } = fixTimes(taskOf(tour, those, promised), bookings);
  if (faults[0]) throw await refusal(trx, actor, faults[0], { tour, stops: those, bookings, promised });
  if (at && stop.answer === 'declined')
    await tours(trx)
      .updateTable('tour_stop')
      .set({ answer: 'none', note: null })
      .where('id', '=', id)
      .execute();
  const visited = new Set(bookings.map((one) => one.stop));
  const reasons = new Map(tour.plan?.leftOut.map(({ stopId, why }) => [stopId, why]));
  const plan: KeptPlan = {
    by: 'hand',
    value: stops.reduce((sum, one) => (visited.has(one.id) ? sum + one.wish : sum), 0),
    upperBound: null,
    optimal: false,
    leftOut: stops.flatMap((one) =>
      visited.has(one.id)
        ? []
        : [
            {
              stopId: one.id,
              why:
                one.answer === 'declined'
                  ? ('declined' as const)
                  : (reasons.get(one.id) ?? ('byHand' as const)),
            },
          ],
    ),
    days: keptDays(tour, days),
  };
  return keepPlan(trx, actor, tour, plan, 'tours.placeVisit');
}

/**
 * A plan after a stop has changed or is gone: the others stay at their hours and ways are found anew. A stop that can't be
 * visited at its hour any more is taken off; null where there was no plan or the others can't stay.
 */
export function planAfter(tour: TourRow, left: readonly StopRow[], changed?: string): KeptPlan | null {
  return keptWith(tour, left) ?? (changed === undefined ? null : keptWith(tour, left, changed));
}

/** @param off the stop that is taken off the plan */
function keptWith(tour: TourRow, left: readonly StopRow[], off?: string): KeptPlan | null {
  if (tour.plan === null) return null;
  const there = new Set(left.map(({ id }) => id));
  const bookings = tour.plan.days.flatMap(({ items }, day) =>
    items.flatMap((item) =>
      item.kind === 'visit' && there.has(item.stopId) && item.stopId !== off
        ? [{ stop: item.stopId, day, start: item.start }]
        : [],
    ),
  );
  const { days, faults } = fixTimes(taskOf(tour, left), bookings);
  if (faults.length > 0) return null;
  return {
    ...tour.plan,
    by: 'hand',
    upperBound: null,
    optimal: false,
    value: left.reduce(
      (sum, one) => (bookings.some(({ stop }) => stop === one.id) ? sum + one.wish : sum),
      0,
    ),
    leftOut: [
      ...tour.plan.leftOut.filter(({ stopId }) => there.has(stopId)),
      ...(off === undefined ? [] : [{ stopId: off, why: 'byHand' as const }]),
    ],
    days: keptDays(tour, days),
  };
}

/** The first thing that is wrong, in words that name whom it concerns. */
async function refusal(
  trx: Db,
  actor: Actor,
  fault: Fault,
  {
    tour,
    stops,
    bookings,
    promised,
  }: { tour: TourRow; stops: readonly StopRow[]; bookings: readonly Booking[]; promised: PromisedBy },
): Promise<Problem> {
  const names = await hostNames(trx, stops);
  const name = (id: string): string => {
    const all = names.get(id) ?? {};
    return all[actor.language] ?? all['zh-CN'] ?? Object.values(all)[0] ?? '';
  };
  const date = daysOf(tour)[fault.day] ?? '';
  switch (fault.what) {
    case 'overlap':
      return new Problem(toursProblems.overlap, { stop: name(fault.stop), other: name(fault.other) });
    case 'tooFarApart':
      return new Problem(toursProblems.tooFarApart, {
        stop: name(fault.stop),
        other: name(fault.other),
        needs: fault.needs,
        has: fault.has,
      });
    case 'closed': {
      const stop = stops.find(({ id }) => id === fault.stop)!;
      const start = bookings.find((one) => one.stop === fault.stop)?.start ?? 0;
      const taken = takenAt(tour, stop, date, promised).find(
        (one) => one.start < start + stop.minutes && one.end > start,
      );
      return taken
        ? hostBusy(name(stop.id), date, taken)
        : new Problem(toursProblems.closed, { stop: name(stop.id), date });
    }
    case 'tooManyVisitors':
      return new Problem(toursProblems.tooManyVisitors, { stop: name(fault.stop), capacity: fault.capacity });
    case 'missingMeal':
      return new Problem(toursProblems.missingMeal, { date });
    case 'tooMuchTravel':
      return new Problem(toursProblems.tooMuchTravel, {
        date,
        minutes: fault.minutes,
        most: tour.limits.maxTravel,
      });
    case 'tooManyVisits':
      return new Problem(toursProblems.tooManyVisits, {
        date,
        visits: fault.visits,
        most: tour.limits.maxVisits,
      });
    case 'outsideDay':
      return new Problem(toursProblems.outsideDay, { date });
    default:
      return new Problem(toursProblems.impossible, { date });
  }
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const hostBusy = (stop: string, date: string, { start, end }: Span): Problem =>
  new Problem(toursProblems.hostBusy, { stop, date, from: clock(start), until: clock(end) });

/** Refuses visits whose hosts have promised the hour to others since. @throws Problem tours.hostBusy */
export async function refusePromised(
  trx: Db,
  actor: Actor,
  tour: TourRow,
  stops: readonly StopRow[],
): Promise<void> {
  const promised = await promisedHours(trx, tour, stops);
  for (const stop of stops)
    for (const { date, items } of tour.plan?.days ?? []) {
      const visit = items.find((item) => item.kind === 'visit' && item.stopId === stop.id);
      const taken =
        visit &&
        takenAt(tour, stop, date, promised).find((one) => one.start < visit.end && one.end > visit.start);
      if (!taken) continue;
      const names = (await hostNames(trx, [stop])).get(stop.id) ?? {};
      throw hostBusy(names[actor.language] ?? names['zh-CN'] ?? Object.values(names)[0] ?? '', date, taken);
    }
}
