import { listProducts, listMembers } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { withoutStrangers } from './reader.ts';

test('a page passes on its own filters and leaves out what others hung on its address', () => {
  const query = { q: 'tea', category: 'tea', utm_source: 'x', gclid: '1', toString: 'x' } as never;
  expect(withoutStrangers(listProducts, { query })).toEqual({ query: { q: 'tea', category: 'tea' } });
  expect(withoutStrangers(listMembers, { query })).toEqual({ query: { q: 'tea' } });
  expect(withoutStrangers(listMembers, {})).toEqual({});
});
