import {
  symbolStages,
  type listStandings as endpoint,
  type ProductStanding,
  type QueryOf,
  type ResponseOf,
  type SymbolStage,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readSortCursor } from '../../../platform/http/typed-cursors.ts';
import { standings, type Whose } from './standings.ts';

export type SymbolQuery = QueryOf<typeof endpoint>;
export type SymbolPage = ResponseOf<typeof endpoint>;

/** Products that their makers show to the public. */
export const listSymbols = async (trx: Db, query: SymbolQuery): Promise<SymbolPage> =>
  pageThrough(await standings(trx, 'shown'), query);

/** The actor's own products, shown or not; everybody's for the secretariat. */
export const listStandings = async (
  trx: Db,
  actor: Actor,
  query: SymbolQuery,
  extent: 'all' | 'own',
): Promise<SymbolPage> => pageThrough(await ownStandings(trx, actor, extent), query);

export async function ownStandings(trx: Db, actor: Actor, extent: 'all' | 'own'): Promise<ProductStanding[]> {
  const whose: Whose | null =
    extent === 'all' ? 'all' : actor.organisationId === null ? null : { maker: actor.organisationId };
  return whose === null ? [] : standings(trx, whose);
}

/** A number that is greater the further a product has come; after its stage the markets count, then the orders. */
const position = (one: ProductStanding, sort: SymbolQuery['sort']): number =>
  sort === 'orders'
    ? one.orders
    : symbolStages.indexOf(one.stage) * 1e13 + one.repeatMarkets * 1e10 + Math.min(one.orders, 1e10 - 1);

/** What is asked for, the furthest (or most ordered) first. */
export function narrowed(
  all: readonly ProductStanding[],
  { q = '', market, stage, sort }: Pick<SymbolQuery, 'q' | 'market' | 'stage' | 'sort'>,
): { found: ProductStanding[]; stages: SymbolPage['stages'] } {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = all.filter((one) => {
    const { names, maker } = one.product;
    const text = [...Object.values(names), ...Object.values(maker.names)].join('\n').toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (market === undefined || one.markets.some((each) => each.market === market))
    );
  });
  const stages = { regional: 0, known: 0, several: 0, global: 0 } satisfies Record<SymbolStage, number>;
  for (const one of wanted) stages[one.stage]++;
  const found = wanted
    .filter((one) => stage === undefined || one.stage === stage)
    .toSorted(
      (one, other) =>
        position(other, sort) - position(one, sort) || (one.product.id < other.product.id ? -1 : 1),
    );
  return { found, stages };
}

function pageThrough(all: readonly ProductStanding[], query: SymbolQuery): SymbolPage {
  const { cursor, limit, sort } = query;
  const { found, stages } = narrowed(all, query);
  const from = readSortCursor(cursor, 'number');
  const rest = from
    ? found.filter((one) => {
        const here = position(one, sort);
        return here < from.value || (here === from.value && one.product.id > from.id);
      })
    : found;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rest.length > limit && last ? writeCursor([position(last, sort), last.product.id]) : null,
    total: found.length,
    stages,
  };
}
