import { normaliseText } from '../../../platform/text/index.ts';

type Ranges = [number, number][];

/**
 * Tells where the words of a query stand in each name, as [from, to) in UTF-16 units. Literal occurrences
 * only: a name found by its sound or by another script has nothing to underline.
 */
export function highlighter(q: string): (names: Record<string, string>) => Record<string, Ranges> {
  const words = normaliseText(q)
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
    .slice(0, 12);
  return (names) => {
    const marked: Record<string, Ranges> = {};
    for (const [language, name] of Object.entries(names)) {
      const ranges = rangesIn(name, words);
      if (ranges.length > 0) marked[language] = ranges;
    }
    return marked;
  };
}

function rangesIn(name: string, words: readonly string[]): Ranges {
  const lower = name.toLowerCase();
  // Lower case may be longer than what it was made of (İ); then positions would lie.
  if (lower.length !== name.length) return [];
  const found: Ranges = [];
  for (const word of words) {
    // A stem is enough: "sauces" underlines "sauce".
    const stem = /^[a-zа-яё]{5,}$/u.test(word) ? word.slice(0, Math.max(4, word.length - 2)) : word;
    for (let at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + stem.length))
      found.push([at, at + stem.length]);
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
