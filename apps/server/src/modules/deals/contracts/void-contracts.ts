import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { contracts } from './tables.ts';

/** Makes void what of a deal that ends isn't signed: drafts, and what was issued with the signatures it has. The deal is locked. */
export async function voidContracts(trx: Db, actor: Actor, dealId: string): Promise<void> {
  const rows = await contracts(trx)
    .selectFrom('contract')
    .select(['id', 'state'])
    .where('deal_id', '=', dealId)
    .where('state', 'in', ['draft', 'issued'])
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, state } of rows) {
    await contracts(trx)
      .updateTable('contract')
      .set({ state: 'void', voided_at: new Date(), version: sql<number>`version + 1` })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, actor, {
      action: 'contracts.voidContract',
      subjectKind: 'contract',
      subjectId: id,
      before: { state },
      after: { state: 'void' },
    });
  }
}
