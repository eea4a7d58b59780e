import { newStemmer } from 'snowball-stemmers';
import { remembered } from './bounded-cache.ts';

const english = newStemmer('english');
const russian = newStemmer('russian');

/** Words so common that asking for them finds everything. */
const silent = new Set(
  (
    'a an the of and or in on at to for from with by is are be as it its this that s ' +
    'и в во не на с со по из к ко от до для у о об за при или а но же без под это как ' +
    '的 了 和 与 及 或 等 之 个'
  ).split(' '),
);
export const isSilent = (word: string): boolean => silent.has(word);

/**
 * Spellings that differ between writers of English, on the stem: chilli and chili, noodle and noodel aside — a doubled
 * consonant counts once; -our is -or.
 */
const evenOut = (word: string): string =>
  word.replaceAll(/([b-df-hj-np-tv-z])\1/g, '$1').replace(/(?<=\w{3})our$/, 'or');

/** The stem of a Latin word, by Snowball's English rules: no language is known of a query, so one rule serves all. */
export const latinStem = remembered(50_000, (word: string): string =>
  /^[a-z]+$/.test(word) ? evenOut(english.stem(word)) : word,
);
/** A Latin word as its beginning is looked for while somebody types. */
export const latinBeginning = (word: string): string => (/^[a-z]+$/.test(word) ? evenOut(word) : word);

/** The stem of a Cyrillic word, by Snowball's Russian rules. */
export const cyrillicStem = remembered(50_000, (word: string): string => russian.stem(word));

const consonant = '[бвгджзйклмнпрстфхцчшщ]';
const fleeting = new RegExp(`${consonant}[ео][цк]$`, 'u');
const lacksFleeting = new RegExp(`${consonant}[цк]$`, 'u');

/**
 * Stems that Snowball gives other cases of the same Russian word: a vowel that comes and goes before ц and к (перец, перца;
 * порошок, порошка), and nouns in -ея (батарея, батареи). Asked for beside the word's own stem, so that whatever case a
 * text has is found; a stem that no text has costs nothing.
 */
export function otherStems(word: string): string[] {
  const stem = cyrillicStem(word);
  if (stem.length < 4) return [];
  const end = word.slice(stem.length);
  if (/ея?$/u.test(stem) && stem.length > 4) return [stem.replace(/ея?$/u, '')];
  if (end.startsWith('е') && stem.length > 4 && /^е(?:й|и|ю|ям|ями|ях)$/u.test(end)) return [`${stem}е`];
  if (fleeting.test(stem)) return [stem.slice(0, -2) + stem.slice(-1)];
  if (!lacksFleeting.test(stem)) return [];
  const vowels = stem.endsWith('ц') ? ['е'] : ['о', 'е'];
  return vowels.map((vowel) => stem.slice(0, -1) + vowel + stem.slice(-1));
}
