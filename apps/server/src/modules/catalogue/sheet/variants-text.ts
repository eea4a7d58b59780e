import { variantSchema, type Variant } from '@jiechuan/contract';
import { readPacking, writePacking } from './packing-text.ts';
import { CellProblem, cut, joinList, splitList } from './text.ts';

/**
 * What changes for markets, in one cell: `RU | size=large | label=ru | name.ru=Лимоны | recipe=… | packing=…; JP | …`.
 * @throws CellProblem catalogue.cellVariants
 */
export const readVariants = (cell: string): Variant[] => {
  const variants = splitList(cell, ';').map((text) => {
    const [market, ...parts] = splitList(text, '|');
    const variant: Record<string, unknown> = { market, names: {} };
    for (const part of parts) {
      const at = part.indexOf('=');
      const key = part.slice(0, at).trim();
      const value = part.slice(at + 1).trim();
      if (key === 'size' || key === 'recipe') variant[key] = value;
      else if (key === 'label') variant['labelLanguages'] = splitList(value, ',');
      else if (key === 'packing') variant['packing'] = readPacking(value);
      else if (key.startsWith('name.')) (variant['names'] as Record<string, string>)[key.slice(5)] = value;
      else throw new CellProblem('catalogue.cellVariants', { part: cut(part, 60) });
    }
    const read = variantSchema.safeParse(variant);
    if (!read.success) throw new CellProblem('catalogue.cellVariants', { part: cut(text, 60) });
    return read.data;
  });
  const markets = new Set(variants.map(({ market }) => market));
  if (markets.size < variants.length)
    throw new CellProblem('catalogue.cellVariants', { part: cut(cell, 60) });
  return variants;
};

/** Undoes `readVariants`. */
export const writeVariants = (variants: readonly Variant[]): string =>
  joinList(
    variants.map(({ market, names, size, recipe, labelLanguages, packing }) =>
      joinList(
        [
          market,
          ...(size === null ? [] : [`size=${size}`]),
          ...(labelLanguages.length === 0 ? [] : [`label=${joinList(labelLanguages, ',')}`]),
          ...Object.entries(names).map(([language, name]) => `name.${language}=${name}`),
          ...(recipe === null ? [] : [`recipe=${recipe}`]),
          ...(packing.length === 0 ? [] : [`packing=${writePacking(packing)}`]),
        ],
        '|',
      ),
    ),
    ';',
  );
