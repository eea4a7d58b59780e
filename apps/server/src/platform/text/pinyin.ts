import { customPinyin, pinyin } from 'pinyin-pro';
import { remembered } from './bounded-cache.ts';
import { cyrillicBySyllable, foldSyllable, splitInto } from './syllables.ts';

const syllables = new Set(
  [...cyrillicBySyllable.keys()].flatMap((syllable) => [syllable, foldSyllable(syllable)]),
);
const beginnings = new Set(
  [...syllables].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1))),
);
const longestSyllable = 6;

/**
 * The syllables of a Han word, ü as v, in the reading the word has (重庆 → chong qing).
 * A character without a known reading gives an empty syllable.
 */
export const readingOf = remembered(50_000, (word: string): readonly string[] =>
  pinyin(word, { toneType: 'none', type: 'array', v: true, toneSandhi: false }).map((syllable) =>
    /^[a-z]+$/.test(syllable) ? syllable : '',
  ),
);

/** Teaches readings that the dictionary gets wrong: {什邡: 'shi fang'}. */
export function loadReadings(readings: Record<string, string>): void {
  if (Object.keys(readings).length === 0) return;
  customPinyin(readings);
  readingOf.forget();
}

const readable = (word: string): boolean => word.length <= 40 && /^[a-z]+$/.test(word);

const parsed = remembered(50_000, (word: string): readonly string[] | null =>
  readable(word) ? (splitInto(word, syllables, longestSyllable)?.map(foldSyllable) ?? null) : null,
);

/** Splits Latin letters into pinyin syllables (ü folded): doubanjiang → dou ban jiang; null when it is none. */
export const parsePinyin = (word: string): readonly string[] | null => parsed(word);

/** The same for a word still being typed: its last syllable may be a beginning (doubanj → dou ban j). */
export const parsePinyinTyped = (word: string): readonly string[] | null =>
  readable(word)
    ? (splitInto(word, syllables, longestSyllable, beginnings)?.map(foldSyllable) ?? null)
    : null;

/** One syllable read as two, the second beginning with a vowel: xian → xi an; null where that can't be. */
export function parseTwo(word: string): string[] | null {
  for (let at = word.length - 1; at > 0; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (/^[aoe]/.test(second) && syllables.has(first) && syllables.has(second)) return [first, second];
  }
  return null;
}
