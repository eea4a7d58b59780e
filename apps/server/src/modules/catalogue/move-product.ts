import type { ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { organisationCards } from '../members/index.ts';
import { changeProduct } from './change-product.ts';
import { catalogueProblems } from './problems.ts';
import { refuseIncomplete } from './readiness.ts';

/**
 * Shows a draft or withdrawn product to everybody.
 * @throws Problem catalogue.incomplete, catalogue.moveOutOfOrder, catalogue.makerNotAdmitted
 */
export const publishProduct = (
  trx: Db,
  actor: Actor,
  id: string,
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.publishProduct', id }, ground, async (row) => {
    if (row.state === 'published') throw new Problem(catalogueProblems.moveOutOfOrder, { state: row.state });
    if (!(await organisationCards(trx, [row.organisation_id])).has(row.organisation_id)) {
      throw new Problem(catalogueProblems.makerNotAdmitted);
    }
    refuseIncomplete(row.data);
    return { state: 'published', publishedAt: row.published_at ?? new Date() };
  });

/** Takes a published product out of the public lists. @throws Problem catalogue.moveOutOfOrder */
export const withdrawProduct = (
  trx: Db,
  actor: Actor,
  id: string,
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.withdrawProduct', id }, ground, (row) => {
    if (row.state !== 'published') throw new Problem(catalogueProblems.moveOutOfOrder, { state: row.state });
    return { state: 'withdrawn' };
  });
