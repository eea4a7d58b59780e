import { categories } from '../vocabulary/index.ts';

const byName = new Map(
  categories.flatMap(({ key, names }) =>
    Object.values(names as object).map((name) => [(name as string).toLowerCase(), key]),
  ),
);

/** A category by its key or its name in any language; what isn't known stays as it is. */
export const readCategory = (cell: string): string => byName.get(cell.toLowerCase()) ?? cell.toLowerCase();
