import { simplify } from './simplify.ts';

const unitNames: Record<string, string> = {
  千克: 'kg',
  公斤: 'kg',
  кг: 'kg',
  毫升: 'ml',
  мл: 'ml',
  克: 'g',
  гр: 'g',
  г: 'g',
  升: 'l',
  л: 'l',
};
const hanUnit = /(\d)\s*(千克|公斤|毫升|克|升)/gu;
const otherUnit = /(\d)\s*(кг|мл|гр|г|л|kg|ml|g|l)(?![\p{L}\p{N}\p{M}])/gu;
/** Any white space but a single blank. */
const otherSpace = /\s{2,}|[^\S ]/gu;
const needsFolding = /[^ -@[-~]/;
/* oxlint-disable-next-line eslint/no-control-regex -- control characters are what it removes; PostgreSQL refuses U+0000 */
const controls = /[\u0000-\u001f\u007f]+/g;

/** Case and width folded, Latin and Greek letters without accents, ё as е. Й keeps its breve: it is a letter of its own. */
const foldOnce = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('ё', 'е');

/** Han characters, Cyrillic and ASCII as nearly all texts have them: nothing to fold but case, ё and №. */
const everyday = /^[ -~\u00ab\u00bb\u2014\u201c\u201d\u2116\u3001\u3002\u4e00-\u9fff\u0401\u0410-\u0451]*$/;

function fold(text: string): string {
  if (everyday.test(text)) return simplify(text.toLowerCase().replaceAll('ё', 'е').replaceAll('№', 'no'));
  let folded = text;
  // Lower case and compatibility forms can each uncover work for the other (℡ → TEL → tel); they settle at once.
  for (let round = 0; round < 4; round += 1) {
    const next = foldOnce(folded);
    if (next === folded) break;
    folded = next;
  }
  return simplify(folded);
}

/**
 * One spelling without the differences that don't matter to a search: Unicode form and width, case, Latin accents,
 * traditional or simplified characters, the way a weight or volume is written (500 克, 500 г and 500 g are `500g`).
 * Takes any string, lone surrogates included; doing it twice changes nothing.
 */
export function normaliseText(text: string): string {
  const plain = text.replaceAll(controls, ' ');
  const folded = needsFolding.test(plain) ? fold(plain.toWellFormed()) : plain.toLowerCase();
  const measured = /\d/.test(folded)
    ? folded
        .replaceAll(hanUnit, (_, digit: string, unit: string) => `${digit}${unitNames[unit]} `)
        .replaceAll(otherUnit, (_, digit: string, unit: string) => `${digit}${unitNames[unit] ?? unit}`)
    : folded;
  return measured.replaceAll(otherSpace, ' ').trim();
}

/** Of a normalised text its letters and digits, and one space for whatever else stands between them. */
export const withoutSigns = (normalised: string): string =>
  normalised.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();

/** One spelling without the differences that don't matter: width, case, accents, script variant, signs between words. */
export const normaliseSpelling = (text: string): string => withoutSigns(normaliseText(text));
