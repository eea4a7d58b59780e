import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { runPrepared } from '../../platform/db/prepared.ts';
import { searchQuery, searchWords } from './search-text.ts';

/**
 * The question with its typing errors put right, as a tsquery literal; null where none of its words can be.
 * A word that somebody has is not mistyped: a question of known words that nobody has together finds nobody.
 * @param known tells of each tsquery literal whether anything is found by it
 */
export async function putRight(
  db: Db,
  q: string,
  known: (tsqueries: readonly string[]) => Promise<boolean[]>,
): Promise<string | null> {
  const words = searchWords(q);
  // One word alone is what has just been asked for.
  const had = words.length === 1 ? [false] : await known(words.map(({ tsquery }) => tsquery));
  const unknown = words.filter((_, at) => !had[at]);
  if (unknown.length === 0) return null;
  const nearest = await nearestSpellings(
    db,
    unknown.map(({ spelling, han }) => (han ? '' : spelling)),
  );
  const tsqueries = words.map(({ tsquery, spelling, han }, at) => {
    if (had[at]) return tsquery;
    // Of one sound so many are that it tells nothing.
    if (han) return spelling.length > 4 ? searchQuery(`${spelling} `) : null;
    const right = nearest[unknown.indexOf(words[at]!)];
    return right ? searchQuery(`${right} `) : null;
  });
  return tsqueries.includes(null) ? null : tsqueries.map((one) => `(${one})`).join(' & ');
}

/** Nobody types the first letter wrong; two letters that changed places are two steps. Null where none is near enough. */
async function nearestSpellings(db: Db, words: readonly string[]): Promise<(string | null)[]> {
  const rows = await runPrepared<{ word: string | null }>(
    db,
    'member-spelling',
    sql`
    select (
      select s.word from member_spelling s
      where char_length(wanted.word) between 4 and 30 and s.word ^@ left(wanted.word, 1)
        and abs(char_length(s.word) - char_length(wanted.word)) <= 2
        and levenshtein_less_equal(s.word, wanted.word, 2) <= case when char_length(wanted.word) < 5 then 1 else 2 end
      order by levenshtein_less_equal(s.word, wanted.word, 2), s.word limit 1) as word
    from unnest(${[...words]}::text[]) with ordinality as wanted (word, place) order by place`,
  );
  return rows.map(({ word }) => word);
}
