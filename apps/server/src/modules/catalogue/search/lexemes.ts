import {
  analyseQuery,
  codeLexeme,
  compoundOf,
  isWritten,
  normaliseCode,
  normaliseText,
  queryLiteral,
} from '../../../platform/text/index.ts';

/** A whole name as one lexeme, told apart from words by its first sign. */
export function exactLexeme(name: string): string {
  const spelling = normaliseText(name).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return `^${spelling.trim()}`;
}

/** A lexeme of what is said of a product, told apart from one of its names by its first sign. */
export const saidLexeme = (lexeme: string): string => `.${lexeme}`;

/** What a question asks for, as tsquery literals. */
export interface Wanted {
  /** Called exactly so, with exactly this code, or with both words written as one. */
  exact: string;
  /** Called by all of these words. */
  called: string;
  /** Called so, or so described: every word in a name or in what is said of it. */
  said: string;
}

/** @returns null where nothing in it can be asked for */
export function wantedBy(q: string, typed: string = q): Wanted | null {
  const words = analyseQuery(typed);
  const called = queryLiteral(words);
  if (called === null) return null;
  const code = normaliseCode(q);
  const compound = compoundOf(q);
  const exact = {
    must: [
      [
        exactLexeme(q),
        ...(code === '' ? [] : [codeLexeme(code)]),
        ...(compound === undefined ? [] : [compound]),
      ],
    ],
  };
  // What has the exact name has its words, unless these are words that tell nothing.
  const said = `${queryLiteral(orSaid(words))} | ${queryLiteral(orSaid(exact))}`;
  return { exact: queryLiteral(exact)!, called, said };
}

/** Each alternative in both forms; how a word sounds, its initials and codes are kept of names alone. */
const orSaid = ({ must }: { must: readonly (readonly string[])[] }) => ({
  must: must.map((anyOf) => [...anyOf, ...anyOf.filter(isWritten).map(saidLexeme)]),
});
