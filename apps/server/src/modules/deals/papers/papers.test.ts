import { contractTerms, paperKinds, type PaperKind, type PaperLine } from '@jiechuan/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lackingOf, linesOf, reconcile, totalsOf, type Paper } from './papers.ts';

const line = (over: object = {}) => ({
  description: { zh: '豆瓣酱', other: 'Broad bean paste' },
  hs6: '210390',
  quantity: 12_000,
  unit: 'H87',
  unitPriceMinor: 1_253,
  ...over,
});
const terms = (lines: object[] = [line(), line({ quantity: 7, unitPriceMinor: 99 })]) =>
  contractTerms.parse({ language: 'en', currency: 'EUR', lines });
const unsaid = { amountMinor: null, netGrams: null, grossGrams: null, packages: null };
const packing = [
  { netGrams: 6_000_000, grossGrams: 6_600_000, packages: 500, packageKind: 'CT' },
  { netGrams: 3_500, grossGrams: 4_100, packages: 1, packageKind: 'CT' },
] as const;
type Writable = Paper & { lines: PaperLine[] };
/** A paper of the contract, packed where its kind speaks of weights. */
const made = (kind: PaperKind, of = terms()): Writable => ({
  kind,
  currency: of.currency,
  lines: linesOf(kind, of, []).map((one, index) =>
    kind === 'proforma' || kind === 'invoice' ? one : { ...one, ...packing[index] },
  ),
  totals: { ...unsaid },
});

describe('papers from a contract', () => {
  test('amounts are exact to the cent', () => {
    for (const kind of ['proforma', 'invoice', 'carnetApplication'] as const)
      expect(totalsOf(made(kind).lines).amountMinor).toBe(15_036_000 + 693);
  });

  test('a packing list sums weights and packages, and tells no price', () => {
    const { lines } = made('packingList');
    expect(totalsOf(lines)).toEqual({
      amountMinor: null,
      netGrams: 6_003_500,
      grossGrams: 6_604_100,
      packages: 501,
    });
    expect(lines.every(({ unitPriceMinor }) => unitPriceMinor === null)).toBe(true);
  });

  test('an application takes its weights from the packing list; goods sold by weight weigh what was agreed', () => {
    const list = made('packingList');
    expect(linesOf('originApplication', terms(), [list])[1]).toMatchObject(packing[1]);
    expect(linesOf('packingList', terms([line({ unit: 'KGM', quantity: 80 })]), [])[0]).toMatchObject({
      netGrams: 80_000,
      grossGrams: null,
    });
  });

  test('without HS6 origin and carnet lack their lines; the invoice lacks nothing', () => {
    const lines = made('originApplication', terms([line(), line({ hs6: null })])).lines;
    for (const kind of ['originApplication', 'carnetApplication'] as const)
      expect(lackingOf(kind, lines)).toEqual({ withoutHs6: [2], unpacked: [] });
    expect(lackingOf('invoice', lines)).toEqual({ withoutHs6: [], unpacked: [] });
  });

  test('goods whose packing nobody has said are named', () => {
    const { lines } = made('packingList');
    lines[1] = { ...lines[1]!, packageKind: null };
    expect(lackingOf('packingList', lines).unpacked).toEqual([2]);
  });
});

describe('reconciling', () => {
  test('papers of one contract agree, each with all others', () => {
    const all = paperKinds.map((kind) => made(kind));
    for (const one of all)
      expect(
        reconcile(
          one,
          terms(),
          all.filter((other) => other !== one),
        ),
      ).toEqual([]);
  });

  test('whatever figure of a line is changed, it is named with what it should be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paperKinds),
        fc.constantFrom(0, 1),
        fc.constantFrom('quantity', 'unitPriceMinor', 'netGrams', 'grossGrams', 'packages'),
        fc.integer({ min: 1, max: 1000 }),
        (kind, at, field, more) => {
          const list = made('packingList');
          const paper = made(kind);
          const before = paper.lines[at]![field as 'quantity'] as number | null;
          fc.pre(before !== null);
          paper.lines[at] = { ...paper.lines[at]!, [field]: before! + more };
          expect(reconcile(paper, terms(), [list])).toContainEqual({
            line: at + 1,
            field,
            expected: before,
            found: before! + more,
          });
        },
      ),
    );
  });

  test('a stated total that the lines don’t make is named, and an amount that isn’t the contract’s', () => {
    const invoice = made('invoice');
    const wrong = { ...invoice, totals: { ...unsaid, amountMinor: 15_036_694 } };
    expect(reconcile(wrong, terms(), []).map(({ field }) => field)).toEqual([
      'amountMinor',
      'contractAmountMinor',
    ]);
    const list = { ...made('packingList'), totals: { ...unsaid, grossGrams: 6_604_101, packages: 501 } };
    expect(reconcile(list, terms(), [])).toEqual([
      { line: null, field: 'grossGrams', expected: 6_604_100, found: 6_604_101 },
    ]);
  });

  test('a line left out, doubled or of no contract is named', () => {
    const names = (change: (lines: PaperLine[]) => PaperLine[]) => {
      const paper = made('proforma');
      return reconcile({ ...paper, lines: change(paper.lines) }, terms(), []).map((one) => [
        one.line,
        one.field,
      ]);
    };
    expect(names(([first]) => [first!])).toContainEqual([null, 'lines']);
    expect(names(([first]) => [first!, first!])).toContainEqual([1, 'line']);
    expect(names(([first, second]) => [first!, { ...second!, line: 3 }])).toContainEqual([3, 'line']);
  });

  test('goods heavier than goods and packing together are named', () => {
    const paper = made('packingList');
    paper.lines[1] = { ...paper.lines[1]!, grossGrams: 3_000 };
    expect(reconcile(paper, terms(), [])).toEqual([
      { line: 2, field: 'grossGrams', expected: 3_500, found: 3_000 },
    ]);
  });

  test('an HS code that other papers contradict is named where the contract says none', () => {
    const silent = terms([line({ hs6: null }), line()]);
    const list = made('packingList', silent);
    list.lines[0] = { ...list.lines[0]!, hs6: '210390' };
    const other = made('invoice', silent);
    other.lines[0] = { ...other.lines[0]!, hs6: '070960' };
    expect(reconcile(other, silent, [list])).toContainEqual({
      line: 1,
      field: 'hs6',
      expected: '210390',
      found: '070960',
    });
  });

  test('goods sold by weight weigh what the contract says', () => {
    const sold = terms([line({ quantity: 6_001, unit: 'KGM' })]);
    const paper = made('packingList', sold);
    expect(reconcile(paper, sold, [])).toContainEqual({
      line: 1,
      field: 'netGrams',
      expected: 6_001_000,
      found: 6_000_000,
    });
  });
});
