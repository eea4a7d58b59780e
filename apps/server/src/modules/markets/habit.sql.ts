import type { HabitTopic } from '@jiechuan/contract';
import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { markets, type HabitRow, type MarketHabitTable, type VoiceRow } from './tables.ts';

const mostHabits = 500;
/** Most voices that are shown of one habit. */
export const mostVoices = 200;

/** Every habit of a market that has not been taken out, by topic. */
export const habitsOf = (trx: Db, market: string): Promise<HabitRow[]> =>
  markets(trx)
    .selectFrom('market_habit')
    .selectAll()
    .where('market', '=', market)
    .where('ended_at', 'is', null)
    .orderBy('topic')
    .orderBy('id')
    .limit(mostHabits)
    .execute();

export function pageOfHabits(
  trx: Db,
  filter: { market?: string; topics?: readonly HabitTopic[] },
  after: { value: string; id: string } | undefined,
  limit: number,
): Promise<HabitRow[]> {
  let query = markets(trx)
    .selectFrom('market_habit')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('topic')
    .orderBy('id')
    .limit(limit);
  if (filter.market) query = query.where('market', '=', filter.market);
  if (filter.topics) query = query.where('topic', 'in', filter.topics);
  if (after) query = query.where(sql<boolean>`(topic, id) > (${after.value}, ${after.id}::uuid)`);
  return query.execute();
}

export const findHabit = (trx: Db, id: string): Promise<HabitRow | undefined> =>
  markets(trx)
    .selectFrom('market_habit')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Reads a habit and keeps others from changing it. */
export const lockHabit = (trx: Db, id: string): Promise<HabitRow | undefined> =>
  markets(trx)
    .selectFrom('market_habit')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const insertHabit = (trx: Db, row: Insertable<MarketHabitTable>): Promise<HabitRow> =>
  markets(trx).insertInto('market_habit').values(row).returningAll().executeTakeFirstOrThrow();

export const updateHabit = (trx: Db, id: string, change: Updateable<MarketHabitTable>): Promise<HabitRow> =>
  markets(trx)
    .updateTable('market_habit')
    .set({ ...change, updated_at: new Date() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** The voices on these habits, the newest first; of each at most {@link mostVoices}. */
export async function voicesOn(trx: Db, habitIds: readonly string[]): Promise<VoiceRow[]> {
  if (habitIds.length === 0) return [];
  return markets(trx)
    .selectFrom((from) =>
      from
        .selectFrom('market_habit_voice')
        .selectAll()
        .select(sql<number>`row_number() over (partition by habit_id order by at desc)`.as('place'))
        .where('habit_id', 'in', habitIds)
        .as('voice'),
    )
    .selectAll()
    .where('place', '<=', mostVoices)
    .orderBy('at', 'desc')
    .execute();
}
