import { analyseQuery, analyseText, type TextToAnalyse } from '../../platform/text/index.ts';

/** What a word is worth that stands in the description but not in the name. */
const inDetail = 0.6;

/**
 * How well texts fit the words of a demand, 0–1000: the share of the words that are found, as the search finds them (in
 * any of its spellings); one found only in a description counts three fifths.
 */
export function wordsFit(words: string, texts: readonly TextToAnalyse[]): number {
  // A word that is complete, not one still being typed.
  const { must } = analyseQuery(`${words} `);
  if (must.length === 0) return 0;
  const { a, b } = analyseText(texts);
  const found = must.reduce((sum, alternatives) => {
    if (alternatives.some((one) => isIn(a, one))) return sum + 1;
    return alternatives.some((one) => isIn(b, one)) ? sum + inDetail : sum;
  }, 0);
  return Math.floor((1000 * found) / must.length);
}

const isIn = (lexemes: readonly string[], wanted: string): boolean =>
  wanted.endsWith('*')
    ? lexemes.some((one) => one.startsWith(wanted.slice(0, -1)))
    : lexemes.includes(wanted);
