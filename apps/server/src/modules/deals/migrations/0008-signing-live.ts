import { sql, type Kysely } from 'kysely';

/** Says that a contract was issued, recalled or signed, or that its deal has moved, to whoever waits for a signature. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function signing_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('signing_changed', '');
        return null;
      end $$;
    create trigger signing_changed after update of state on contract
      for each statement execute function signing_changed();
    create trigger signing_changed after update of stage on deal
      for each statement execute function signing_changed();
  `.execute(db);
}
