import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { remembered } from './bounded-cache.ts';
import { normaliseText } from './normalise.ts';
import { loadReadings, readingOf } from './pinyin.ts';

let segmenter: Jieba | undefined;
const jieba = (): Jieba => (segmenter ??= Jieba.withDict(dict));

/** A word the dictionary lacks, or one whose reading it gets wrong (`pinyin`: syllables with spaces between). */
export type Term = string | { text: string; pinyin: string };

/**
 * Teaches the analyser words of a field (郫县豆瓣, 二荆条) and readings of names (什邡: shi fang), so that they are cut as
 * words. To be called before anything is indexed, with the same terms wherever queries are read: a word known on one
 * side only would be cut differently there.
 */
export function loadTerms(terms: readonly Term[]): void {
  const words = new Set<string>();
  const readings: Record<string, string> = {};
  for (const term of terms) {
    const word = normaliseText(typeof term === 'string' ? term : term.text);
    if (!/^\p{Script=Han}{2,12}$/u.test(word)) continue;
    words.add(word);
    if (typeof term !== 'string') readings[word] = term.pinyin;
  }
  // More frequent than any pair of common words, so that the term is preferred to its parts.
  const lines = [...words].map((word) => `${word} 20000 n\n`).join('');
  if (lines !== '') jieba().loadDict(Buffer.from(lines));
  loadReadings(readings);
  wordsIn.forget();
  atomsIn.forget();
  for (const forget of listeners) forget();
}

const listeners: (() => void)[] = [];
/** Lets results that were cut with the words known before be forgotten. */
export const onNewTerms = (forget: () => void): void => void listeners.push(forget);

/** The words of a Han run, the shorter words inside of longer ones included. */
export const wordsIn = remembered(20_000, (run: string): readonly string[] =>
  jieba().cutForSearch(run, true),
);

/**
 * The words of a Han run that don't overlap, compounds taken apart where shorter words fill them exactly:
 * 郫县豆瓣酱 → 郫县, 豆瓣酱. What a reader asks for is held against these, so that more words in between don't hide it.
 */
export const atomsIn = remembered(20_000, (run: string): readonly string[] =>
  jieba()
    .cut(run, true)
    .flatMap((word) => (word.length < 4 ? [word] : tile(word))),
);

function tile(word: string): readonly string[] {
  const inner = new Set(
    jieba()
      .cutForSearch(word, false)
      .filter((part) => part.length > 1 && part !== word),
  );
  const best: (readonly string[] | undefined)[] = Array.from({ length: word.length + 1 });
  best[word.length] = [];
  for (let from = word.length - 1; from >= 0; from -= 1) {
    for (const part of inner) {
      const rest = word.startsWith(part, from) ? best[from + part.length] : undefined;
      if (rest && rest.length + 1 < (best[from]?.length ?? Infinity)) best[from] = [part, ...rest];
    }
  }
  return best[0] ?? [word];
}

/** A Han run's atoms with their readings, character by character. */
export interface Spoken {
  atom: string;
  reading: readonly string[];
}
export const spoken = (run: string): Spoken[] =>
  atomsIn(run).map((atom) => ({ atom, reading: readingOf(atom) }));
