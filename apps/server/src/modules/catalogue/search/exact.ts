import { normaliseCode, normaliseText, queryLiteral } from '../../../platform/text/index.ts';

/** A whole name as one lexeme, told apart from words by its first sign. */
export function exactLexeme(name: string): string {
  const spelling = normaliseText(name).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return `^${spelling.trim()}`;
}

/** A tsquery literal: called exactly so, or with exactly this code. */
export function exactQuery(q: string): string {
  const code = normaliseCode(q);
  return queryLiteral({ must: [[exactLexeme(q), ...(code === '' ? [] : [`#${code}`])]] })!;
}
