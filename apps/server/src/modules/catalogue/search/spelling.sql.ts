import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

/** The known spellings nearest to each word; a word that is known, or like no other, stays as it is. */
export async function putRight(db: Db, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select coalesce(
      (select s.word from product_spelling s where s.word = wanted.word),
      (select s.word from product_spelling s where s.word % wanted.word
        order by similarity(s.word, wanted.word) desc, s.word limit 1),
      wanted.word) as word
    from unnest(${[...words]}::text[]) with ordinality as wanted (word, place) order by place`.execute(db);
  return rows.map(({ word }) => word);
}
