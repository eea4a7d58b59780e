import { contractTerms } from '@jiechuan/contract';
import { describe, expect, test } from 'vitest';
import { makePaper, paperKinds, reconcile, type Paper, type PaperKind } from './papers.ts';

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
const packing = [
  { netGrams: 6_000_000, grossGrams: 6_600_000, packages: 500, packageKind: 'CT' },
  { netGrams: 3_500, grossGrams: 4_100, packages: 1, packageKind: 'CT' },
];
const made = (kind: PaperKind): Paper => {
  const result = makePaper(kind, terms(), packing);
  if ('refused' in result) throw new Error(result.refused.reason);
  return structuredClone(result.paper);
};

describe('papers from a contract', () => {
  test('amounts are exact to the cent', () => {
    for (const kind of ['proforma', 'invoice', 'carnetApplication'] as const) {
      const { lines, totals, currency } = made(kind);
      expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([15_036_000, 693]);
      expect({ currency, total: totals.amountMinor }).toEqual({ currency: 'EUR', total: 15_036_693 });
    }
  });

  test('a packing list sums weights and packages, and tells no price', () => {
    const { lines, totals } = made('packingList');
    expect(totals).toEqual({ amountMinor: null, netGrams: 6_003_500, grossGrams: 6_604_100, packages: 501 });
    expect(lines.every(({ unitPriceMinor }) => unitPriceMinor === null)).toBe(true);
  });

  test('without HS6 origin and carnet are refused, naming the line; the invoice is not', () => {
    const lacking = terms([line(), line({ hs6: null })]);
    for (const kind of ['originApplication', 'carnetApplication'] as const)
      expect(makePaper(kind, lacking, packing)).toEqual({ refused: { reason: 'hs6Missing', lines: [2] } });
    expect(makePaper('invoice', lacking, packing)).toHaveProperty('paper');
  });

  test('no goods and unpacked goods are refused', () => {
    expect(makePaper('invoice', terms([]), [])).toEqual({ refused: { reason: 'noGoods', lines: [] } });
    expect(makePaper('packingList', terms(), [packing[0]!])).toEqual({
      refused: { reason: 'packingMissing', lines: [2] },
    });
  });
});

describe('reconciling', () => {
  const all = () => paperKinds.map(made);

  test('papers of one contract agree', () => {
    expect(reconcile(all(), terms())).toEqual([]);
  });

  test('a count that differs from the contract is named', () => {
    const papers = all();
    papers[2]!.lines[1]!.quantity = 8;
    expect(reconcile(papers, terms())).toEqual([
      { paper: 'packingList', line: 2, field: 'quantity', expected: 7, found: 8 },
    ]);
  });

  test('a weight that differs between two papers is named, and the total it no longer makes', () => {
    const papers = all();
    papers[3]!.lines[0]!.grossGrams = 6_600_001;
    expect(reconcile(papers, terms())).toEqual([
      { paper: 'originApplication', line: 1, field: 'grossGrams', expected: 6_600_000, found: 6_600_001 },
      { paper: 'originApplication', line: null, field: 'grossGrams', expected: 6_604_101, found: 6_604_100 },
    ]);
  });

  test('a wrong total is named against its lines and against the contract', () => {
    const papers = [made('invoice')];
    papers[0]!.totals.amountMinor = 15_036_694;
    expect(reconcile(papers, terms()).map(({ field }) => field)).toEqual([
      'amountMinor',
      'contractAmountMinor',
    ]);
  });

  test('a line left out, doubled or of no contract is named', () => {
    const [short, twice, foreign] = [made('proforma'), made('proforma'), made('proforma')];
    short!.lines.pop();
    twice!.lines[1] = twice!.lines[0]!;
    foreign!.lines[1]!.line = 3;
    const names = (paper: Paper) => reconcile([paper], terms()).map(({ field, line: of }) => [of, field]);
    expect(names(short!)).toContainEqual([null, 'lines']);
    expect(names(twice!)).toContainEqual([1, 'line']);
    expect(names(foreign!)).toContainEqual([3, 'line']);
  });

  test('goods heavier than goods and packing together are named', () => {
    const paper = made('packingList');
    paper.lines[1]!.grossGrams = 3_000;
    paper.totals.grossGrams = 6_603_000;
    expect(reconcile([paper], terms())).toEqual([
      { paper: 'packingList', line: 2, field: 'grossGrams', expected: 3_500, found: 3_000 },
    ]);
  });

  test('goods sold by weight weigh what the contract says', () => {
    const sold = terms([line({ quantity: 6_001, unit: 'KGM' })]);
    const result = makePaper('packingList', sold, packing);
    expect('paper' in result && reconcile([result.paper], sold)).toEqual([
      { paper: 'packingList', line: 1, field: 'netGrams', expected: 6_001_000, found: 6_000_000 },
    ]);
  });
});
