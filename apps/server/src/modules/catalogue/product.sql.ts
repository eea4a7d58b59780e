import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue, type ProductRow } from './tables.ts';

/** A product with all that belongs to it, as one row. */
export interface WholeProduct extends ProductRow {
  variants: (Omit<Variant, 'market'> & { market: string })[];
  certificates: {
    id: string;
    kind: string;
    number: string;
    issuer: string;
    validFrom: string | null;
    validUntil: string | null;
    fileId: string | null;
  }[];
  photos: { fileId: string; alt: Record<string, string> }[];
}

/** The order in which a product's variants are read. */
export const byMarket = (a: { market: string }, b: { market: string }): number =>
  a.market < b.market ? -1 : 1;

// The parts of a product as JSON, each in its own order; used for pages and for snapshots alike.
const parts = sql`
  coalesce((select jsonb_agg(v.data || jsonb_build_object('market', v.market) order by v.market)
    from product_variant v where v.product_id = p.id), '[]') as variants,
  coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'number', c.number, 'issuer', c.issuer,
      'validFrom', c.valid_from, 'validUntil', c.valid_until, 'fileId', c.file_id) order by c.id)
    from product_certificate c where c.product_id = p.id), '[]') as certificates,
  coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'alt', f.alt) order by f.position, f.file_id)
    from product_photo f where f.product_id = p.id), '[]') as photos`;

/** @returns undefined when there is none */
export async function findProduct(trx: Db, id: string): Promise<WholeProduct | undefined> {
  return (await findProducts(trx, [id]))[0];
}

/** Those of these products that there are, in the order of their ids. */
export async function findProducts(trx: Db, ids: readonly string[]): Promise<WholeProduct[]> {
  const { rows } =
    await sql<WholeProduct>`select p.*, ${parts} from product p where p.id = any(${ids}::uuid[]) order by p.id`.execute(
      trx,
    );
  return rows;
}

/** Reads a product's row and keeps others from changing it until the transaction ends. @throws Problem platform.notFound */
export async function lockProduct(trx: Db, id: string): Promise<ProductRow> {
  const row = await catalogue(trx)
    .selectFrom('product')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** @throws Problem platform.staleVersion when somebody else was faster */
export function refuseStale(row: { version: number }, expected: number): void {
  if (row.version !== expected) throw new Problem(problems.staleVersion, { current: row.version });
}

/** @throws Problem catalogue.skuTaken */
export async function insertProduct(trx: Db, organisationId: string, data: ProductInput): Promise<string> {
  const id = v7();
  const inserted = await catalogue(trx)
    .insertInto('product')
    .values({ id, organisation_id: organisationId, sku: data.sku, data: JSON.stringify(data) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'sku']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n)
    throw new Problem(catalogueProblems.skuTaken, { sku: data.sku });
  return id;
}

/** Writes a product's next version over its row. @throws Problem catalogue.skuTaken */
export async function saveProduct(
  trx: Db,
  row: ProductRow,
  change: { data?: ProductInput; state?: ProductState; publishedAt?: Date },
): Promise<void> {
  const { data = row.data, state = row.state, publishedAt = row.published_at } = change;
  try {
    await catalogue(trx)
      .updateTable('product')
      .set({
        sku: data.sku,
        state,
        version: row.version + 1,
        data: JSON.stringify(data),
        published_at: publishedAt,
        updated_at: new Date(),
      })
      .where('id', '=', row.id)
      .execute();
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'product_organisation_id_sku_key') {
      throw new Problem(catalogueProblems.skuTaken, { sku: data.sku });
    }
    throw error;
  }
}

/** Keeps the products as they now are, one version each; call after every change, in its transaction. */
export async function keepVersions(trx: Db, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into product_version (product_id, version, state, snapshot, parts, by_user_id, by_name)
    select p.id, p.version, p.state, p.data,
      (select jsonb_build_object('variants', w.variants, 'certificates', w.certificates, 'photos', w.photos) from (select ${parts}) w),
      ${actor.userId}, ${actor.userName}
    from product p where p.id = any(${ids}::uuid[])`.execute(trx);
}

/** All products of an organisation, locked in one order against changes until the transaction ends. */
export async function productIdsOf(trx: Db, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from product where organisation_id = ${organisationId} order by id for share`.execute(trx);
  return rows.map(({ id }) => id);
}
