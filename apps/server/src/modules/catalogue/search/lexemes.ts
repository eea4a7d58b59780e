import {
  analyseQuery,
  codeLexeme,
  compoundOf,
  isWritten,
  lexemesLiteral,
  normaliseCode,
  normaliseSpelling,
  queryLiteral,
} from '../../../platform/text/index.ts';

/** First sign of a lexeme that is a whole name. */
const exactSign = '^';
/** First sign of a lexeme of what is said of a product, told by it from one of its names. */
const saidSign = '.';

/** Names, whole names and what is said of a product as one tsvector literal. */
export const wordsLiteral = ({
  a,
  b,
  whole,
}: {
  a: readonly string[];
  b: readonly string[];
  whole: readonly string[];
}): string => [lexemesLiteral(a), lexemesLiteral(whole, exactSign), lexemesLiteral(b, saidSign)].join(' ');

/** A whole name as one lexeme. */
export const exactLexeme = (name: string): string => exactSign + normaliseSpelling(name);

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
  must: must.map((anyOf) => [...anyOf, ...anyOf.filter(isWritten).map((lexeme) => saidSign + lexeme)]),
});
