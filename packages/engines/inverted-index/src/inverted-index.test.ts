import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvertedIndex, type Entry, type Found, type Wish } from './index.ts';
import { SortedLexemes } from './lexemes.ts';
import { byCodePoints } from './order.ts';
import { lookThrough, type Document } from './testing/look-through.ts';

// Few letters and few entries, so that lexemes, beginnings and places in an order coincide.
const lexeme = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '~', '.'), minLength: 1, maxLength: 3 }),
  fc.constantFrom('酱', '豆瓣', '\uffee', '😀', '😀b'),
);
const asked = fc.tuple(lexeme, fc.boolean()).map(([one, open]) => (open ? `${one}*` : one));
const conjunction = fc.array(fc.array(asked, { maxLength: 4 }), { maxLength: 3 });
const question = fc.array(fc.array(conjunction, { maxLength: 2 }), { maxLength: 3 });
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.constantFrom('0a', '0b', '1a', '1b', '2a', '2b', '3a', '3b'),
  brevity: fc.nat(2),
  published: fc.nat(2),
  facets: fc.constantFrom(1, 2, 1_000_000_007),
  organisation: fc.constantFrom('x', 'y'),
  price: fc.option(fc.nat(3)),
  name: fc.constantFrom('', 'a', 'ab', '\uffee', '😀'),
});
const wish: fc.Arbitrary<Wish> = fc.record({
  question,
  accepts: fc.constantFrom(undefined, ({ organisation }: Entry) => organisation === 'x'),
  order: fc.constantFrom('relevance', 'newest', 'name', 'price'),
  after: fc.option(fc.record({ stage: fc.nat(2), entry }), { nil: undefined }),
  limit: fc.nat(6),
});
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ entry, lexemes: fc.array(lexeme, { maxLength: 6 }) }) },
  { weight: 1, arbitrary: entry.map(({ id }) => id) },
  { weight: 2, arbitrary: fc.record({ wish }) },
);

const inOrder = ({ groups, ...found }: Found) => ({
  ...found,
  groups: groups.toSorted((a, b) => a[0] - b[0]),
});

describe('the index', () => {
  test('answers as looking through all entries does, whatever was put, replaced and removed between questions', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const index = new InvertedIndex();
        const documents = new Map<string, Document>();
        for (const one of changes) {
          if (typeof one === 'string') {
            index.remove(one);
            documents.delete(one);
          } else if ('wish' in one) {
            expect(inOrder(index.find(one.wish))).toEqual(
              inOrder(lookThrough([...documents.values()], one.wish)),
            );
          } else {
            index.put(one.entry, one.lexemes);
            documents.set(one.entry.id, one);
          }
        }
        expect(index.size).toBe(documents.size);
      }),
      { numRuns: 2000 },
    );
  });

  test('answers so with thousands of entries, where lists are long and marks and lexemes have grown', () => {
    const index = new InvertedIndex();
    const documents: Document[] = [];
    for (let at = 0; at < 5000; at++) {
      const id = at.toString(16).padStart(6, '0');
      const document = {
        entry: {
          id,
          brevity: at % 7,
          published: at % 11,
          facets: at % 300,
          organisation: 'x',
          price: at,
          name: id,
        },
        lexemes: [`own${id}`, `second${at % 2}`, `seventh${at % 7}`, `hundredth${at % 100}`],
      };
      documents.push(document);
      index.put(document.entry, document.lexemes);
    }
    const words = [
      'own00*',
      'own000abc',
      'own',
      'second0',
      'second*',
      'seventh3',
      'hundredth42',
      'hundredth1*',
      'none',
      's*',
    ];
    const any = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.array(any, { maxLength: 3 }), { maxLength: 2 }), { maxLength: 3 }),
        fc.constantFrom('relevance' as const, 'newest' as const),
        (stages, order) => {
          const one: Wish = { question: stages, order, limit: 21 };
          expect(inOrder(index.find(one))).toEqual(inOrder(lookThrough(documents, one)));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('tells how much of it is passed over', () => {
    const index = new InvertedIndex();
    const one: Entry = {
      id: 'a',
      brevity: 1,
      published: 1,
      facets: 1,
      organisation: 'x',
      price: 1,
      name: 'a',
    };
    index.put(one, ['w']);
    index.put({ ...one, brevity: 2 }, ['v']);
    index.put({ ...one, id: 'b' }, ['w']);
    index.remove('b');
    index.remove('c');
    expect({ size: index.size, passedOver: index.passedOver }).toEqual({ size: 1, passedOver: 2 });
  });
});

test('texts are ordered by their code points, as UTF-8 bytes are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'z', '酱', '\ue000', '\uffee', '😀', '𠀀'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(byCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('beginnings are found among those sorted long ago and those just added', () => {
  const sorted = new SortedLexemes();
  const all = Array.from({ length: 10_000 }, (_, at) => `w${(at * 7919) % 10_000}`);
  for (const [at, one] of all.entries()) {
    sorted.add(one);
    if (at % 1500 !== 0) continue;
    const beginning = `w${at % 97}`;
    const expected = all.slice(0, at + 1).filter((word) => word.startsWith(beginning));
    expect(sorted.startingWith(beginning).toSorted()).toEqual(expected.toSorted());
  }
  expect(sorted.startingWith('').length).toBe(10_000);
  expect(sorted.startingWith('x')).toEqual([]);
});
