import type { Gathering, listGatherings as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import { findGathering } from './gathering.sql.ts';
import { presentBrief, presentGathering } from './present.ts';
import type { GatheringRow } from './tables.ts';

/** @throws Problem platform.notFound, also for a draft of somebody else's */
export const getGathering = async (trx: Db, actor: Actor, id: string): Promise<Gathering> =>
  presentGathering(trx, actor, await findGathering(trx, actor, id));

const millis = sql`(extract(epoch from starts_at) * 1000)::bigint`;

/** Gatherings, the one that begins last first; drafts only for who keeps them. */
export async function listGatherings(
  trx: Db,
  actor: Actor,
  { cursor, limit, kind, state }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const from = readSortCursor(cursor, 'number');
  const host = actor.role === 'association' ? actor.organisationId : null;
  const { rows } = await sql<GatheringRow & { position: number }>`
    select *, ${millis} as position from gathering
    where (${actor.role === 'secretariat'} or state <> 'draft' or organisation_id = ${host}::uuid)
    ${kind ? sql`and kind = ${kind}` : sql``}
    ${state ? sql`and state = ${state}` : sql``}
    ${from ? sql`and (${millis}, id) < (${from.value}::bigint, ${from.id}::uuid)` : sql``}
    order by starts_at desc, id desc limit ${limit + 1}`.execute(trx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(presentBrief),
    nextCursor: rows.length > limit && last ? writeCursor([last.position, last.id]) : null,
  };
}
