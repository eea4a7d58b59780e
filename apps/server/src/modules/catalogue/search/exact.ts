import { compoundOf, normaliseCode, normaliseText, queryLiteral } from '../../../platform/text/index.ts';

/** A whole name as one lexeme, told apart from words by its first sign. */
export function exactLexeme(name: string): string {
  const spelling = normaliseText(name).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return `^${spelling.trim()}`;
}

/** A tsquery literal: called exactly so, with exactly this code, or with both words written as one. */
export function exactQuery(q: string): string {
  const code = normaliseCode(q);
  const compound = compoundOf(q);
  return queryLiteral({
    must: [
      [exactLexeme(q), ...(code === '' ? [] : [`#${code}`]), ...(compound === undefined ? [] : [compound])],
    ],
  })!;
}
