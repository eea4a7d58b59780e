import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { gatherings, type GatheringRow } from '../tables.ts';
import { tell, type TellGround } from '../tell.ts';
import { pairsIn } from './board.ts';
import { acceptedPairs, findSchedule, pairKey, standingOf, type Pair } from './meeting.sql.ts';
import { begun, slotsOf } from './slots.ts';

/**
 * Tells the host that two want to meet who are in neither the published schedule nor what was sought last: it is to be sought
 * again. Once a day, by the clocks of the place, and anew after each publication; the page of the schedule lists all of them. The gathering
 * is locked by the caller.
 */
export async function tellWanted(
  trx: Db,
  gathering: GatheringRow,
  pair: Pair,
  ground: TellGround,
): Promise<void> {
  const { id, organisation_id: host, zone } = gathering;
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  if (host === null || begun(slots) === slots.length) return;
  const row = await findSchedule(trx, id);
  if (row.published === 0) return;
  const known = [...pairsIn(row).values(), ...row.omitted, ...(await standingOf(trx, id))];
  const isPair = (one: Pair) => pairKey(one) === pairKey(pair);
  if (known.some(isPair) || !(await acceptedPairs(trx, id)).some(isPair)) return;
  const today = sql<string>`(now() at time zone ${zone})::date`;
  // Not the version: nothing of the schedule has changed.
  const { numUpdatedRows } = await gatherings(trx)
    .updateTable('gathering_schedule')
    .set({ wanted_told_on: today })
    .where('gathering_id', '=', id)
    .where('wanted_told_on', 'is distinct from', today)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const names = await namesOf(trx, [pair.a_id, pair.b_id]);
  await tell(trx, ground, host, {
    template: 'gatherings.wanted',
    gathering,
    page: '/schedule',
    pair: [names.get(pair.a_id) ?? {}, names.get(pair.b_id) ?? {}],
  });
}
