import type { listMarketRules as endpoint, MarketRule, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import { areasOf, findMarket } from './market.sql.ts';
import { presentRule } from './present.ts';
import { findRule, pageOfRules } from './rule.sql.ts';

/** Rules by code. @throws Problem markets.marketUnknown */
export async function listRules(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const inherited = query.market ? areasOf(await findMarket(trx, query.market)) : undefined;
  const areas = inherited?.filter((area) => !query.area || query.area.includes(area)) ?? query.area;
  if (areas?.length === 0) return { items: [], nextCursor: null };
  const filter = { areas, effects: query.effect, on: query.on };
  const rows = await pageOfRules(trx, filter, readSortCursor(query.cursor, 'string'), query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(presentRule),
    nextCursor: last && rows.length > query.limit ? writeCursor([last.code, last.id]) : null,
  };
}

/** One rule. @throws Problem platform.notFound */
export async function getRule(trx: Db, id: string): Promise<MarketRule> {
  const row = await findRule(trx, id);
  if (!row) throw new Problem(problems.notFound);
  return presentRule(row);
}
