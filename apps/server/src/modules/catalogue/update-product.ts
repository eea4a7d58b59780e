import { productInput, type ProductChange, type ProductInput, type ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { wordIssue } from '../../platform/i18n/issues.ts';
import type { Ground } from '../../platform/module.ts';
import { changeProduct } from './change-product.ts';
import { refuseUnknown } from './known-values.ts';
import { refuseIncomplete } from './readiness.ts';

/**
 * Edits a product: only what is named changes. A published product must stay complete.
 * @throws Problem platform.notFound, platform.staleVersion, platform.invalid, catalogue.skuTaken, catalogue.incomplete
 */
export const updateProduct = (
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: ProductChange },
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.updateProduct', ...input }, ground, (row) => {
    const data = merge(row.data, input.change, actor.language);
    refuseUnknown(data, actor.language, row.data);
    if (row.state === 'published') refuseIncomplete(data);
    return { data };
  });

/** Rules between fields hold for the whole product, not only for the fields named. */
function merge(data: ProductInput, change: ProductChange, language: string): ProductInput {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const merged = productInput.safeParse({ ...data, ...named });
  if (merged.success) return merged.data;
  throw new Problem(
    problems.invalid,
    {},
    merged.error.issues.flatMap((issue) =>
      wordIssue(issue, language).map((one) => ({ ...one, path: ['body', ...one.path].join('.') })),
    ),
  );
}
