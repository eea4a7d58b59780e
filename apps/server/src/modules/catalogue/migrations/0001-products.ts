import { sql, type Kysely } from 'kysely';

/** Products with their versions, variants, certificates and photos. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table product (
      id uuid primary key,
      organisation_id uuid not null references organisation (id),
      sku text not null,
      state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
      version integer not null default 1,
      -- What the enterprise says of it: ProductInput of the contract, every field present.
      data jsonb not null,
      demo boolean not null default false,
      published_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (organisation_id, sku)
    );
    create index product_newest_of on product (organisation_id, updated_at desc, id desc);
    create index product_published on product (organisation_id) where state = 'published';

    create table product_version (
      product_id uuid not null references product (id),
      version integer not null,
      state text not null,
      -- The product as it was, with its variants, certificates and photos.
      snapshot jsonb not null,
      at timestamptz not null default now(),
      by_user_id text,
      by_name text,
      primary key (product_id, version)
    );

    create table product_variant (
      product_id uuid not null references product (id),
      market text not null,
      data jsonb not null,
      primary key (product_id, market)
    );

    create table product_certificate (
      product_id uuid not null references product (id),
      id uuid not null,
      kind text not null,
      number text not null,
      issuer text not null,
      valid_from date,
      valid_until date,
      file_id uuid references stored_file (id),
      primary key (product_id, id)
    );

    create table product_photo (
      product_id uuid not null references product (id),
      file_id uuid not null references stored_file (id),
      position integer not null,
      alt jsonb not null default '{}',
      primary key (product_id, file_id)
    );
  `.execute(db);
}
