import type { BoardSums, QueryOf, reportCountries as endpoint, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { today } from '../../../platform/today.ts';
import { ledgerTotals, type TierTotals } from '../../deals/index.ts';
import { sumsOf } from '../sums.ts';
import { ledgerTags, onBelt } from './tags.ts';

export type CountryQuery = QueryOf<typeof endpoint>;

/** What of the ledger a report is about: rows of its totals, as the tags and the period leave them. */
export async function narrowedTotals(
  db: Db,
  { belt, field, from, until }: Omit<CountryQuery, 'sort'>,
): Promise<TierTotals[]> {
  const rows = await ledgerTotals(db, ledgerTags, { from, until });
  return rows.filter(
    (row) =>
      (belt === undefined || row.circle === (belt === 'yes')) &&
      (field === undefined ||
        (field === 'none'
          ? row.field === null
          : field === 'any'
            ? row.field !== null && row.field !== 'unknown'
            : row.field === field)),
  );
}

/** The ledger by country: the same sums as the board's, narrowed by tag and period. */
export async function reportCountries(db: Db, query: CountryQuery): Promise<ResponseOf<typeof endpoint>> {
  const rows = await narrowedTotals(db, query);
  const now = today();
  const items = [...Map.groupBy(rows, ({ market }) => market)]
    .map(([country, some]) => ({
      country,
      belt: onBelt(country, now) ? ('yes' as const) : ('no' as const),
      sums: sumsOf(some),
    }))
    .toSorted(order(query.sort));
  return { items, totals: sumsOf(rows) };
}

/** What is most first; equals by their code. */
const order =
  (sort: CountryQuery['sort']) =>
  (one: { country: string; sums: BoardSums }, other: { country: string; sums: BoardSums }): number =>
    (sort === 'country' ? 0 : other.sums[sort].cny - one.sums[sort].cny) ||
    (one.country < other.country ? -1 : 1);
