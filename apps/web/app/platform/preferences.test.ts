import { expect, test } from 'vitest';
import { ownAddress } from './preferences.ts';

test('an address inside the site is kept with its query', () => {
  expect(ownAddress('/products?q=%E8%B1%86&cursor=a')).toBe('/products?q=%E8%B1%86&cursor=a');
  expect(ownAddress('/products?lang=ru&q=a', { drop: 'lang' })).toBe('/products?q=a');
});

test.each([
  null,
  '',
  'products',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  ' //evil.example',
  'javascript:alert(1)',
])('%j leads home, not elsewhere', (address) => {
  expect(ownAddress(address)).toBe('/');
});
