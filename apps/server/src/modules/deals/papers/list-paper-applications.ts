import type { listPaperApplications as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readSortCursor } from '../../../platform/http/typed-cursors.ts';
import { namesOf } from '../../members/index.ts';
import type { PaperRow } from './tables.ts';

/** Applications that the actor's council was sent, the newest first, and how many stand where. */
export async function listPaperApplications(
  trx: Db,
  actor: Actor,
  { cursor, limit, state }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const counts = { submitted: 0, returned: 0, certified: 0 };
  const own = actor.organisationId;
  if (own === null) return { items: [], nextCursor: null, counts };
  const mine = sql`council_id = ${own} and deal_paper.state in ('submitted', 'returned', 'certified')`;
  const from = readSortCursor(cursor, 'number');
  const { rows } = await sql<PaperRow & { seller_id: string; position: number }>`
    select deal_paper.*, deal.seller_id, (extract(epoch from submitted_at) * 1000000)::bigint as position
    from deal_paper join deal on deal.id = deal_paper.deal_id
    where ${mine} ${state ? sql`and deal_paper.state = ${state}` : sql``}
      ${from ? sql`and (submitted_at, deal_paper.id) < (timestamptz 'epoch' + ${from.value}::bigint * interval '1 microsecond', ${from.id}::uuid)` : sql``}
    order by submitted_at desc, deal_paper.id desc limit ${limit + 1}`.execute(trx);
  const { rows: counted } = await sql<{ state: keyof typeof counts; n: number }>`
    select state, count(*)::integer as n from deal_paper where ${mine} group by state`.execute(trx);
  for (const one of counted) counts[one.state] = one.n;
  const shown = rows.slice(0, limit);
  const names = await namesOf(
    trx,
    shown.map(({ seller_id }) => seller_id),
  );
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      seller: names.get(row.seller_id) ?? {},
      submittedAt: row.submitted_at!.toISOString(),
      destination: row.content.details.destination,
      certificateNumber: row.certificate_number,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.position, last.id]) : null,
    counts,
  };
}
