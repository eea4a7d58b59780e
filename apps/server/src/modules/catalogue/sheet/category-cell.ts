import { productInput } from '@jiechuan/contract';
import { categoryOfWord, nearestCategories } from '../vocabulary/index.ts';
import { CellProblem, cut } from './text.ts';

/**
 * A category by its key, its name in any language or a usual word for it. What looks like a key stays as it is: whether
 * there is one is asked of the whole product.
 * @throws CellProblem catalogue.cellCategory, or catalogue.unknownCategory with those it may mean
 */
export function readCategory(cell: string): string {
  const known = categoryOfWord(cell);
  if (known !== undefined) return known;
  const key = cell.toLowerCase();
  if (productInput.shape.category.safeParse(key).success) return key;
  const nearest = nearestCategories(cell);
  throw nearest.length > 0
    ? new CellProblem('catalogue.unknownCategory', { part: cut(cell, 60), nearest: nearest.join(' / ') })
    : new CellProblem('catalogue.cellCategory', { part: cut(cell, 60) });
}
