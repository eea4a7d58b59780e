import type { ProductInput, ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { catalogueEvents, type ProductChanged } from './events.ts';
import { getProduct } from './get-product.ts';
import { refuseUnknown } from './known-values.ts';
import { insertProduct, keepVersions } from './product.sql.ts';

/** Adds a product of the actor's own enterprise as a draft. @throws Problem catalogue.skuTaken, platform.invalid for what there isn't */
export async function createProduct(
  trx: Db,
  actor: Actor,
  input: ProductInput,
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> {
  if (actor.organisationId === null) throw new Problem(problems.forbidden);
  refuseUnknown(input, actor.language);
  const id = await insertProduct(trx, actor.organisationId, input);
  await keepVersions(trx, actor, [id]);
  const product = await getProduct(trx, actor, id);
  await recordAudit(trx, actor, {
    action: 'catalogue.createProduct',
    subjectKind: 'product',
    subjectId: id,
    before: null,
    after: product,
  });
  await ground.events.publish<ProductChanged>(trx, catalogueEvents.changed, {
    productId: id,
    organisationId: actor.organisationId,
  });
  return product;
}
