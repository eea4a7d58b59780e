import type { BodyOf, ProductPage, putVariant as putEndpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { changeProduct } from './change-product.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue } from './tables.ts';

interface Place {
  id: string;
  market: string;
  expectedVersion: number;
}

/** Says what changes for a market, or says it anew. */
export const putVariant = (
  trx: Db,
  actor: Actor,
  input: Place & { variant: BodyOf<typeof putEndpoint> },
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.putVariant', ...input }, ground, async (row) => {
    const data = JSON.stringify(input.variant);
    await catalogue(trx)
      .insertInto('product_variant')
      .values({ product_id: row.id, market: input.market, data })
      .onConflict((conflict) => conflict.columns(['product_id', 'market']).doUpdateSet({ data }))
      .execute();
    return {};
  });

/** A market gets the product as it is again. @throws Problem catalogue.noSuchVariant */
export const removeVariant = (
  trx: Db,
  actor: Actor,
  input: Place,
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.removeVariant', ...input }, ground, async (row) => {
    const { numDeletedRows } = await catalogue(trx)
      .deleteFrom('product_variant')
      .where('product_id', '=', row.id)
      .where('market', '=', input.market)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Problem(catalogueProblems.noSuchVariant, { market: input.market });
    return {};
  });
