import type { Conjunction } from '@jiechuan/inverted-index';
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

/** What a question asks for: of each inner list at least one lexeme must be there, one that ends in `*` is a beginning. */
export interface Wanted {
  /** Called exactly so, with exactly this code, or with both words written as one. */
  exact: Conjunction;
  /** Called by all of these words. */
  called: Conjunction;
  /** Called so, or so described: every word in a name or in what is said of it. */
  said: Conjunction;
  /** What has the exact name has its words, unless these are words that tell nothing. */
  orSaid: Conjunction;
}

/** @returns null where nothing in it can be asked for */
export function wantedBy(q: string, typed: string = q): Wanted | null {
  const { must } = analyseQuery(typed);
  if (must.length === 0) return null;
  const code = normaliseCode(q);
  const compound = compoundOf(q);
  const exact = [
    [
      exactLexeme(q),
      ...(code === '' ? [] : [codeLexeme(code)]),
      ...(compound === undefined ? [] : [compound]),
    ],
  ];
  return { exact, called: must, said: alsoSaid(must), orSaid: alsoSaid(exact) };
}

/** Each alternative in both forms; how a word sounds, its initials and codes are kept of names alone. */
const alsoSaid = (must: Conjunction): Conjunction =>
  must.map((anyOf) => [...anyOf, ...anyOf.filter(isWritten).map((lexeme) => saidSign + lexeme)]);

/** As tsquery literals, to be sent as parameters. */
export const literalsOf = ({ exact, called, said, orSaid }: Wanted) => ({
  exact: literal(exact),
  called: literal(called),
  said: `${literal(said)} | ${literal(orSaid)}`,
});

const literal = (must: Conjunction): string => queryLiteral({ must })!;
