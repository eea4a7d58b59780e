import type { ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { authorise } from '../../platform/policy.ts';
import { catalogueEvents, type ProductChanged } from './events.ts';
import { getProduct } from './get-product.ts';
import { cataloguePolicy } from './policy.ts';
import { keepVersions, lockProduct, refuseStale, saveProduct } from './product.sql.ts';
import { refreshSearch } from './search/index.ts';
import type { ProductRow } from './tables.ts';

type Saved = Parameters<typeof saveProduct>[2];

/**
 * What every change of a product has in common: the row is locked, the reader's right and version
 * are checked, the change is made, then version, search document, audit line and event are written.
 * @param change makes the change; returns what of the row itself becomes different
 * @throws Problem platform.notFound, platform.staleVersion
 */
export async function changeProduct(
  trx: Db,
  actor: Actor,
  input: { operation: string; id: string; expectedVersion?: number },
  ground: Pick<Ground, 'events'>,
  change: (row: ProductRow) => Promise<Saved> | Saved,
): Promise<ProductPage> {
  const extent = authorise(cataloguePolicy, actor, input.operation);
  const row = await lockProduct(trx, input.id);
  if (extent === 'own' && actor.organisationId !== row.organisation_id) throw new Problem(problems.notFound);
  if (input.expectedVersion !== undefined) refuseStale(row, input.expectedVersion);
  const before = await getProduct(trx, actor, row.id);
  await saveProduct(trx, row, await change(row));
  await keepVersions(trx, actor, [row.id]);
  await refreshSearch(trx, [row.id]);
  const after = await getProduct(trx, actor, row.id);
  await recordAudit(trx, actor, {
    action: input.operation,
    subjectKind: 'product',
    subjectId: row.id,
    ...changed(before, after),
  });
  await ground.events.publish<ProductChanged>(trx, catalogueEvents.changed, {
    productId: row.id,
    organisationId: row.organisation_id,
  });
  return after;
}

/** Only what differs, so that the audit log reads as a diff. */
function changed(before: ProductPage, after: ProductPage): { before: object; after: object } {
  const keys = (Object.keys(after) as (keyof ProductPage)[]).filter(
    (key) => key !== 'updatedAt' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: ProductPage) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
