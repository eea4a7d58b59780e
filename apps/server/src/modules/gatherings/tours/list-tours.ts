import type { listTours as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import type { TourRow } from './tables.ts';

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
