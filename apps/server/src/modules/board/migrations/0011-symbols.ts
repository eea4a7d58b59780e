import { sql, type Kysely } from 'kysely';

/** Products whose makers let the public see how far they have come; one that takes it back is a row less. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table symbol_showing (
      product_id uuid primary key references product,
      since timestamptz not null default now(),
      by_name text
    )
  `.execute(db);
}
