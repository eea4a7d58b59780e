import type { ProductInput, ProductState, Variant } from '@jiechuan/contract';
import type { ColumnType, Generated, Kysely, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

type MaybeTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface ProductTable {
  id: string;
  organisation_id: string;
  sku: string;
  state: Generated<ProductState>;
  version: Generated<number>;
  data: Json<ProductInput>;
  demo: Generated<boolean>;
  published_at: MaybeTimestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export type ProductRow = Selectable<ProductTable>;

export interface ProductVersionTable {
  product_id: string;
  version: number;
  state: ProductState;
  snapshot: Json<Record<string, unknown>>;
  /** Its variants, certificates and photos; of versions from before there was this, they are in the snapshot. */
  parts: Json<Record<string, unknown>>;
  at: Timestamp;
  by_user_id: string | null;
  by_name: string | null;
}

export interface ProductVariantTable {
  product_id: string;
  market: string;
  data: Json<Omit<Variant, 'market'>>;
}

export interface ProductCertificateTable {
  product_id: string;
  id: string;
  kind: string;
  number: string;
  issuer: string;
  valid_from: string | null;
  valid_until: string | null;
  file_id: string | null;
}

export interface ProductPhotoTable {
  product_id: string;
  file_id: string;
  position: number;
  alt: Json<Record<string, string>>;
}

interface CatalogueTables {
  product: ProductTable;
  product_version: ProductVersionTable;
  product_variant: ProductVariantTable;
  product_certificate: ProductCertificateTable;
  product_photo: ProductPhotoTable;
}

/** The module's own tables through the caller's connection. */
export const catalogue = (db: Db): Kysely<CatalogueTables> => db as unknown as Kysely<CatalogueTables>;
