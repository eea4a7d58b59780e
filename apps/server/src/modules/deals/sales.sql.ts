import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

/** Orders of one product by one seller: in one market, or in all of them together. */
export interface ProductSales {
  sellerId: string;
  productId: string;
  /** Null for all markets together. */
  market: string | null;
  orders: number;
  /** Distinct days on which they came into effect, in the alliance's zone. */
  days: number;
  buyers: number;
}

/**
 * What was sold of products: purchases that have come into effect, by the lines of the last paper that both signed (else of
 * the accepted offer), as `owedOf` reads them. Letters of intent never come into effect; what costs nothing isn't sold.
 * Read in one pass over the ledger's entries of these sellers.
 */
export async function productSales(
  trx: Db,
  { sellers, products }: { sellers?: readonly string[]; products?: readonly string[] } = {},
): Promise<ProductSales[]> {
  const { rows } = await sql<ProductSales>`
    with ordered as (
      select deal_id, seller_id, buyer_id, countries[1] as market, (at at time zone 'Asia/Shanghai')::date as day
      from deal_ledger
      where kind = 'purchase' and tier = 'effective' and not delta
        ${sellers ? sql`and seller_id = any(${sellers}::uuid[])` : sql``}
    ), line as (
      select distinct ordered.*, (line ->> 'productId')::uuid as product_id
      from ordered
        cross join lateral (select coalesce(
          (select terms -> 'lines' from contract where deal_id = ordered.deal_id and state = 'signed'
            order by sealed_at desc limit 1),
          (select terms -> 'lines' from deal_offer where deal_id = ordered.deal_id and state = 'accepted')
        ) as lines) as terms
        cross join lateral jsonb_array_elements(terms.lines) as line
      where line ->> 'productId' is not null and coalesce(line ->> 'unitPriceMinor', line ->> 'unitPrice')::bigint > 0
    )
    select seller_id as "sellerId", product_id as "productId", market, count(*)::integer as orders,
      count(distinct day)::integer as days, count(distinct buyer_id)::integer as buyers
    from line ${products ? sql`where product_id = any(${products}::uuid[])` : sql``}
    group by grouping sets ((seller_id, product_id), (seller_id, product_id, market))
    order by seller_id, product_id, market nulls first`.execute(trx);
  return rows;
}
