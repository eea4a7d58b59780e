import { sql } from 'kysely';
import type { Db } from '../../apps/server/src/platform/db/database.ts';
import {
  gradeOf,
  judgedQueries,
  ndcgAt10,
  typed,
  type JudgedProduct,
  type JudgedQuery,
} from './judged-queries.ts';

/** How a judged query did. */
export interface Judged {
  query: JudgedQuery;
  q: string;
  /** Undefined for queries that must find nothing. */
  ndcg: number | undefined;
  total: number;
}

/** Every product shown, in the order of SKUs. */
export async function judgedProducts(db: Db): Promise<JudgedProduct[]> {
  const { rows } = await sql<JudgedProduct>`
    select p.sku, p.data->>'gtin' as gtin, p.data->>'kind' as kind, f.category, f.origin, f.storage, p.data->>'hs6' as hs6
    from product p join product_search s on s.product_id = p.id join product_facets f on f.id = s.facets order by p.sku`.execute(
    db,
  );
  return rows;
}

/**
 * Asks every judged query and grades the first ten answers.
 * @param find the SKUs found, the best first, and how many there are in all
 */
export async function judge(
  products: readonly JudgedProduct[],
  find: (q: string) => Promise<{ skus: string[]; total: number }>,
): Promise<Judged[]> {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const judged: Judged[] = [];
  for (const query of judgedQueries) {
    const { q, source } = typed(query, products);
    const { skus, total } = await find(q);
    const grade = (product: JudgedProduct) => gradeOf(query, product, source);
    const ndcg = ndcgAt10(
      skus.slice(0, 10).map((sku) => grade(bySku.get(sku)!)),
      products.map(grade),
    );
    judged.push({ query, q, ndcg, total });
  }
  return judged;
}

export interface Quality {
  queries: number;
  /** Mean over the queries that have an answer. */
  ndcg: number;
  /** Part of the queries with an answer that found nothing. */
  zeroResults: number;
  /** Queries that must find nothing but found something. */
  noise: number;
}

export function summarise(judged: readonly Judged[]): Quality {
  const answered = judged.filter(({ ndcg }) => ndcg !== undefined);
  const mean = answered.reduce((sum, { ndcg }) => sum + ndcg!, 0) / Math.max(1, answered.length);
  return {
    queries: judged.length,
    ndcg: mean,
    zeroResults: answered.filter(({ total }) => total === 0).length / Math.max(1, answered.length),
    noise: judged.filter(({ ndcg, total }) => ndcg === undefined && total > 0).length,
  };
}
