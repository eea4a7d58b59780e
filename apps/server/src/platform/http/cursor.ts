import { Problem, problems } from '../errors.ts';

/** Packs the sort values of a page's last row into an opaque text. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * Unpacks a cursor of `length` values, each a string or a number.
 * @throws Problem platform.invalid naming `query.cursor` for anything `writeCursor` didn't make
 */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fine = (value: unknown) =>
      (typeof value === 'string' && !value.includes('\0')) || Number.isFinite(value);
    if (Array.isArray(values) && values.length === length && values.every(fine))
      return values as (string | number)[];
  } catch {
    // falls through to the refusal
  }
  throw new Problem(problems.invalid, {}, [{ path: 'query.cursor', code: 'platform.badCursor' }]);
}
