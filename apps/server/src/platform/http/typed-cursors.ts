import { calendarDate } from '@jiechuan/contract';
import { Problem, problems } from '../errors.ts';
import { readCursor } from './cursor.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const refused = () =>
  new Problem(problems.invalid, {}, [{ path: 'query.cursor', code: 'platform.badCursor' }]);

/** A cursor that is one id. @throws Problem platform.invalid */
export function readIdCursor(cursor: string | undefined): string | undefined {
  const values = readCursor(cursor, 1);
  if (!values) return undefined;
  const [id] = values;
  if (typeof id !== 'string' || !uuid.test(id)) throw refused();
  return id;
}

/**
 * A cursor that is one sort value of the given type (numbers are whole), then an id.
 * @throws Problem platform.invalid
 */
export function readSortCursor<T extends 'string' | 'number'>(
  cursor: string | undefined,
  type: T,
): { value: T extends 'string' ? string : number; id: string } | undefined {
  const values = readCursor(cursor, 2);
  if (!values) return undefined;
  const [value, id] = values;
  const sound = type === 'number' ? Number.isSafeInteger(value) : typeof value === 'string';
  if (!sound || typeof id !== 'string' || !uuid.test(id)) throw refused();
  return { value: value as never, id };
}

/** A cursor that is one whole number of PostgreSQL's integer. @throws Problem platform.invalid */
export function readNumberCursor(cursor: string | undefined): number | undefined {
  const values = readCursor(cursor, 1);
  if (!values) return undefined;
  const number = Number(values[0]);
  if (!Number.isInteger(number) || Math.abs(number) > 2 ** 31 - 1) throw refused();
  return number;
}

/** A cursor that is one calendar day, then an id. @throws Problem platform.invalid */
export function readDateCursor(cursor: string | undefined): { value: string; id: string } | undefined {
  const found = readSortCursor(cursor, 'string');
  if (found && !calendarDate.safeParse(found.value).success) throw refused();
  return found;
}
