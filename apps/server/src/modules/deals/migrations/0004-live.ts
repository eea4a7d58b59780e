import { sql, type Kysely } from 'kysely';

/** Says that a deal or the ledger has changed, once the change has committed, to whoever looks at it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function deal_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('deal_changed', '');
        return null;
      end $$;
    create trigger deal_changed after insert or update on deal for each statement execute function deal_changed();

    create function deal_ledger_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('deal_ledger_changed', '');
        return null;
      end $$;
    create trigger deal_ledger_changed after insert on deal_ledger
      for each statement execute function deal_ledger_changed();
  `.execute(db);
}
