import { sql, type Kysely } from 'kysely';

/**
 * Typing errors are forgiven word by word: each word that occurs in a name is kept once, a question's unknown word is
 * held against these, and the question put right is asked of the same index as any other.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create extension if not exists fuzzystrmatch;

    drop function members_like(text);
    drop index organisation_search_text;

    alter table resource add column search_text text not null default '';
    -- Until a resource is next written, the stems of what it is called.
    update resource set search_text = coalesce(
      (select string_agg(lexeme, ' ') from unnest(search) where 'A' = any(weights)), '');
    alter table resource alter column search_text drop default;

    -- “Без охлаждения” is one word now, so that it is not what “охлаждение” finds.
    update resource set search = ts_delete(search, 'охлажден') || 'безохлажден:1A'::tsvector
      where temperature_class = 'ambient' and search @@ 'охлажден'::tsquery;
    update organisation set search = ts_delete(search, 'охлажден') || 'безохлажден:1B'::tsvector
      where search @@ 'охлажден'::tsquery and id in (select organisation_id from resource
        group by organisation_id having bool_and(temperature_class is null or temperature_class = 'ambient'));

    -- Not unique: of two who bring a word at the same time neither waits for the other.
    create table member_spelling (word text collate "C" not null);
    create index member_spelling_word on member_spelling (word);

    create function members_add_spellings(texts text[]) returns void language sql as $$
      insert into member_spelling
        select distinct split.word collate "C"
        from unnest(texts) as whole (text) cross join lateral regexp_split_to_table(whole.text, ' ') as split (word)
        where char_length(split.word) between 3 and 40 and split.word ~ '^[[:alpha:]]+$'
          and not exists (select from member_spelling known where known.word = split.word collate "C") $$;
    create function members_keep_spellings() returns trigger language plpgsql as $$
      begin
        perform members_add_spellings((select array_agg(search_text) from written));
        return null;
      end $$;
    select members_add_spellings(array_agg(search_text)) from (
      select search_text from organisation union all select search_text from resource) as all_texts;

    create trigger organisation_spellings_added after insert on organisation referencing new table as written
      for each statement execute function members_keep_spellings();
    create trigger organisation_spellings_changed after update on organisation referencing new table as written
      for each statement execute function members_keep_spellings();
    create trigger resource_spellings_added after insert on resource referencing new table as written
      for each statement execute function members_keep_spellings();
    create trigger resource_spellings_changed after update on resource referencing new table as written
      for each statement execute function members_keep_spellings();
  `.execute(db);
}
