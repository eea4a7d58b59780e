import type { Demand, DemandMatch } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { today } from '../../platform/today.ts';
import { organisationCards } from '../members/index.ts';
import { isOpen } from './demand.sql.ts';
import type { DemandMatchRow, DemandRow } from './tables.ts';

/** Demands as members read them; those of who is no member any more are left out. */
export async function presentDemands(
  trx: Db,
  own: string | null,
  rows: readonly DemandRow[],
): Promise<Demand[]> {
  const buyers = await organisationCards(trx, [...new Set(rows.map((row) => row.organisation_id))]);
  const on = today();
  return rows.flatMap((row) => {
    const buyer = buyers.get(row.organisation_id);
    if (!buyer) return [];
    const { id, names, kind, country } = buyer;
    const fresh = row.matched_version === row.version;
    return [
      {
        id: row.id,
        buyer: { id, names, kind, country },
        ...row.data,
        state: isOpen(row, on) ? 'open' : 'closed',
        matchedAt: fresh ? (row.matched_at?.toISOString() ?? null) : null,
        coverage: fresh ? row.coverage : null,
        mine: row.organisation_id === own,
        createdAt: row.created_at.toISOString(),
        version: row.version,
      },
    ];
  });
}

/** A match as its buyer, its maker or the secretariat reads it. */
export const presentMatch = (
  row: DemandMatchRow,
  product: DemandMatch['product'],
  answer: DemandMatch['answer'],
): DemandMatch => ({
  product,
  points: row.points,
  reasons: row.reasons,
  blockedBy: row.blocked,
  given: row.given,
  answer,
});
