import { analyseQuery, analyseText, queryLiteral, vectorLiteral } from '../../platform/text/index.ts';

/** Index text of one record: what a query is held against. */
export interface SearchDocument {
  /** A tsvector literal: what it is called weighs A, the rest B. */
  vector: string;
  /** The spellings of its names, which a mistyped word is held against. */
  text: string;
}

/** A word of a query. */
export interface SearchWord {
  /** A tsquery literal. */
  tsquery: string;
  /** As it is spelt; Han characters by their sound, so that those typed wrongly are forgiven. */
  spelling: string;
  /** Whether all of it is spelt by its sound. */
  han: boolean;
}

/**
 * @param names   names and aliases: found by sound, initials and in other letters too, and weigh most
 * @param details everything else a reader may type
 * @param codes   credit codes and register numbers
 */
export function searchDocument(
  names: readonly string[],
  details: readonly string[],
  codes: readonly string[] = [],
): SearchDocument {
  const analysis = analyseText(
    [
      ...names.map((text) => ({ text: bindNegations(text), weight: 'a' as const })),
      ...details.map((text) => ({ text: bindNegations(text), weight: 'b' as const })),
    ],
    codes,
  );
  return { vector: vectorLiteral(analysis), text: analysis.spellings.join(' ') };
}

/** What is without a thing must not be found by that thing: «без охлаждения» is one word, here and in questions. */
const bindNegations = (text: string): string =>
  text.replaceAll(/(?<!\p{L})(без)\s+(?=\p{Script=Cyrillic}{3})/giu, '$1');

/** A tsquery literal: every word must be there. Null when there is nothing in it that can be asked for. */
export const searchQuery = (q: string): string | null => queryLiteral(analyseQuery(bindNegations(q)));

/** Words beyond these are not looked at one by one. */
const mostWords = 12;

/** The words of a query, each as it is asked for alone; words that tell nothing are left out. */
export function searchWords(q: string): SearchWord[] {
  const pieces = bindNegations(q).trim().split(/\s+/u).slice(0, mostWords);
  return pieces.flatMap((piece, at) => {
    const analysis = analyseQuery(at === pieces.length - 1 && !/\s$/u.test(q) ? piece : `${piece} `);
    const tsquery = queryLiteral(analysis);
    return tsquery === null ? [] : [{ tsquery, spelling: analysis.fuzzy, han: analysis.script === 'han' }];
  });
}
