import type { getProductTotals as endpoint, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { countAdmittedEnterprises, enterpriseTarget } from '../members/index.ts';

/** The alliance's second goal. */
const productTarget = 10_000;

/** How far the alliance is, counted from live rows: a withdrawn product or a member that left lowers it. */
export async function getProductTotals(trx: Db): Promise<ResponseOf<typeof endpoint>> {
  const { rows } = await sql<{ category: string; count: number }>`
    select category, sum(n)::bigint as count from (select facets, count(*) as n from product_search group by facets) g
      join product_facets f on f.id = g.facets
    group by category order by count desc, category limit 100`.execute(trx);
  const makers = await sql<{
    n: number;
  }>`select count(distinct organisation_id) as n from product_search`.execute(trx);
  return {
    products: { published: rows.reduce((sum, { count }) => sum + count, 0), goal: productTarget },
    enterprises: {
      withProducts: makers.rows[0]!.n,
      admitted: await countAdmittedEnterprises(trx),
      goal: enterpriseTarget,
    },
    byCategory: rows.map(({ category, count }) => ({ value: category, count })),
  };
}
