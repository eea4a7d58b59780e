import type { listGuestTours, listTours as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import { namesOf } from '../../members/index.ts';
import { tours, type TourRow } from './tables.ts';

/** Tours of the actor's organisation, of everybody for the secretariat, the newest first. */
export async function listTours(
  trx: Db,
  actor: Actor,
  { cursor, limit, state }: QueryOf<typeof endpoint>,
  extent: 'all' | 'own',
): Promise<ResponseOf<typeof endpoint>> {
  const from = readIdCursor(cursor);
  const { rows } = await sql<TourRow & { stops: number; confirmed: number; deals: number }>`
    select tour.*, count(stop.id) as stops, count(*) filter (where stop.answer = 'confirmed') as confirmed,
      count(distinct stop.deal_id) as deals
    from tour left join tour_stop stop on stop.tour_id = tour.id
    where ${extent === 'all' ? sql`true` : sql`tour.organisation_id = ${actor.organisationId}::uuid`}
    ${state ? sql`and tour.state = ${state}` : sql``}
    ${from === undefined ? sql`` : sql`and tour.id < ${from}::uuid`}
    group by tour.id order by tour.id desc limit ${limit + 1}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      title: row.title,
      guests: { name: row.guests.name, country: row.guests.country, visitors: row.guests.visitors },
      firstDay: row.first_day,
      lastDay: row.last_day,
      state: row.state,
      stops: row.stops,
      confirmed: row.confirmed,
      deals: row.deals,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
  };
}

/** Confirmed tours whose guests are of the actor's organisation, the newest first. */
export async function listToursOfGuests(
  trx: Db,
  actor: Actor,
  { cursor, limit }: QueryOf<typeof listGuestTours>,
): Promise<ResponseOf<typeof listGuestTours>> {
  const from = readIdCursor(cursor);
  if (actor.organisationId === null) return { items: [], nextCursor: null };
  let query = tours(trx)
    .selectFrom('tour')
    .select(['id', 'title', 'first_day', 'last_day', 'state', 'organisation_id'])
    .where(sql<string>`guests ->> 'organisationId'`, '=', actor.organisationId)
    .where('state', 'in', ['confirmed', 'done']);
  if (from !== undefined) query = query.where('id', '<', from);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const names = await namesOf(
    trx,
    shown.map((row) => row.organisation_id),
  );
  return {
    items: shown.map((row) => ({
      id: row.id,
      title: row.title,
      firstDay: row.first_day,
      lastDay: row.last_day,
      state: row.state,
      keeper: names.get(row.organisation_id) ?? {},
    })),
    nextCursor: rows.length > limit ? writeCursor([shown.at(-1)!.id]) : null,
  };
}
