import { sql, type Kysely } from 'kysely';

/** An import tells how many of its good rows stay drafts, and for want of what. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table product_import
      add column incomplete integer not null default 0,
      -- {field: rows}
      add column lacking jsonb not null default '{}'`.execute(db);
}
