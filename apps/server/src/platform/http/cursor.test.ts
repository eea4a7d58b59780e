import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

test('a cursor comes back as it went', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    fc.integer(),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (values) => {
      expect(readCursor(writeCursor(values), values.length)).toEqual(values);
    }),
  );
});

test('what is no cursor of ours is refused by name, never a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        readCursor(text, 2);
        return false;
      } catch (error) {
        expect(error).toMatchObject({ status: 400, fields: [{ path: 'query.cursor' }] });
        return true;
      }
    }),
  );
});
