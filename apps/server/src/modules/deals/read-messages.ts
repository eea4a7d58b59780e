import type { DealMessage, listDealMessages as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { dealToChange, findDeal, sideOf } from './deal.sql.ts';
import { filesById } from './files.ts';
import { partiesOf } from './parties.ts';
import { deals, type DealRow, type MessageRow, type Side } from './tables.ts';

/** A deal of the actor's own: messages are both sides' alone, not the secretariat's. @throws Problem platform.notFound */
export async function dealToRead(trx: Db, actor: Actor, id: string): Promise<{ row: DealRow; side: Side }> {
  const row = await findDeal(trx, actor, id);
  const side = sideOf(row, actor.organisationId);
  if (side === null) throw new Problem(problems.notFound);
  return { row, side };
}

export async function presentMessages(trx: Db, rows: readonly MessageRow[]): Promise<DealMessage[]> {
  const parties = await partiesOf(
    trx,
    rows.map((row) => row.organisation_id),
  );
  const named =
    rows.length === 0
      ? []
      : await deals(trx)
          .selectFrom('deal_message_file')
          .selectAll()
          .where(
            'message_id',
            'in',
            rows.map(({ id }) => id),
          )
          .where('deal_id', '=', rows[0]!.deal_id)
          .execute();
  const files = await filesById(
    trx,
    named.map(({ file_id }) => file_id),
  );
  return rows.map((row) => ({
    id: row.id,
    side: row.side,
    organisation: parties(row.organisation_id),
    person: row.by_name,
    text: row.text,
    files: named.flatMap(({ message_id, file_id }) =>
      message_id === row.id && files.has(file_id) ? [files.get(file_id)!] : [],
    ),
    at: row.at.toISOString(),
  }));
}

/** @throws Problem platform.notFound, also for the secretariat */
export async function listMessages(
  trx: Db,
  actor: Actor,
  { id, cursor, limit }: { id: string } & QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  await dealToRead(trx, actor, id);
  const before = readIdCursor(cursor);
  const rows = await deals(trx)
    .selectFrom('deal_message')
    .selectAll()
    .where('deal_id', '=', id)
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return {
    items: await presentMessages(trx, rows.slice(0, limit)),
    nextCursor: rows.length > limit ? writeCursor([rows[limit - 1]!.id]) : null,
  };
}

/** Notes how far one's side has read: never back, and never beyond what has been written. @throws Problem platform.notFound */
export async function readMessages(
  trx: Db,
  actor: Actor,
  { id, until }: { id: string; until: string },
): Promise<void> {
  const { side } = await dealToChange(trx, actor, id);
  await sql`insert into deal_read (deal_id, side, until)
    (select deal_id, ${side}, id from deal_message where deal_id = ${id} and id <= ${until} order by id desc limit 1)
    on conflict (deal_id, side) do update set until = greatest(deal_read.until, excluded.until)`.execute(trx);
}
