import { Problem, problems } from '../../platform/errors.ts';
import { readCursor } from '../../platform/http/cursor.ts';

/** A cursor that is one key. @throws Problem platform.invalid */
export function readCodeCursor(cursor: string | undefined): string | undefined {
  const values = readCursor(cursor, 1);
  if (!values) return undefined;
  const [code] = values;
  if (typeof code !== 'string')
    throw new Problem(problems.invalid, {}, [{ path: 'query.cursor', code: 'platform.badCursor' }]);
  return code;
}
