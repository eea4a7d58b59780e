import { cyrillicStem, latinStem, simplify } from '../../../platform/text/index.ts';
import { animalWords, innocentWords } from './animals.ts';
import { ingredients } from './ingredients.ts';

/** A name as it is looked for; without a key it only keeps what lies inside it from counting. */
interface Name {
  key: string | null;
  parts: readonly string[];
}
interface Found {
  key: string | null;
  from: number;
  to: number;
}

const folded = (text: string): string =>
  simplify(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/\p{Cf}/gu, ''),
  ).replaceAll(/(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu, '');
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const stem = (token: string): string => (/[а-я]/u.test(token) ? cyrillicStem(token) : latinStem(token));

/** Words, and each mark as a token of its own: “coconut, milk” isn't coconut milk. Hyphens join as blanks do. */
const tokensOf = (text: string): string[] =>
  text
    .replaceAll(/['’]s\b/gu, '')
    .match(/[\p{Script=Latin}\p{Script=Cyrillic}\d]+|\n|[^\s\p{L}\p{N}\p{Pd}]|\p{Script=Han}/gu) ?? [];

const negated = (word: string): string[] =>
  isHan(word)
    ? [`不含${word}`, `无${word}`]
    : /[а-я]/u.test(word)
      ? [`без ${word}`]
      : [`${word} free`, `no ${word}`, `without ${word}`];
const said = [
  ...ingredients.flatMap(({ key, names }) => Object.values(names).map((word) => ({ key, word }))),
  ...animalWords,
];
const plain = [
  ...said,
  // What is said not to be in it isn't in it.
  ...animalWords.flatMap(({ word: form }) => negated(form.replace('=', ''))),
  ...innocentWords,
].map((one) => (typeof one === 'string' ? { key: null, word: one } : one));
const hanNames = plain
  .filter(({ word }) => isHan(word))
  .map(({ key, word }) => ({ key, word: folded(word) }));
/** What a name in letters is looked for by: stems, or the very form after `=`. */
const partsOf = (word: string): string[] =>
  word.startsWith('=') ? [word] : tokensOf(folded(word)).map((token) => stem(token));
const letterNames = new Map<string, Name[]>();
for (const { key, word } of plain.filter((one) => !isHan(one.word))) {
  const parts = partsOf(word);
  letterNames.set(parts[0]!, [...(letterNames.get(parts[0]!) ?? []), { key, parts }]);
}

function inHan(text: string): Found[] {
  return hanNames.flatMap(({ key, word }) => {
    const found: Found[] = [];
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1))
      found.push({ key, from, to: from + word.length });
    return found;
  });
}

function inLetters(text: string): Found[] {
  const tokens = tokensOf(text).map((token) => ({ exact: `=${token}`, stem: stem(token) }));
  return tokens.flatMap((token, from) =>
    [...(letterNames.get(token.stem) ?? []), ...(letterNames.get(token.exact) ?? [])]
      .filter(({ parts }) =>
        parts.every((part, at) => tokens[from + at]?.stem === part || tokens[from + at]?.exact === part),
      )
      .map(({ key, parts }) => ({ key, from, to: from + parts.length })),
  );
}

/** What doesn't lie inside a longer name, nor is itself innocent. Overlapping names both count: 蜗牛油 is snails and tallow, to be on the safe side. */
const outermost = (found: readonly Found[]): Found[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.from <= one.from &&
          one.to <= other.to &&
          (other.to - other.from > one.to - one.from || other.key === null),
      ),
  );

const animalKeys = new Set([
  ...animalWords.map(({ key }) => key),
  ...ingredients.filter(({ animal }) => animal).map(({ key }) => key),
]);

/**
 * The ingredients that lists of ingredients name, as keys, in Chinese, English or Russian. A name counts where it stands as a
 * word (inflected or not; Chinese has no blanks, so anywhere) and not inside a longer name: 牛油果 (avocado) isn't 牛油 (tallow).
 */
export function findIngredients(texts: readonly string[]): { keys: string[]; animals: string[] } {
  const keys = new Set(
    texts
      .map(folded)
      .flatMap((text) => [...outermost(inHan(text)), ...outermost(inLetters(text))])
      .flatMap(({ key }) => key ?? []),
  );
  return { keys: [...keys], animals: [...keys].filter((key) => animalKeys.has(key)) };
}
