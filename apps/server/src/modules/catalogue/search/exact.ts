import { remembered } from '../../../platform/text/bounded-cache.ts';
import { compoundOf, normaliseCode, normaliseText, queryLiteral } from '../../../platform/text/index.ts';

/** Names of kinds and of classes of goods come again with every product of theirs. */
const kept = remembered(5_000, (name: string): string => {
  const spelling = normaliseText(name).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return `^${spelling.trim()}`;
});

/** A whole name as one lexeme, told apart from words by its first sign. */
export const exactLexeme = (name: string): string => kept(name);

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
