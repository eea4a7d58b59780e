import type { Db } from '../../../platform/db/database.ts';
import { gatherings } from '../tables.ts';
import { pairKey, type Pair } from './meeting.sql.ts';

/** The slots that meetings are fixed to, by `pairKey`. */
export async function pinsOf(trx: Db, gatheringId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_pin')
    .select(['a_id', 'b_id', 'slot'])
    .where('gathering_id', '=', gatheringId)
    .execute();
  return new Map(rows.map((row) => [pairKey(row), row.slot]));
}

/** Fixes a meeting to a slot, or releases it. @param slot null to release */
export async function setPin(trx: Db, gatheringId: string, pair: Pair, slot: number | null): Promise<void> {
  const { a_id, b_id } = pair;
  if (slot === null)
    await gatherings(trx)
      .deleteFrom('gathering_pin')
      .where('gathering_id', '=', gatheringId)
      .where('a_id', '=', a_id)
      .where('b_id', '=', b_id)
      .execute();
  else
    await gatherings(trx)
      .insertInto('gathering_pin')
      .values({ gathering_id: gatheringId, a_id, b_id, slot })
      .onConflict((conflict) => conflict.columns(['gathering_id', 'a_id', 'b_id']).doUpdateSet({ slot }))
      .execute();
}

/** Releases all but those of some pairs. */
export async function keepPins(trx: Db, gatheringId: string, pairs: readonly Pair[]): Promise<void> {
  const kept = new Set(pairs.map(pairKey));
  for (const key of (await pinsOf(trx, gatheringId)).keys()) {
    const [a_id, b_id] = key.split(' ') as [string, string];
    if (!kept.has(key)) await setPin(trx, gatheringId, { a_id, b_id }, null);
  }
}
