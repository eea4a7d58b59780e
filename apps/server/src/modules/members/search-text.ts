import {
  analyseQuery,
  analyseText,
  normaliseText,
  queryLiteral,
  vectorLiteral,
} from '../../platform/text/index.ts';

/** Index text of one record: what a query is held against. */
export interface SearchDocument {
  /** A tsvector literal: what it is called weighs A, the rest B. */
  vector: string;
  /** The spellings, for trigram similarity that forgives typing errors. */
  text: string;
}

/** What a query asks for. */
export interface SearchWords {
  /** A tsquery literal: every word must be there. */
  tsquery: string;
  /** The whole query for trigram similarity. */
  fuzzy: string;
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
      ...names.map((text) => ({ text, weight: 'a' as const })),
      ...details.map((text) => ({ text, weight: 'b' as const })),
    ],
    codes,
  );
  return { vector: vectorLiteral(analysis), text: analysis.fuzzy };
}

/** Null when there is nothing in it that can be asked for. */
export function searchWords(q: string): SearchWords | null {
  const analysis = analyseQuery(q);
  const tsquery = queryLiteral(analysis);
  return tsquery === null ? null : { tsquery, fuzzy: analysis.fuzzy };
}

/** One spelling without the differences that don't matter: width, case, accents, script variant, signs between words. */
export const normaliseSpelling = (text: string): string =>
  normaliseText(text)
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
