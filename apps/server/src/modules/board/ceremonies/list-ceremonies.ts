import type { listCeremonies as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readSortCursor } from '../../../platform/http/typed-cursors.ts';
import { presentBrief } from './present.ts';
import type { CeremonyRow } from './tables.ts';

const millis = sql`(extract(epoch from starts_at) * 1000)::bigint`;

/** Ceremonies, the one that begins last first; drafts only for the secretariat. */
export async function listCeremonies(
  trx: Db,
  actor: Actor,
  { cursor, limit, state }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const from = readSortCursor(cursor, 'number');
  const { rows } = await sql<CeremonyRow & { position: number }>`
    select *, ${millis} as position from ceremony
    where (${actor.role === 'secretariat'} or state <> 'draft')
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
