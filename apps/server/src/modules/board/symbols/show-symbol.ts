import type { ProductStanding } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { authoriseFor } from '../../../platform/policy.ts';
import { productsById } from '../../catalogue/index.ts';
import { symbolsPolicy } from './policy.ts';
import { standings } from './standings.ts';
import { symbols } from './tables.ts';

/** How far a product of the actor's own has come. @throws Problem platform.notFound */
export async function getStanding(
  trx: Db,
  actor: Actor,
  id: string,
  operation = 'board.getStanding',
): Promise<ProductStanding> {
  const product = (await productsById(trx, [id])).get(id);
  if (!product) throw new Problem(problems.notFound);
  authoriseFor(symbolsPolicy, actor, operation, product.organisationId);
  const [found] = await standings(trx, { product: id });
  if (!found) throw new Problem(problems.notFound);
  return found;
}

/**
 * Lets the public see how far a product has come; saying so twice, or many at once, is one line of the log.
 * @throws Problem platform.notFound
 */
export async function showSymbol(trx: Db, actor: Actor, id: string): Promise<ProductStanding> {
  const before = await getStanding(trx, actor, id, 'board.showSymbol');
  // Waits for whoever says the same at this moment, and then changes nothing.
  const row = await symbols(trx)
    .insertInto('symbol_showing')
    .values({ product_id: id, by_name: actor.userName })
    .onConflict((conflict) => conflict.column('product_id').doNothing())
    .returning('product_id')
    .executeTakeFirst();
  if (row) await record(trx, actor, 'board.showSymbol', id, true);
  return { ...before, shown: true };
}

/** Takes that back. @throws Problem platform.notFound */
export async function hideSymbol(trx: Db, actor: Actor, id: string): Promise<ProductStanding> {
  const before = await getStanding(trx, actor, id, 'board.hideSymbol');
  const row = await symbols(trx)
    .deleteFrom('symbol_showing')
    .where('product_id', '=', id)
    .returning('product_id')
    .executeTakeFirst();
  if (row) await record(trx, actor, 'board.hideSymbol', id, false);
  return { ...before, shown: false };
}

const record = (trx: Db, actor: Actor, action: string, id: string, shown: boolean) =>
  recordAudit(trx, actor, {
    action,
    subjectKind: 'product',
    subjectId: id,
    before: { shown: !shown },
    after: { shown },
  });
