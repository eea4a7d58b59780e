import { remembered } from '../../../platform/text/bounded-cache.ts';
import { cyrillicStem, latinStem, normaliseText } from '../../../platform/text/index.ts';

type Ranges = [number, number][];

/**
 * Tells where the words of a query stand in each name, as [from, to) in UTF-16 units: a word of the name with the same
 * stem whole, else the letters that were typed. A name found by its sound or by another script has nothing to underline.
 */
export function highlighter(q: string): (names: Record<string, string>) => Record<string, Ranges> {
  const words = normaliseText(q)
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
    .slice(0, 12);
  const stems = new Set(words.map(stemOf));
  return (names) => {
    const marked: Record<string, Ranges> = {};
    for (const [language, name] of Object.entries(names)) {
      const ranges = rangesIn(name, words, stems);
      if (ranges.length > 0) marked[language] = ranges;
    }
    return marked;
  };
}

/** Words of names as they are compared: the same ones come again and again. */
const wordOf = remembered(20_000, (word) => {
  const plain = normaliseText(word);
  return { plain, stem: stemOf(plain) };
});

const stemOf = (word: string): string =>
  /\p{Script=Cyrillic}/u.test(word) ? cyrillicStem(word) : latinStem(word);

function rangesIn(name: string, words: readonly string[], stems: ReadonlySet<string>): Ranges {
  const found: Ranges = [];
  for (const { 0: word, index } of name.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const { plain, stem } = wordOf(word);
    if (stems.has(stem)) found.push([index, index + word.length]);
    // A spelling of another length than what it was made of (İ) would make positions lie.
    else if (plain.length === word.length)
      for (const typed of words)
        for (let at = plain.indexOf(typed); at >= 0; at = plain.indexOf(typed, at + typed.length))
          found.push([index + at, index + at + typed.length]);
  }
  return merge(found);
}

function merge(ranges: Ranges): Ranges {
  const merged: Ranges = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
