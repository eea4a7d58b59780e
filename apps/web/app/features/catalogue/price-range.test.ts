import { expect, test } from 'vitest';
import { withPriceRange } from './price-range.ts';

test('a step of the price facet asks for prices from its beginning to just below its end', () => {
  expect(withPriceRange({ q: 'tea', price: '1000-5000' })).toEqual({
    q: 'tea',
    priceMin: '1000',
    priceMax: '4999',
  });
  expect(withPriceRange({ price: '1000000-' })).toEqual({ priceMin: '1000000' });
});

test('no step asks for any price; what isn’t one is left for the contract to refuse', () => {
  expect(withPriceRange({ q: 'tea' })).toEqual({ q: 'tea' });
  expect(withPriceRange({ price: 'cheap' })).toEqual({ price: 'cheap' });
  expect(withPriceRange({ price: ['0-1000', '1000-5000'] })).toEqual({ price: ['0-1000', '1000-5000'] });
});
