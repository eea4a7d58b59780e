import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** An organisation that takes part, as the host looks at who has come. */
export interface AttendanceRow {
  organisation_id: string;
  came_at: Date | null;
  first_at: Date | null;
  missing: boolean;
  absent: boolean;
  slots: number[];
}

/** Everybody who takes part: when the first of them came, when their first meeting begins, and what was said of them. */
const everybody = (gatheringId: string) => sql`(
  select r.organisation_id, c.came_at, m.first_at,
    coalesce(u.absent, false) as absent, coalesce(u.slots, '{}') as slots,
    c.came_at is null and m.first_at <= now() and not coalesce(u.absent, false) as missing
  from (select distinct organisation_id from gathering_registration
    where gathering_id = ${gatheringId} and state = 'approved') r
  left join (select o.organisation_id, min(i.scanned_at) as came_at from gathering_check_in i
    join gathering_registration o on o.id = i.registration_id
    where i.gathering_id = ${gatheringId} group by 1) c using (organisation_id)
  left join (select organisation_id, min(starts_at) as first_at from (
      select a_id as organisation_id, starts_at from gathering_meeting
        where gathering_id = ${gatheringId} and state = 'planned'
      union all select b_id, starts_at from gathering_meeting
        where gathering_id = ${gatheringId} and state = 'planned') both_sides
    group by 1) m using (organisation_id)
  left join gathering_unavailable u on u.gathering_id = ${gatheringId}
    and u.organisation_id = r.organisation_id)`;

const shown = { all: sql`true`, missing: sql`missing is true`, changed: sql`absent or slots <> '{}'` };

/** @param after the organisation that the page before ended with @param only one organisation */
export async function attendanceOf(
  trx: Db,
  gatheringId: string,
  {
    show = 'all',
    after,
    only,
    limit,
  }: { show?: keyof typeof shown; after?: string; only?: string; limit: number },
): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    select organisation_id, came_at, first_at, absent, slots, missing is true as missing
    from ${everybody(gatheringId)} e
    where (${shown[show]}) and (${after ?? null}::uuid is null or organisation_id > ${after ?? null}::uuid)
      and (${only ?? null}::uuid is null or organisation_id = ${only ?? null}::uuid)
    order by organisation_id limit ${limit}`.execute(trx);
  return rows;
}

/** How many should have come by now and haven't. */
export async function countMissing(trx: Db, gatheringId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${everybody(gatheringId)} e where missing`.execute(trx);
  return rows[0]!.count;
}
