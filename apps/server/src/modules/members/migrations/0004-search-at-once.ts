import { sql, type Kysely } from 'kysely';

/**
 * Lexemes that wait to be sorted in are read by every question, and a planner that knows of them would rather read all members:
 * with a thousand of them a question took 2 ms instead of 0.04. Members change seldom, so theirs are sorted in at once.
 * Whoever keeps answers in memory is told when one changes.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter index organisation_search set (fastupdate = off);
    alter index resource_search set (fastupdate = off);
    alter index organisation_tags set (fastupdate = off);
    alter index organisation_resource_kinds set (fastupdate = off);
    select gin_clean_pending_list(index::regclass) from unnest(array[
      'organisation_search', 'resource_search', 'organisation_tags', 'organisation_resource_kinds']) as index;

    create function member_search_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('member_search', '');
        return null;
      end $$;
    create trigger organisation_changed after insert or update or delete on organisation
      for each statement execute function member_search_changed();
    create trigger resource_changed after insert or update or delete on resource
      for each statement execute function member_search_changed();
    create trigger affiliation_changed after insert or update or delete on affiliation
      for each statement execute function member_search_changed();
  `.execute(db);
}
