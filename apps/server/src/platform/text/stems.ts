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
