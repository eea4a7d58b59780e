import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { deals, type DealRow, type MoveRow, type OfferRow, type PaymentRow, type Side } from './tables.ts';

/** Which side of a deal an organisation is; null for neither. */
export const sideOf = (
  row: Pick<DealRow, 'seller_id' | 'buyer_id'>,
  organisationId: string | null,
): Side | null =>
  organisationId === null
    ? null
    : row.seller_id === organisationId
      ? 'seller'
      : row.buyer_id === organisationId
        ? 'buyer'
        : null;

/** The organisations of a deal's two sides, whoever asks; null where there is no such deal. */
export async function dealSides(trx: Db, id: string): Promise<readonly string[] | null> {
  const row = await deals(trx)
    .selectFrom('deal')
    .select(['seller_id', 'buyer_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? [row.seller_id, row.buyer_id] : null;
}

/** A deal as the actor may read it: its own, or any for the secretariat. @throws Problem platform.notFound */
export async function findDeal(trx: Db, actor: Actor, id: string): Promise<DealRow> {
  const row = await deals(trx).selectFrom('deal').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (actor.role !== 'secretariat' && sideOf(row, actor.organisationId) === null))
    throw new Problem(problems.notFound);
  return row;
}

/** A deal of the actor's own organisation, locked, and which side they are. @throws Problem platform.notFound */
export async function dealToChange(trx: Db, actor: Actor, id: string): Promise<{ row: DealRow; side: Side }> {
  const row = await deals(trx)
    .selectFrom('deal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const side = row ? sideOf(row, actor.organisationId) : null;
  if (!row || side === null) throw new Problem(problems.notFound);
  return { row, side };
}

/** A deal whoever asks, locked: for jobs and for the use cases of contracts, which have looked who asks. @throws Problem platform.notFound */
export async function lockDeal(trx: Db, id: string): Promise<DealRow> {
  const row = await deals(trx)
    .selectFrom('deal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

export const offersOf = (trx: Db, dealId: string): Promise<OfferRow[]> =>
  deals(trx)
    .selectFrom('deal_offer')
    .selectAll()
    .where('deal_id', '=', dealId)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();

/** The offer that both sides agreed on; undefined before they have. */
export const agreedOffer = (trx: Db, dealId: string): Promise<OfferRow | undefined> =>
  deals(trx)
    .selectFrom('deal_offer')
    .selectAll()
    .where('deal_id', '=', dealId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();

export const movesOf = (trx: Db, dealId: string): Promise<MoveRow[]> =>
  deals(trx)
    .selectFrom('deal_move')
    .selectAll()
    .where('deal_id', '=', dealId)
    .orderBy('number')
    .limit(250)
    .execute();

export const paymentsOf = (trx: Db, dealId: string): Promise<PaymentRow[]> =>
  deals(trx)
    .selectFrom('deal_payment')
    .selectAll()
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .limit(200)
    .execute();

/** What has been paid of deals, in minor units of what each is agreed in; those of which nothing came in are left out. */
export async function paidOf(trx: Db, dealIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; paid: number }>`
    select deal_id as id, sum(amount)::bigint as paid from deal_payment
    where deal_id = any(${[...dealIds]}::uuid[]) group by deal_id`.execute(trx);
  return new Map(rows.map(({ id, paid }) => [id, paid]));
}

/** Notes that something has happened: the deal isn't silent, and whoever read it before has read an older version. */
export const touch = (trx: Db, id: string, at: Date) =>
  deals(trx)
    .updateTable('deal')
    .set({ last_active_at: at, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();

/** Messages of the other side that a side hasn't read, by deal. */
export async function unreadOf(
  trx: Db,
  organisationId: string,
  dealIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select deal.id, count(*) as n from deal
    join deal_message m on m.deal_id = deal.id and m.organisation_id <> ${organisationId}
    left join deal_read r on r.deal_id = deal.id
      and r.side = case when deal.seller_id = ${organisationId} then 'seller' else 'buyer' end
    where deal.id = any(${[...dealIds]}::uuid[]) and (r.until is null or m.id > r.until)
    group by deal.id`.execute(trx);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
