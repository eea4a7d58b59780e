import { sql, type Insertable, type Updateable } from 'kysely';
import type { RuleEffect } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { markets, type MarketRuleTable, type RuleRow } from './tables.ts';

/** Most rules that one verdict looks at; far above what a market has. */
const mostRules = 1000;

/** Rules of these areas that hold on a day, in the order of their codes. */
export const rulesInForce = (trx: Db, areas: readonly string[], on: string): Promise<RuleRow[]> =>
  markets(trx)
    .selectFrom('market_rule')
    .selectAll()
    .where('area', 'in', areas)
    .where(sql<boolean>`coalesce(valid_from, '-infinity') <= ${on}::date`)
    .where(sql<boolean>`coalesce(valid_to, 'infinity') >= ${on}::date`)
    .orderBy('code')
    .limit(mostRules)
    .execute();

export interface RuleFilter {
  areas?: readonly string[];
  effects?: readonly RuleEffect[];
  on?: string;
}

/** One page of rules by code, after the code `after`. */
export function pageOfRules(
  trx: Db,
  filter: RuleFilter,
  after: { value: string; id: string } | undefined,
  limit: number,
): Promise<RuleRow[]> {
  let query = markets(trx).selectFrom('market_rule').selectAll().orderBy('code').orderBy('id').limit(limit);
  if (filter.areas) query = query.where('area', 'in', filter.areas);
  if (filter.effects) query = query.where('effect', 'in', filter.effects);
  if (filter.on)
    query = query
      .where(sql<boolean>`coalesce(valid_from, '-infinity') <= ${filter.on}::date`)
      .where(sql<boolean>`coalesce(valid_to, 'infinity') >= ${filter.on}::date`);
  if (after) query = query.where(sql<boolean>`(code, id) > (${after.value}, ${after.id}::uuid)`);
  return query.execute();
}

export const findRule = (trx: Db, id: string): Promise<RuleRow | undefined> =>
  markets(trx).selectFrom('market_rule').selectAll().where('id', '=', id).executeTakeFirst();

/** Reads a rule and keeps others from changing it. */
export const lockRule = (trx: Db, id: string): Promise<RuleRow | undefined> =>
  markets(trx).selectFrom('market_rule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const insertRule = (trx: Db, row: Insertable<MarketRuleTable>): Promise<RuleRow | undefined> =>
  markets(trx)
    .insertInto('market_rule')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();

export const updateRule = (trx: Db, id: string, change: Updateable<MarketRuleTable>): Promise<RuleRow> =>
  markets(trx)
    .updateTable('market_rule')
    .set({ ...change, updated_at: new Date() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
