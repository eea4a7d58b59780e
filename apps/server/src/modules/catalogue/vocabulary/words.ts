import { divisions } from '../../../platform/geography/index.ts';
import type { Term, TextToAnalyse } from '../../../platform/text/index.ts';
import { categoryPath } from './categories.ts';
import { productKinds, findKind } from './product-kinds.ts';

const inLanguages = (names: object): TextToAnalyse[] =>
  Object.entries(names).map(([lang, text]: [string, string]) => ({ text, lang }));

/** Everything a kind is called in any language; a product of the kind is found by these as by its own name. */
export function kindNames(key: string): TextToAnalyse[] {
  const kind = findKind(key);
  if (!kind) return [];
  const others = Object.entries(kind.aliases).flatMap(([lang, words]) =>
    words.map((text) => ({ text, lang })),
  );
  return [...inLanguages(kind.names), ...others];
}

/** The names of a category and of what it belongs to. */
export const categoryNames = (key: string): TextToAnalyse[] =>
  categoryPath(key).flatMap(({ names }) => inLanguages(names));

/** Spoken otherwise than the dictionary of readings has it. */
const readings: Record<string, string> = {
  什邡: 'shi fang',
  筠连: 'jun lian',
  珙县: 'gong xian',
  犍为: 'qian wei',
  荥经: 'ying jing',
  乐至: 'le zhi',
};

/**
 * Words of the trade and names of places that the general dictionary lacks: to be taught to the text analyser before
 * anything is indexed or searched.
 */
export function vocabularyTerms(): Term[] {
  const words = new Set([
    ...productKinds.flatMap(({ names, aliases }) => [names['zh-CN'], ...aliases['zh-CN']]),
    ...divisions.map(({ short }) => short['zh-CN']),
  ]);
  return [...words].map((text) => (readings[text] ? { text, pinyin: readings[text] } : text));
}
