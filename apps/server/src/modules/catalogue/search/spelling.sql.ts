import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { runPrepared } from '../../../platform/db/prepared.ts';

/** The known spellings nearest to each word; a word that is known, or like no other, stays as it is. */
export async function putRight(db: Db, words: readonly string[]): Promise<string[]> {
  const rows = await runPrepared<{ word: string }>(
    db,
    'spelling',
    sql`
    select coalesce(
      (select s.word from product_spelling s where s.word = wanted.word),
      (select s.word from product_spelling s where s.word % wanted.word
        order by similarity(s.word, wanted.word) desc, s.word limit 1),
      -- Nobody types the first letter wrong, and a short word is like too many others.
      (select s.word from product_spelling s
        where char_length(wanted.word) between 5 and 30 and s.word ^@ left(wanted.word, 1)
          and abs(char_length(s.word) - char_length(wanted.word)) <= 1
          and levenshtein_less_equal(left(s.word, 40), left(wanted.word, 40), 2) <= 2
        order by levenshtein_less_equal(left(s.word, 40), left(wanted.word, 40), 2), similarity(s.word, wanted.word) desc, s.word limit 1),
      wanted.word) as word
    from unnest(${[...words]}::text[]) with ordinality as wanted (word, place) order by place`,
  );
  return rows.map(({ word }) => word);
}
