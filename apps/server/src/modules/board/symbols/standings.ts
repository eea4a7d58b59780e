import type { ProductStanding } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { continentOf } from '../../../platform/geography/index.ts';
import { productsById } from '../../catalogue/index.ts';
import { productSales, type ProductSales } from '../../deals/index.ts';
import { namesOf, organisationCards } from '../../members/index.ts';
import { isRepeat, stageOf } from './stage.ts';
import { symbols } from './tables.ts';

/** Whose products: those shown to the public, one maker's, all there are, or some by id. */
export type Whose = 'shown' | 'all' | { maker: string } | { product: string };

/**
 * How far products have come. Only what their maker sold itself is counted: what a merchant sells on is the merchant's own.
 * `shown`: published, the maker an admitted member that has agreed. Else what was sold or is shown, seen or not.
 */
export async function standings(trx: Db, whose: Whose): Promise<ProductStanding[]> {
  const shown = await shownIds(trx, typeof whose === 'object' && 'product' in whose ? whose.product : null);
  const scope = await scopeOf(trx, whose, shown);
  const sales = scope === null ? [] : await productSales(trx, scope);
  const byProduct = Map.groupBy(sales, ({ productId }) => productId);
  const asked = typeof whose === 'object' && 'product' in whose ? [whose.product] : [];
  const ids = whose === 'shown' ? [...shown] : [...new Set([...byProduct.keys(), ...shown, ...asked])];
  const products = await productsById(trx, ids);
  const makerIds = [...new Set([...products.values()].map(({ organisationId }) => organisationId))];
  const admitted = await organisationCards(trx, makerIds);
  const names = await namesOf(trx, makerIds);
  return [...products.values()].flatMap((product) => {
    const { organisationId, published } = product;
    if (whose === 'shown' && !(published && admitted.has(organisationId))) return [];
    if (typeof whose === 'object' && 'maker' in whose && whose.maker !== organisationId) return [];
    const own = (byProduct.get(product.id) ?? []).filter(({ sellerId }) => sellerId === organisationId);
    // Sold by others alone, and not shown: nothing to tell.
    if (own.length === 0 && !shown.has(product.id) && !asked.includes(product.id)) return [];
    const maker = { id: organisationId, names: names.get(organisationId) ?? {} };
    return [
      {
        product: { id: product.id, names: product.names, maker },
        ...figures(own),
        shown: shown.has(product.id),
      },
    ];
  });
}

/** Which sales have to be read; null for none. */
async function scopeOf(
  trx: Db,
  whose: Whose,
  shown: ReadonlySet<string>,
): Promise<Parameters<typeof productSales>[1] | null> {
  if (whose === 'all') return {};
  if (typeof whose === 'object' && 'maker' in whose) return { sellers: [whose.maker] };
  const products = typeof whose === 'object' ? [whose.product] : [...shown];
  const makers = [...(await productsById(trx, products)).values()].map(
    ({ organisationId }) => organisationId,
  );
  return makers.length === 0 ? null : { sellers: [...new Set(makers)], products };
}

async function shownIds(trx: Db, product: string | null): Promise<Set<string>> {
  const rows = await symbols(trx)
    .selectFrom('symbol_showing')
    .select('product_id')
    .$if(product !== null, (query) => query.where('product_id', '=', product!))
    .execute();
  return new Set(rows.map(({ product_id }) => product_id));
}

/** One product's sales, presented: the market with the most orders first. */
function figures(
  sales: readonly ProductSales[],
): Pick<ProductStanding, 'stage' | 'repeatMarkets' | 'repeatContinents' | 'orders' | 'buyers' | 'markets'> {
  const whole = sales.find(({ market }) => market === null);
  const markets = sales.flatMap(({ market, ...rest }) => (market === null ? [] : [{ market, ...rest }]));
  return {
    ...stageOf(markets),
    orders: whole?.orders ?? 0,
    buyers: whole?.buyers ?? 0,
    markets: markets
      .map((one) => ({
        market: one.market,
        continent: continentOf(one.market) ?? null,
        orders: one.orders,
        buyers: one.buyers,
        repeat: isRepeat(one),
      }))
      .toSorted((one, other) => other.orders - one.orders || (one.market < other.market ? -1 : 1)),
  };
}
