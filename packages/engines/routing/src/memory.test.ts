import { describe, expect, test } from 'vitest';
import { floats, ints, reusing } from './memory.ts';

describe('memory that is used again', () => {
  test('arrays of one piece of work keep what is written, however many and large they are', () => {
    reusing(() => {
      const rows = Array.from({ length: 400 }, (_, at) =>
        at % 2 === 0 ? floats(at * 97, at) : ints(at * 131, at),
      );
      rows.push(floats(3_000_000, 400), ints(1, 401), ints(5_000_001, 402), floats(0, 403));
      for (const [at, row] of rows.entries()) expect(row.every((value) => value === at)).toBe(true);
    });
  });

  test('what a work within it took is free when that ends, its own is untouched', () => {
    reusing(() => {
      const own = floats(1000, 1);
      const inner = reusing(() => ints(1000, 2));
      const next = ints(1000);
      expect(next.buffer).toBe(inner.buffer);
      expect(next.byteOffset).toBe(inner.byteOffset);
      next.fill(3);
      expect(own.every((value) => value === 1)).toBe(true);
      const whole = reusing(() => reusing(() => floats(2_000_000, 4)).length + floats(1_500_000, 5).length);
      expect(whole).toBe(3_500_000);
      expect(own.every((value) => value === 1) && next.every((value) => value === 3)).toBe(true);
    });
  });

  test('a work that fails gives back what it took', () => {
    const first = reusing(() => floats(10));
    const failing = (): never =>
      reusing(() => {
        floats(100_000);
        throw new Error('half-way');
      });
    expect(failing).toThrow('half-way');
    const second = reusing(() => floats(10));
    expect([second.buffer, second.byteOffset]).toEqual([first.buffer, first.byteOffset]);
  });

  test('of what a large work took no more than 64 MB is kept', () => {
    const take = () => new Set(reusing(() => Array.from({ length: 60 }, () => floats(2 ** 19).buffer)));
    const taken = take();
    const bytes = (buffers: Iterable<ArrayBufferLike>) =>
      [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes(taken)).toBeGreaterThan(200_000_000);
    const kept = bytes(taken.intersection(take()));
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(2 ** 26);
  });
});
