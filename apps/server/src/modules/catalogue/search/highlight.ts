import { remembered } from '../../../platform/text/bounded-cache.ts';
import { cyrillicStem, latinStem, normaliseText } from '../../../platform/text/index.ts';

type Ranges = [number, number][];

/**
 * Tells where the words of a query stand in each name, as [from, to) in UTF-16 units: a word of the name with the same
 * stem whole, else what was typed where a word begins so, Han characters anywhere. A letter alone is marked as a word only:
 * it begins nearly everything. A name found by its sound or by another script has nothing to underline.
 */
export function highlighter(q: string): (names: SplitNames) => Record<string, Ranges> {
  const words = normaliseText(q)
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
    .slice(0, 12);
  const stems = new Set(words.map(stemOf));
  const beginnings = words.filter((word) => !/^\p{L}$/u.test(word) || runKind(word) === null);
  return (names) => {
    const marked: Record<string, Ranges> = {};
    for (const [language, parts] of names) {
      const ranges = rangesIn(parts, beginnings, stems);
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

/** A word of a name: where it stands, as UTF-16 units, and how it is compared. */
interface Part {
  from: number;
  to: number;
  plain: string;
  stem: string;
}

/** Names by language, taken apart once for however many questions. */
export type SplitNames = readonly (readonly [language: string, parts: readonly Part[]])[];

export const splitNames = (names: Record<string, string>): SplitNames =>
  Object.entries(names).map(([language, name]) => [
    language,
    Array.from(name.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
      from: index,
      to: index + word.length,
      ...wordOf(word),
    })),
  ]);

function rangesIn(parts: readonly Part[], beginnings: readonly string[], stems: ReadonlySet<string>): Ranges {
  const found: Ranges = [];
  for (const { from, to, plain, stem } of parts) {
    if (stems.has(stem)) found.push([from, to]);
    // A spelling of another length than what it was made of (ﬁ) would make positions lie.
    else if (plain.length === to - from)
      for (const typed of beginnings)
        for (let at = plain.indexOf(typed); at >= 0; at = plain.indexOf(typed, at + typed.length))
          if (beginsAt(plain, at)) found.push([from + at, from + at + typed.length]);
  }
  return merge(found);
}

/** What its first sign makes a run with: digits, letters of an alphabet; null for what stands by itself, as Han characters do. */
const runKind = (text: string): 'number' | 'letter' | null =>
  /^\p{N}/u.test(text) ? 'number' : /^(?!\p{Script=Han})[\p{L}\p{M}]/u.test(text) ? 'letter' : null;

/** Whether a run begins here: 8 in 8kg and 第8号, not in 18. */
function beginsAt(text: string, at: number): boolean {
  const kind = runKind(text[at]!);
  return kind === null || at === 0 || runKind(text[at - 1]!) !== kind;
}

function merge(ranges: Ranges): Ranges {
  if (ranges.length < 2) return ranges;
  const merged: Ranges = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
