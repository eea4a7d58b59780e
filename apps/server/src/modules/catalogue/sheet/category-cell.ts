import { productInput } from '@jiechuan/contract';
import { categories } from '../vocabulary/index.ts';
import { CellProblem, cut } from './text.ts';

const byName = new Map(
  categories.flatMap(({ key, names }) =>
    Object.values(names as object).map((name) => [(name as string).toLowerCase(), key]),
  ),
);

/**
 * A category by its key or its name in any language; a key that isn't known stays as it is.
 * @throws CellProblem catalogue.cellCategory
 */
export function readCategory(cell: string): string {
  const found = byName.get(cell.toLowerCase()) ?? cell.toLowerCase();
  if (!productInput.shape.category.safeParse(found).success)
    throw new CellProblem('catalogue.cellCategory', { part: cut(cell, 60) });
  return found;
}
