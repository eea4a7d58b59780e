import { describe, expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { newIds } from './ids.ts';

describe('newIds', () => {
  test('each is a UUIDv7 of now, later than the one before', () => {
    const before = Date.now();
    const ids = newIds(5000);
    const after = Date.now();
    expect(ids).toHaveLength(5000);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    for (const id of ids) {
      const instant = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
      expect(instant).toBeGreaterThanOrEqual(before);
      expect(instant).toBeLessThanOrEqual(after);
    }
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  test('those of the same moment asked for apart are others', () => {
    const ids = Array.from({ length: 1000 }, () => newIds(2)).flat();
    expect(new Set(ids).size).toBe(2000);
  });

  test('none are none', () => {
    expect(newIds(0)).toEqual([]);
  });
});
