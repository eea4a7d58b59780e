import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { marketsProblems } from './problems.ts';
import { markets } from './tables.ts';

/** A market by its code. @throws Problem markets.marketUnknown */
export async function findMarket(trx: Db, code: string) {
  const row = await markets(trx).selectFrom('market').selectAll().where('code', '=', code).executeTakeFirst();
  if (!row) throw new Problem(marketsProblems.marketUnknown, { market: code });
  return row;
}

/** Where the rules of a market come from: itself, its unions, the world. */
export const areasOf = (market: { code: string; unions: readonly string[] }): string[] => [
  market.code,
  ...market.unions,
  'WORLD',
];

/** Codes of the markets that an area's rules hold in: a country itself, the members of a union, all of the world. */
export async function marketsIn(trx: Db, area: string): Promise<string[]> {
  const rows = await markets(trx)
    .selectFrom('market')
    .select('code')
    .$if(area !== 'WORLD', (query) => query.where(sql<boolean>`code = ${area} or ${area} = any(unions)`))
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

/** Every market with what is known of it today. */
export const allMarkets = (trx: Db) =>
  markets(trx)
    .selectFrom('market')
    .selectAll('market')
    .select([
      sql<number>`(select count(*) from market_rule rule where (rule.area = market.code or rule.area = any(market.unions)
        or rule.area = 'WORLD') and coalesce(rule.valid_to, 'infinity') >= current_date)`.as('rules'),
      sql<number>`(select count(*) from market_rule rule where (rule.area = market.code or rule.area = any(market.unions)
        or rule.area = 'WORLD') and coalesce(rule.valid_to, 'infinity') >= current_date
        and rule.reviewed_at is not null)`.as('reviewed_rules'),
      sql<number>`(select count(*) from market_habit habit where habit.market = market.code
        and habit.ended_at is null)`.as('habits'),
      sql<number>`(select count(*) from market_habit habit where habit.market = market.code
        and habit.ended_at is null and exists (select from market_habit_voice voice where voice.habit_id = habit.id
          and voice.habit_version >= habit.wording_version and voice.voice = 'confirms')
        and not exists (select from market_habit_voice voice where voice.habit_id = habit.id
          and voice.habit_version >= habit.wording_version and voice.voice = 'contests'))`.as(
        'confirmed_habits',
      ),
    ])
    .orderBy('market.code')
    .execute();
