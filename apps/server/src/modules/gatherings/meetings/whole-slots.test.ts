import { mostShown } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { wholeSlots } from './whole-slots.ts';

/** So many meetings in each slot, the last tables first. */
const meetings = (...perSlot: number[]) =>
  perSlot.flatMap((count, at) =>
    Array.from({ length: count }, (_, table) => ({ slot: at + 1, table: count - table })),
  );
const slots = (from: number, ...perSlot: number[]) => {
  const { bookings, nextSlot } = wholeSlots(meetings(...perSlot), from);
  return { slots: [...new Set(bookings.map(({ slot }) => slot))], count: bookings.length, nextSlot };
};

test('what fits is named whole, by slots and tables', () => {
  expect(wholeSlots(meetings(2, 1), 1)).toEqual({
    bookings: [
      { slot: 1, table: 1 },
      { slot: 1, table: 2 },
      { slot: 2, table: 1 },
    ],
    nextSlot: null,
  });
  expect(slots(1, mostShown / 2, mostShown / 2)).toEqual({ slots: [1, 2], count: mostShown, nextSlot: null });
});

test('a slot that does not fit in whole begins the next page', () => {
  const half = mostShown / 2;
  expect(slots(1, half, half, 1)).toEqual({ slots: [1, 2], count: mostShown, nextSlot: 3 });
  expect(slots(1, half, half + 1, 5)).toEqual({ slots: [1], count: half, nextSlot: 2 });
  expect(slots(2, half, half + 1, 5)).toEqual({ slots: [2, 3], count: half + 6, nextSlot: null });
});

test('one slot is named whole however many meetings it has', () => {
  expect(slots(1, 500, 3)).toEqual({ slots: [1], count: 500, nextSlot: 2 });
  expect(slots(1, 0, 500)).toEqual({ slots: [2], count: 500, nextSlot: null });
});

test('beyond the last slot there is nothing', () => {
  expect(wholeSlots(meetings(3), 2)).toEqual({ bookings: [], nextSlot: null });
});
