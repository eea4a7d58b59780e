import type { QueryOf, ResponseOf, searchAll as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { ProductList } from '../catalogue/index.ts';
import type { MemberSearch } from '../members/index.ts';

/** The best products, members and resources for one query; each group as the reader may see it. */
export async function searchAll(
  db: Db,
  actor: Actor,
  { q, limit }: QueryOf<typeof endpoint>,
  { list, members: directory }: { list: ProductList; members: MemberSearch },
): Promise<ResponseOf<typeof endpoint>> {
  const [{ items, total, totalIsLowerBound, spelling }, members, resources] = await Promise.all([
    list.find(db, { q, limit }),
    directory.members(db, q, limit),
    directory.resources(db, actor, q, limit),
  ]);
  return { products: { items, total, totalIsLowerBound, spelling }, members, resources };
}
