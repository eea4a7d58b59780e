import { packingLevel, type Packing } from '@jiechuan/contract';
import { CellProblem, cut, joinList, splitList } from './text.ts';

// carton x12 6000/6800 400x300x250 #16901234567899
const shape =
  /^(\p{L}+)(?:\s*[x×*]\s*(\d+))?\s+(\d+)\s*\/\s*(\d+)(?:\s+(\d+|-)\s*[x×*]\s*(\d+|-)\s*[x×*]\s*(\d+|-))?(?:\s+#(\d+))?$/u;

const words: Record<string, Packing['level']> = {
  单件: 'unit',
  内盒: 'inner',
  箱: 'carton',
  托盘: 'pallet',
  штука: 'unit',
  упаковка: 'inner',
  короб: 'carton',
  паллета: 'pallet',
};

/**
 * The levels of packing in one cell, `;` between them: level, how many of the level below, net/gross
 * grams, length × width × height in mm (`-` unknown), GTIN.
 * @throws CellProblem catalogue.cellPacking
 */
export const readPacking = (cell: string): Packing[] =>
  splitList(cell, ';').map((text) => {
    const found = shape.exec(text);
    const named = found?.[1]!.toLowerCase() ?? '';
    const level = packingLevel.safeParse(words[named] ?? named);
    if (!found || !level.success) throw new CellProblem('catalogue.cellPacking', { part: cut(text, 60) });
    const side = (value: string | undefined) => (value === undefined || value === '-' ? null : Number(value));
    return {
      level: level.data,
      contains: found[2] === undefined ? 1 : Number(found[2]),
      netGrams: Number(found[3]),
      grossGrams: Number(found[4]),
      lengthMm: side(found[5]),
      widthMm: side(found[6]),
      heightMm: side(found[7]),
      gtin: found[8] ?? null,
    };
  });

/** Undoes `readPacking`. */
export const writePacking = (levels: readonly Packing[]): string =>
  joinList(
    levels.map(({ level, contains, netGrams, grossGrams, lengthMm, widthMm, heightMm, gtin }) => {
      const sides = [lengthMm, widthMm, heightMm];
      return [
        contains === 1 ? level : `${level} x${contains}`,
        `${netGrams}/${grossGrams}`,
        ...(sides.some((side) => side !== null) ? [sides.map((side) => side ?? '-').join('x')] : []),
        ...(gtin === null ? [] : [`#${gtin}`]),
      ].join(' ');
    }),
    ';',
  );
