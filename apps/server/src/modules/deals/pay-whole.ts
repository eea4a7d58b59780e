import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Events } from '../../platform/events/events.ts';
import { paidOf } from './deal.sql.ts';
import { advanceDeal } from './move-deal.ts';
import { owedOf } from './owed.ts';
import { pathOf } from './stages.ts';
import type { DealRow } from './tables.ts';

/** Moves a deal to `paid` where all that is owed has come in and its path goes there next. @returns the deal as it is then */
export async function payWhole(trx: Db, actor: Actor, row: DealRow, events: Events): Promise<DealRow> {
  const path = pathOf[row.kind];
  if (path[path.indexOf(row.stage) + 1] !== 'paid') return row;
  const owed = (await owedOf(trx, [row.id])).get(row.id);
  if (!owed || ((await paidOf(trx, [row.id])).get(row.id) ?? 0) < owed.amount) return row;
  return advanceDeal(trx, actor, { dealId: row.id, to: 'paid', evidence: null }, events);
}
