import { remembered } from './bounded-cache.ts';
import { cyrillicBySyllable, foldSyllable, splitInto } from './syllables.ts';

const vowel = /^[аеиоуэюя]/;

/**
 * A Han reading in Cyrillic by the Palladius system. After -ng (written н) a syllable that begins with a vowel is set
 * off by ъ: Чанъань.
 */
export function toCyrillic(reading: readonly string[]): string {
  let text = '';
  for (const syllable of reading) {
    const letters = cyrillicBySyllable.get(syllable) ?? cyrillicBySyllable.get(foldSyllable(syllable)) ?? '';
    text += text.endsWith('н') && vowel.test(letters) ? `ъ${letters}` : letters;
  }
  return text;
}

/**
 * Cyrillic syllable as people write it → pinyin syllables it may stand for. The strict spelling comes first; then what
 * is common outside of dictionaries: е for э, у for оу (дубаньцзян), н for нь, ю for юй, уй for уэй.
 */
const readings = new Map<string, string[]>();
function learn(spelling: string, syllable: string): void {
  const known = readings.get(spelling) ?? [];
  if (!known.includes(syllable)) readings.set(spelling, [...known, syllable]);
}
const loosened: ((spelling: string) => string)[] = [
  (spelling) => spelling,
  (spelling) => spelling.replace(/оу$/, 'у'),
  (spelling) => spelling.replace(/нь$/, 'н'),
  (spelling) => spelling.replace(/юй$/, 'ю'),
  (spelling) => spelling.replace('уей', 'уй'),
];
for (const loosen of loosened) {
  for (const [syllable, cyrillic] of cyrillicBySyllable) {
    learn(loosen(cyrillic.replaceAll('э', 'е')), foldSyllable(syllable));
  }
}

const longestSpelling = 6;
const split = (word: string) => splitInto(word, readings, longestSpelling);

/** Russian puts endings on Chinese words as well: дубаньцзяна, сычуаньский. */
const endings = /(?:[аеуыия]|ом|ем|ой|ов|ск(?:ий|ая|ое|ие|ого|ой|их|ую|им))$/;

/**
 * Reads Cyrillic letters as Chinese syllables: for each, the pinyin it may stand for.
 * Several ways are returned when the last letters may be a Russian ending; none for a word that is no such name.
 */
export const parsePalladius = remembered(20_000, (word: string): string[][][] => {
  if (word.length < 2 || word.length > 60) return [];
  const plain = word.replaceAll('э', 'е').replaceAll('ъ', '');
  const spellings = new Set([plain, plain.replace(endings, '')]);
  return [...spellings]
    .flatMap((spelling, at) => {
      const pieces = spelling.length < 2 ? undefined : split(spelling);
      // A single syllable with an ending is a Russian word: чаем is tea, not what begins with cha.
      return pieces && (at === 0 || pieces.length > 1) ? [pieces] : [];
    })
    .map((pieces) => pieces.map((piece) => readings.get(piece)!));
});
