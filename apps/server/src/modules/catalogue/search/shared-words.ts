import type { ProductInput } from '@jiechuan/contract';
import { placeNames } from '../../../platform/geography/index.ts';
import { remembered } from '../../../platform/text/bounded-cache.ts';
import {
  analyseText,
  normaliseSpelling,
  onNewTerms,
  type TextToAnalyse,
} from '../../../platform/text/index.ts';
import type { Maker } from '../present.ts';
import { categoryNames, findCategory, kindNames } from '../vocabulary/index.ts';
import { wordsLiteral } from './lexemes.ts';
import { spellingsOf } from './spellings.ts';

/**
 * What a search row has in common with many others: three lexemes of five. They are analysed once, and sent to
 * PostgreSQL once a statement.
 */
export interface SharedWords {
  /** A tsvector literal. */
  words: string;
  spellings: readonly string[];
}

const asDetails = (texts: readonly string[]): TextToAnalyse[] =>
  texts.map((text) => ({ text, weight: 'b' as const }));

// The key is what the words are made of, so that nothing kept can grow old.
const kept = remembered(1000, (key): SharedWords => {
  const [kind, category, place, makerNames] = JSON.parse(key) as [
    ProductInput['kind'],
    string,
    string | null,
    string[],
  ];
  const ofKind = kind === null ? [] : kindNames(kind);
  const { a, b, spellings } = analyseText([
    ...ofKind,
    ...asDetails([
      ...categoryNames(category).map(({ text }) => text),
      ...(place === null ? [] : placeNames(place)),
      ...makerNames,
    ]),
  ]);
  // Who types the name of a class of goods means all of it.
  const whole = [
    ...ofKind.flatMap(({ text, weight }) => (weight === 'b' ? [] : [text])),
    ...Object.values<string>({ ...findCategory(category)?.names }),
  ].map(normaliseSpelling);
  return {
    words: wordsLiteral({ a, b, whole }),
    spellings: spellingsOf(spellings),
  };
});
onNewTerms(() => kept.forget());

/** Its kind's names as names of its own; its category's, its place's and its maker's as details. */
export const sharedWords = ({ kind, category, origin }: ProductInput, maker: Maker): SharedWords =>
  kept(JSON.stringify([kind, category, origin.code, Object.values(maker.names)]));
