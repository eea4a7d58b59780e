import { Problem, problems } from '../../../platform/errors.ts';
import { readCursor } from '../../../platform/http/cursor.ts';
import type { ListOrder, Position } from './page.sql.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (value: unknown): boolean => typeof value === 'string' && uuid.test(value);
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
const isText = (value: unknown): boolean => typeof value === 'string';

const shapes: Record<ListOrder | 'relevance', ((value: unknown) => boolean)[]> = {
  newest: [isWhole, isId],
  name: [isText, isId],
  price: [isWhole, isId],
  relevance: [isWhole, isWhole, isWhole, isId],
};

/** Where a page begins, held against the order it was made for. @throws Problem platform.invalid */
export function readPosition(
  cursor: string | undefined,
  order: ListOrder | 'relevance',
): Position | undefined {
  const shape = shapes[order];
  const position = readCursor(cursor, shape.length);
  if (position && !position.every((value, at) => shape[at]!(value))) {
    throw new Problem(problems.invalid, {}, [{ path: 'query.cursor', code: 'platform.badCursor' }]);
  }
  return position;
}
