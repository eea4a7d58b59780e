import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/module.ts';
import { today } from '../../platform/today.ts';
import { deals, type OfferRow } from './tables.ts';
import { tellBoth } from './tell-other.ts';

type ExpiryGround = Pick<Ground, 'db' | 'mail' | 'config' | 'events'>;

/** Looked for in one go; what is more waits for the next hour. */
const mostAtOnce = 1000;
const queue = 'deals.expire-offers';

/** Looks every hour for offers whose last day has passed. */
export function listenForExpiry(ground: ExpiryGround): void {
  ground.events.work(queue, () => expireOffers(ground));
  ground.events.every('11 * * * *', queue);
}

/**
 * Tells both sides of each open offer whose last day has passed, once: who made it and who received it. That it has expired
 * doesn't wait for this: it is reckoned whenever the offer is read or answered.
 * @throws AggregateError of those that failed; the others are told
 */
export async function expireOffers(ground: ExpiryGround): Promise<void> {
  const found = await deals(ground.db)
    .selectFrom('deal_offer')
    .select(['deal_id', 'number'])
    .where('state', '=', 'open')
    .where('expiry_told_at', 'is', null)
    .where('expires_on', '<', today())
    .orderBy('expires_on')
    .limit(mostAtOnce)
    .execute();
  const failed: unknown[] = [];
  for (const one of found)
    await ground.db
      .transaction()
      .execute((trx) => tellExpired(trx, one, ground))
      .catch((error: unknown) => void failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${found.length} not told`);
}

/** Notes and tells that an offer has expired, unless that was done, or it was answered, meanwhile. */
async function tellExpired(
  trx: Db,
  { deal_id, number }: Pick<OfferRow, 'deal_id' | 'number'>,
  ground: ExpiryGround,
): Promise<void> {
  // The deal first, as by whoever answers: of two who look at once the second finds it told.
  const row = await deals(trx)
    .selectFrom('deal')
    .selectAll()
    .where('id', '=', deal_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const offer = await deals(trx)
    .updateTable('deal_offer')
    .set({ expiry_told_at: new Date() })
    .where('deal_id', '=', deal_id)
    .where('number', '=', number)
    .where('state', '=', 'open')
    .where('expiry_told_at', 'is', null)
    .where('expires_on', '<', today())
    .returningAll()
    .executeTakeFirst();
  if (!offer) return;
  // Whoever looks at it reads it anew. It is as silent as before: nobody has done anything.
  await deals(trx)
    .updateTable('deal')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', deal_id)
    .execute();
  await tellBoth(
    trx,
    row,
    (side) => (side === offer.side ? 'deals.oursExpired' : 'deals.theirsExpired'),
    ground,
    { params: { number, day: offer.expires_on } },
  );
}
