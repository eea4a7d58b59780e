/** Which rules a run of letters follows. `dense` scripts put no space between words (kana, Thai, Lao, Khmer, Burmese). */
export type RunScript = 'han' | 'latin' | 'cyrillic' | 'number' | 'dense' | 'other';
export interface Run {
  script: RunScript;
  text: string;
}

const dense =
  '\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const run = new RegExp(
  `(?<han>[\\p{Script=Han}]+)|(?<dense>[${dense}][${dense}\\p{M}]*)|(?<word>(?:(?![\\p{Script=Han}${dense}])[\\p{L}\\p{N}\\p{M}])+)`,
  'gu',
);

const plainAscii = /^[ -@[-~]*$/;
/** Han characters, Cyrillic and ASCII in lower case as nearly all other texts have them, with their punctuation. */
const everyday = /^[ -@[-~\u00ab\u00bb\u2014\u201c\u201d\u3001\u3002\u4e00-\u9fff\u0430-\u044f]*$/;

/** Longest word kept; anything longer is no word anybody types, and a lexeme of PostgreSQL ends at 2 kB. */
const longestWord = 60;

function scriptOf(word: string): RunScript {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  if (/\p{Script=Latin}/u.test(word)) return 'latin';
  return /\p{L}/u.test(word) ? 'other' : 'number';
}

const everydayScript = (word: string): RunScript =>
  /[\u0430-\u044f]/.test(word) ? 'cyrillic' : /[a-z]/.test(word) ? 'latin' : 'number';

/** Cuts normalised text into runs of one script; everything else separates. */
export function runsOf(text: string): Run[] {
  if (plainAscii.test(text)) {
    // The same result as below, several times as fast, for the commonest case.
    return (text.match(/[a-z\d]+/g) ?? []).map((word) => ({
      script: /[a-z]/.test(word) ? 'latin' : 'number',
      text: word.slice(0, longestWord),
    }));
  }
  if (everyday.test(text)) {
    return (text.match(/[\u4e00-\u9fff]+|[a-z\d\u0430-\u044f]+/g) ?? []).map((found) =>
      found > '\u4dff'
        ? { script: 'han', text: found }
        : { script: everydayScript(found), text: found.slice(0, longestWord) },
    );
  }
  const runs: Run[] = [];
  for (const { groups } of text.matchAll(run)) {
    const { han, dense: packed, word } = groups as { han?: string; dense?: string; word?: string };
    if (han) runs.push({ script: 'han', text: han });
    else if (packed) runs.push({ script: 'dense', text: packed });
    else if (word)
      runs.push({ script: scriptOf(word), text: Array.from(word).slice(0, longestWord).join('') });
  }
  return runs;
}

/** All pairs of neighbouring signs; the text itself when it is shorter than that. */
export function pairsOf(text: string): string[] {
  const signs = Array.from(text);
  return signs.length < 3 ? [text] : signs.slice(1).map((sign, at) => signs[at]! + sign);
}
