import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { keepVersions } from '../product.sql.ts';
import { refreshSearch } from '../search/index.ts';

/** A product of the enterprise as it is now. */
export interface Known {
  id: string;
  sku: string;
  state: ProductState;
  data: ProductInput;
  variants: Variant[];
}

/** A product to write; `known` where it is there already. */
export interface Written {
  id: string;
  known: boolean;
  sku: string;
  state: ProductState;
  data: ProductInput;
  /** Undefined where they stay as they are. */
  variants: Variant[] | undefined;
}

/** The enterprise's products with these SKUs, by SKU, locked until the transaction ends. */
export async function knownProducts(
  trx: Db,
  organisationId: string,
  skus: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select p.id, p.sku, p.state, p.data,
      coalesce((select jsonb_agg(v.data || jsonb_build_object('market', v.market) order by v.market)
        from product_variant v where v.product_id = p.id), '[]') as variants
    from product p where p.organisation_id = ${organisationId} and p.sku = any(${[...skus]}::text[])
    order by p.id for update of p`.execute(trx);
  return new Map(rows.map((row) => [row.sku, row]));
}

/**
 * Writes a batch in a few statements: rows, variants, versions, what search reads.
 * @throws an error with code 40001 (try the batch again) where somebody else added one of the SKUs meanwhile
 */
export async function writeProducts(
  trx: Db,
  actor: Actor,
  organisationId: string,
  products: readonly Written[],
): Promise<void> {
  if (products.length === 0) return;
  const added = products.filter(({ known }) => !known);
  const changed = products.filter(({ known }) => known);
  const rowsOf = (list: readonly Written[]) =>
    JSON.stringify(list.map(({ id, sku, state, data }) => ({ id, sku, state, data })));
  if (added.length > 0) {
    const { rows } = await sql`
      insert into product (id, organisation_id, sku, state, data, published_at)
      select r.id, ${organisationId}, r.sku, r.state, r.data, case r.state when 'published' then now() end
      from jsonb_to_recordset(${rowsOf(added)}::jsonb) as r (id uuid, sku text, state text, data jsonb)
      on conflict (organisation_id, sku) do nothing returning id`.execute(trx);
    if (rows.length < added.length)
      throw Object.assign(new Error('a SKU was added meanwhile'), { code: '40001' });
  }
  if (changed.length > 0) {
    await sql`
      update product p set state = r.state, data = r.data, version = p.version + 1, updated_at = now(),
        published_at = case r.state when 'published' then coalesce(p.published_at, now()) else p.published_at end
      from jsonb_to_recordset(${rowsOf(changed)}::jsonb) as r (id uuid, state text, data jsonb)
      where p.id = r.id`.execute(trx);
  }
  await writeVariants(trx, products);
  const ids = products.map(({ id }) => id);
  await keepVersions(trx, actor, ids);
  // What was never shown has no search row to change.
  await refreshSearch(
    trx,
    products.filter(({ known, state }) => known || state === 'published').map(({ id }) => id),
  );
}

async function writeVariants(trx: Db, products: readonly Written[]): Promise<void> {
  const told = products.filter(({ variants }) => variants !== undefined);
  if (told.some(({ known }) => known)) {
    await sql`delete from product_variant where product_id = any(${told.map(({ id }) => id)}::uuid[])`.execute(
      trx,
    );
  }
  const rows = told.flatMap(({ id, variants = [] }) =>
    variants.map(({ market, ...data }) => ({ product_id: id, market, data })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into product_variant (product_id, market, data)
    select r.product_id, r.market, r.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (product_id uuid, market text, data jsonb)`.execute(
    trx,
  );
}
