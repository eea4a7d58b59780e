import type { Tour, TourStop, TourVisit } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { samplesAlong } from './samples.ts';
import { talkAt } from './talk.ts';
import { stopsOf } from './tour.sql.ts';
import type { StopRow, TourRow } from './tables.ts';
import { visaFor } from './visa-notes.ts';

/** What each stop is called, by its id: the host's names, or the free place's. */
export async function hostNames(
  trx: Db,
  stops: readonly Pick<StopRow, 'id' | 'organisation_id' | 'name'>[],
): Promise<Map<string, Record<string, string>>> {
  const names = await namesOf(
    trx,
    stops.flatMap(({ organisation_id: id }) => id ?? []),
  );
  return new Map(
    stops.map(({ id, organisation_id: host, name }) => [
      id,
      (host !== null && names.get(host)) || (name === null ? {} : { 'zh-CN': name }),
    ]),
  );
}

const outcomeOf = (row: StopRow): TourStop['outcome'] =>
  row.outcome === null || row.outcome_at === null
    ? null
    : { text: row.outcome, by: row.outcome_by, at: row.outcome_at.toISOString() };

/** A tour, whole, for its keeper. */
export async function presentTour(trx: Db, row: TourRow): Promise<Tour> {
  const stops = await stopsOf(trx, row.id);
  const names = await hostNames(trx, stops);
  return {
    id: row.id,
    title: row.title,
    guests: row.guests,
    firstDay: row.first_day,
    lastDay: row.last_day,
    startCity: row.start_city,
    endCity: row.end_city,
    limits: row.limits,
    funding: row.funding,
    inviter: row.inviter,
    interpreter: row.interpreter,
    state: row.state,
    organisationId: row.organisation_id,
    stops: stops.map((stop) => ({
      id: stop.id,
      organisationId: stop.organisation_id,
      names: names.get(stop.id) ?? {},
      city: stop.city,
      minutes: stop.minutes,
      hours: stop.hours,
      capacity: stop.capacity,
      must: stop.must,
      wish: stop.wish,
      languages: stop.languages,
      samples: stop.samples,
      talk: talkAt(row, stop),
      answer: stop.answer,
      note: stop.note,
      outcome: outcomeOf(stop),
      dealId: stop.deal_id,
    })),
    plan: row.plan && { ...row.plan, samples: samplesAlong(row.plan.days, stops) },
    visa: await visaFor(trx, row.guests.country, row.last_day),
    version: row.version,
  };
}

/** A visit as its host reads it: nothing of the tour's other stops. */
export function presentVisit(stop: StopRow, tour: TourRow): TourVisit {
  const { organisationId, name, country, language, visitors } = tour.guests;
  const day = tour.plan?.days.find(({ items }) =>
    items.some((item) => item.kind === 'visit' && item.stopId === stop.id),
  );
  const item = day?.items.find((one) => one.kind === 'visit' && one.stopId === stop.id);
  return {
    id: stop.id,
    title: tour.title,
    guests: { organisationId, name, country, language, visitors },
    city: stop.city,
    date: day?.date ?? null,
    start: item?.start ?? null,
    minutes: stop.minutes,
    samples: stop.samples,
    tourState: tour.state,
    answer: stop.answer,
    note: stop.note,
    outcome: outcomeOf(stop),
    dealId: stop.deal_id,
  };
}
