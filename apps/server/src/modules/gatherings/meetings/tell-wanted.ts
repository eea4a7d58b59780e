import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { gatherings, type GatheringRow } from '../tables.ts';
import { tellHost, type TellGround } from '../tell.ts';
import { pairsIn } from './board.ts';
import { acceptedPairs, findSchedule, pairKey, standingOf, type Pair } from './meeting.sql.ts';
import { begun, slotsOf } from './slots.ts';
import { agreementOf } from './wish.sql.ts';

/**
 * Tells the host that two want to meet who are in neither the published schedule nor what was sought last, and whom it hasn’t
 * left out: it is to be sought again. It is told of each two once while they want to meet, and once more when they must who
 * only would have liked to. One mail stands for all of a day, by the clocks of the place, and after each publication there may
 * be another; the page of the schedule lists all of them. The gathering is locked by the caller.
 */
export async function tellWanted(
  trx: Db,
  gathering: GatheringRow,
  pair: Pair,
  ground: TellGround,
): Promise<void> {
  const { id, zone } = gathering;
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  if (begun(slots) === slots.length) return;
  const row = await findSchedule(trx, id);
  if (row.published === 0) return;
  const known = [...pairsIn(row).values(), ...row.omitted, ...row.without, ...(await standingOf(trx, id))];
  const isPair = (one: Pair) => pairKey(one) === pairKey(pair);
  if (known.some(isPair) || !(await acceptedPairs(trx, id)).some(isPair)) return;
  if (!(await isNew(trx, id, pair))) return;
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
  await tellHost(trx, ground, {
    template: 'gatherings.wanted',
    gathering,
    page: '/schedule',
    pair: [names.get(pair.a_id) ?? {}, names.get(pair.b_id) ?? {}],
  });
}

/** Notes that the host is told of two who want to meet. @returns whether it hasn’t been yet, or not that they must */
async function isNew(trx: Db, gatheringId: string, pair: Pair): Promise<boolean> {
  const must = (await agreementOf(trx, gatheringId, pair)) === 'must';
  const { rows } = await sql`
    insert into gathering_wanted_told as known (gathering_id, a_id, b_id, must)
    values (${gatheringId}, ${pair.a_id}, ${pair.b_id}, ${must})
    on conflict (gathering_id, a_id, b_id) do update set must = true where excluded.must and not known.must
    returning must`.execute(trx);
  return rows.length > 0;
}

/** Where two no longer want to meet, the host is to be told anew should they want to again. The gathering is locked by the caller. */
export async function forgetUnwanted(trx: Db, gatheringId: string, pair: Pair): Promise<void> {
  if ((await agreementOf(trx, gatheringId, pair)) !== null) return;
  await gatherings(trx)
    .deleteFrom('gathering_wanted_told')
    .where('gathering_id', '=', gatheringId)
    .where('a_id', '=', pair.a_id)
    .where('b_id', '=', pair.b_id)
    .execute();
}
