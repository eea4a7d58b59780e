import type { ShipmentInput } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Warning } from '../tables.ts';
import { productIdsOf } from './shipment-parts.ts';

/** Whether there is a market plan for a product and a market (ISO 3166); plans answer it, a module above this one. */
export type HasPlan = (trx: Db, of: { productId: string; market: string }) => Promise<boolean>;

/** What is shipped to a market without a plan for it: products, and goods that are only described. */
export async function warningsOf(
  trx: Db,
  { lines, market }: Pick<ShipmentInput, 'lines' | 'market'>,
  wiring: { hasPlan: HasPlan },
): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const productId of productIdsOf(lines))
    if (!(await wiring.hasPlan(trx, { productId, market })))
      warnings.push({ code: 'freight.shippedWithoutPlan', productId, market });
  const described = lines.flatMap(({ productId, description }) => (productId ? [] : (description ?? [])));
  for (const description of new Set(described))
    warnings.push({ code: 'freight.shippedWithoutPlan', productId: null, description, market });
  return warnings;
}

/** A line in the audit log for each. */
export async function recordWarnings(
  trx: Db,
  actor: Actor,
  shipmentId: string,
  warnings: readonly Warning[],
): Promise<void> {
  for (const { code, productId, description, market } of warnings)
    await recordAudit(trx, actor, {
      action: code,
      subjectKind: 'shipment',
      subjectId: shipmentId,
      before: null,
      after: { productId, ...(description !== undefined && { description }), market },
    });
}
