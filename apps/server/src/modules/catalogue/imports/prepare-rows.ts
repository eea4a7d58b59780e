import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../../platform/db/database.ts';
import { newIds } from '../../../platform/ids.ts';
import { organisationCards } from '../../members/index.ts';
import { missingFields } from '../readiness.ts';
import { addWords, prepareSearch } from '../search/index.ts';
import { byMarket } from '../product.sql.ts';
import { freshProduct, type ReadRow } from './check-rows.ts';
import type { Reader } from './read-product.ts';
import type { ImportRow } from './tables.ts';

/** Rows between which the batch before may send its next statement. */
const atOnce = 5;

export interface Prepared {
  /** None of them is there yet. */
  allNew: boolean;
  /** Their words are written. */
  words: Promise<void>;
}

/**
 * Makes ahead what new products need, while PostgreSQL writes the batch before: the product itself and, where it will
 * be shown, its search row; the words of these are written at once, so that no transaction waits for another's. Only time
 * is won by it: the transaction checks everything again, and makes anew what doesn't fit any more.
 * @returns whether none of them is there yet
 */
export async function prepareRows(
  db: Db,
  organisationId: string,
  rows: readonly ReadRow[],
  readers: readonly Reader[],
  { publish, state }: Pick<ImportRow, 'publish' | 'state'>,
): Promise<Prepared> {
  const known = await knownSkus(
    db,
    organisationId,
    rows.map(({ said }) => said.sku),
  );
  const maker = (await organisationCards(db, [organisationId])).get(organisationId);
  const ids = newIds(rows.length);
  for (const [at, row] of rows.entries()) {
    if (at % atOnce === 0) await setImmediate();
    if (row.faults.length > 0 || known.has(row.said.sku)) continue;
    const fresh = freshProduct(ids[at]!, row, readers);
    row.fresh = fresh;
    const { said } = row;
    const shown = said.state === undefined ? publish : said.state === 'published';
    // A dry run writes none.
    if (
      !maker ||
      !shown ||
      state === 'checking' ||
      'faults' in fresh.made ||
      missingFields(fresh.made.data).length > 0
    )
      continue;
    fresh.search = prepareSearch(
      {
        id: fresh.id,
        organisation_id: organisationId,
        data: fresh.made.data,
        variants: (said.variants ?? []).toSorted(byMarket),
      },
      maker,
    );
  }
  const words = addWords(
    db,
    rows.flatMap(({ fresh }) => fresh?.search ?? []),
  );
  // Its failure is met by who writes the batch; until then it isn't one that nobody hears.
  words.catch(() => {});
  return { allNew: known.size === 0, words };
}

/** One by one, by their index: of an enterprise that it has no statistics of, the planner would read all products for them. */
async function knownSkus(db: Db, organisationId: string, skus: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sku: string }>`
    select asked.sku from unnest(${[...skus]}::text[]) as asked (sku) cross join lateral (
      select from product where organisation_id = ${organisationId} and sku = asked.sku limit 1) known`.execute(
    db,
  );
  return new Set(rows.map(({ sku }) => sku));
}
