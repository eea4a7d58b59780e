import type { ProductPage } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { organisationCards, organisationNames } from '../members/index.ts';
import { presentProduct } from './present.ts';
import { findProduct } from './product.sql.ts';

/**
 * A product's page: for everybody when it is published and its maker admitted, else for the maker's
 * own people and the secretariat.
 * @throws Problem platform.notFound
 */
export async function getProduct(trx: Db, actor: Actor, id: string): Promise<ProductPage> {
  const product = await findProduct(trx, id);
  if (!product) throw new Problem(problems.notFound);
  const own =
    actor.role === 'secretariat' ||
    (actor.organisationId !== null && actor.organisationId === product.organisation_id);
  const admitted = (await organisationCards(trx, [product.organisation_id])).get(product.organisation_id);
  if (!own && (product.state !== 'published' || !admitted)) throw new Problem(problems.notFound);
  const maker = admitted ?? {
    id: product.organisation_id,
    names: await organisationNames(trx, product.organisation_id),
  };
  return presentProduct(product, maker, actor);
}
