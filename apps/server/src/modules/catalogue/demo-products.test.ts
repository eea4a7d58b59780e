import { productInput } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { demoOrganisations } from '../members/index.ts';
import { demoProducts } from './demo-products.ts';
import { unknownValues } from './known-values.ts';
import { missingFields } from './readiness.ts';
import { productKinds } from './vocabulary/index.ts';

const makers = demoOrganisations(1000, 1).filter(({ kind }) => kind === 'enterprise');

test('every kind of goods is made by somebody, and nobody sells what they don’t make', () => {
  const made = new Map(makers.map(({ id, makes }) => [id, makes]));
  expect(
    productKinds.filter(({ category }) => !makers.some(({ makes }) => makes.includes(category))),
  ).toEqual([]);
  const strangers = demoProducts(2000, 1, makers).filter(
    ({ organisationId, data }) => !made.get(organisationId)!.includes(data.category),
  );
  expect(strangers).toEqual([]);
});

test('the same arguments give the same products, others give others', () => {
  expect(demoProducts(200, 1, makers)).toEqual(demoProducts(200, 1, makers));
  expect(demoProducts(200, 1, makers)).not.toEqual(demoProducts(200, 2, makers));
});

test('what is published lacks nothing that publishing asks for', () => {
  const lacking = demoProducts(2000, 1, makers)
    .filter(({ state }) => state === 'published')
    .map(({ data }) => ({ sku: data.sku, name: data.names['en'], missing: missingFields(data) }))
    .filter(({ missing }) => missing.length > 0);
  expect(lacking).toEqual([]);
});

test('weights and places are told so that readers abroad can read them', () => {
  const products = demoProducts(2000, 1, makers);
  expect(products.filter(({ data }) => !/ (кг|г), № \d+$/.test(data.names['ru']!))).toEqual([]);
  expect(products.filter(({ data }) => / (kg|g),/.test(data.names['ru']!))).toEqual([]);
  expect(new Set(products.flatMap(({ data }) => data.prices.map(({ place }) => place)))).toEqual(
    new Set(['Chengdu', 'Chongqing']),
  );
});

test('every demo product is one that the contract takes, of values that there are', () => {
  const refused = demoProducts(2000, 1, makers).flatMap(({ data }) => {
    const { error } = productInput.safeParse(data);
    const issues = error?.issues ?? unknownValues(data);
    return issues.length > 0 ? [{ sku: data.sku, issues }] : [];
  });
  expect(refused).toEqual([]);
});
