import { sql, type Kysely } from 'kysely';

/** Totals that were announced: approximate and unitemised. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table announced_headline (
      id uuid primary key,
      texts jsonb not null,
      amount bigint not null check (amount >= 0),
      currency text not null,
      announced_on date not null,
      source text not null
    );
    create function announced_headline_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('deal_ledger_changed', '');
        return null;
      end $$;
    create trigger announced_headline_changed after insert or update or delete on announced_headline
      for each statement execute function announced_headline_changed();
  `.execute(db);
}
