import { expect, test } from 'vitest';
import { dealIn } from './deal-in.ts';

test('a deal is known by its address or its id', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  expect(dealIn(`https://ship.example/deals/${id}?lang=en`)).toBe(id);
  expect(dealIn('')).toBeNull();
  expect(dealIn('that one')).toBe('that one');
});
