import { describe, expect, test } from 'vitest';
import {
  findCategory,
  findKind,
  productKinds,
} from '../../apps/server/src/modules/catalogue/vocabulary/index.ts';
import { divisions } from '../../apps/server/src/platform/geography/index.ts';
import { gradeOf, judgedQueries, ndcgAt10, typed, type JudgedProduct } from './judged-queries.ts';

/** Two products of every kind, as a catalogue would hold them. */
const catalogue: JudgedProduct[] = productKinds.flatMap(({ key, category, storage, hs6, origins }, at) =>
  [0, 1].map((second) => ({
    sku: `S-${String(at * 2 + second).padStart(4, '0')}`,
    gtin: String(6_900_000_000_000 + at * 2 + second),
    kind: key,
    category,
    origin: origins[second % origins.length] ?? null,
    storage,
    hs6,
  })),
);

describe('the judged queries', () => {
  test('are at least 150, with fifty or more of each language, in every manner of typing', () => {
    expect(judgedQueries.length).toBeGreaterThanOrEqual(150);
    const count = (lang: string) => judgedQueries.filter((query) => query.lang === lang).length;
    expect(Math.min(count('zh'), count('en'), count('ru'))).toBeGreaterThanOrEqual(50);
    expect(new Set(judgedQueries.map(({ manner }) => manner)).size).toBe(9);
  });
  test('are asked once each', () => {
    const asked = judgedQueries.map(({ q, field }) => q ?? JSON.stringify(field));
    expect(asked.filter((q, at) => asked.indexOf(q) !== at)).toEqual([]);
  });
  test('speak of kinds, categories, places and headings that exist', () => {
    const judgements = judgedQueries.flatMap(({ judgements: all }) => all);
    expect(judgements.flatMap(({ kind }) => kind ?? []).filter((key) => !findKind(key))).toEqual([]);
    expect(judgements.flatMap(({ category }) => category ?? []).filter((key) => !findCategory(key))).toEqual(
      [],
    );
    const places = judgements.flatMap(({ place }) => place ?? []);
    expect(places.filter((place) => !divisions.some(({ code }) => code.startsWith(place)))).toEqual([]);
    const headings = judgements.flatMap(({ hs }) => hs ?? []);
    expect(headings.filter((hs) => !productKinds.some(({ hs6 }) => hs6.startsWith(hs)))).toEqual([]);
  });
  test('have each an answer in a catalogue of all kinds, but for those that must find nothing', () => {
    const answered = judgedQueries.filter((query) => {
      const { source } = typed(query, catalogue);
      return catalogue.some((product) => gradeOf(query, product, source) === 3);
    });
    const meant = judgedQueries.filter(({ judgements }) => judgements.length > 0);
    expect(meant.filter((query) => !answered.includes(query))).toEqual([]);
    expect(answered.filter(({ judgements }) => judgements.length === 0)).toEqual([]);
    expect(judgedQueries.length - meant.length).toBeGreaterThanOrEqual(5);
  });
});

describe('nDCG at 10', () => {
  test('is 1 for the best order, less for a worse one, 0 when nothing relevant comes', () => {
    expect(ndcgAt10([3, 2, 1], [1, 2, 3, 0])).toBe(1);
    expect(ndcgAt10([1, 2, 3], [1, 2, 3])).toBeCloseTo(0.681, 3);
    expect(ndcgAt10([0, 0], [3])).toBe(0);
    expect(ndcgAt10([], [0, 0])).toBeUndefined();
  });
  test('looks no further than the tenth answer', () => {
    expect(ndcgAt10([...Array.from({ length: 10 }, () => 0), 3], [3])).toBe(0);
  });
});
