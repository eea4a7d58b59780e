import { simplify } from './simplify.ts';

/** A word bare of what people write differently: case, width, spaces, signs, ё, traditional characters. 貨號 → 货号. */
export const plainWord = (text: string): string =>
  simplify(text.normalize('NFKC').toLowerCase())
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
