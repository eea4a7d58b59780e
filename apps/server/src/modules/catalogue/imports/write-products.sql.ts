import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Maker } from '../present.ts';
import { byMarket, keepVersions, type WholeProduct } from '../product.sql.ts';
import { addToSearch, refreshSearch, type PreparedSearch } from '../search/index.ts';
import type { ProductRow } from '../tables.ts';

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
  /** Made ahead for a new one that will be shown. */
  search: PreparedSearch | undefined;
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
  makers: ReadonlyMap<string, Maker>,
): Promise<void> {
  if (products.length === 0) return;
  const added = products.filter(({ known }) => !known);
  const changed = products.filter(({ known }) => known);
  const fresh = await addProducts(trx, actor, organisationId, added);
  if (changed.length > 0) {
    await sql`
      update product p set state = r.state, data = r.data, version = p.version + 1, updated_at = now(),
        published_at = case r.state when 'published' then coalesce(p.published_at, now()) else p.published_at end
      from jsonb_to_recordset(${rowsOf(changed)}::jsonb) as r (id uuid, state text, data jsonb)
      where p.id = r.id`.execute(trx);
  }
  await writeVariants(trx, products);
  await keepVersions(
    trx,
    actor,
    changed.map(({ id }) => id),
  );
  // What is new needn't be read back, and what was never shown has no search row to change.
  await addToSearch(
    trx,
    fresh.filter(({ state }) => state === 'published'),
    new Map(added.map(({ id, search }) => [id, search])),
    makers,
  );
  await refreshSearch(
    trx,
    changed.map(({ id }) => id),
  );
}

const rowsOf = (list: readonly Written[]): string =>
  JSON.stringify(list.map(({ id, sku, state, data, variants = [] }) => ({ id, sku, state, data, variants })));

/**
 * Adds new products with their first versions: what `keepVersions` keeps, without reading it back.
 * @returns the products as they now are
 */
async function addProducts(
  trx: Db,
  actor: Actor,
  organisationId: string,
  added: readonly Written[],
): Promise<WholeProduct[]> {
  if (added.length === 0) return [];
  const { rows } = await sql<Pick<ProductRow, 'id' | 'created_at'>>`
    with r as materialized (
      select * from jsonb_to_recordset(${rowsOf(added)}::jsonb)
        as r (id uuid, sku text, state text, data jsonb, variants jsonb)),
    added as (
      insert into product (id, organisation_id, sku, state, data, published_at)
      select r.id, ${organisationId}, r.sku, r.state, r.data, case r.state when 'published' then now() end from r
      on conflict (organisation_id, sku) do nothing returning id, created_at),
    kept as (
      insert into product_version (product_id, version, state, snapshot, parts, by_user_id, by_name)
      select r.id, 1, r.state, r.data, jsonb_build_object('variants', r.variants, 'certificates', '[]'::jsonb,
        'photos', '[]'::jsonb), ${actor.userId}, ${actor.userName}
      from r join added using (id))
    select id, created_at from added`.execute(trx);
  if (rows.length < added.length)
    throw Object.assign(new Error('a SKU was added meanwhile'), { code: '40001' });
  // Both defaults are now(): one instant for all.
  const { created_at: now } = rows[0]!;
  return added.map(({ id, sku, state, data, variants = [] }) => ({
    id,
    organisation_id: organisationId,
    sku,
    state,
    version: 1,
    data,
    demo: false,
    published_at: state === 'published' ? now : null,
    created_at: now,
    updated_at: now,
    variants: variants.toSorted(byMarket),
    certificates: [],
    photos: [],
  }));
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
