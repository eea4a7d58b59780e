import { amountOf, type ContractLine, type ContractTerms, type InBoth } from '@jiechuan/contract';

/** The papers of a consignment. The last two are data for an application to the CCPIT, never its forms. */
export const paperKinds = [
  'proforma',
  'invoice',
  'packingList',
  'originApplication',
  'carnetApplication',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How the goods of one contract line are packed, for the whole line. */
export type LinePacking = { netGrams: number; grossGrams: number; packages: number; packageKind: string };

/** A line of a paper. What this kind of paper does not speak of is null. */
export type PaperLine = {
  /** The contract's line, counted from 1. */
  line: number;
  description: InBoth;
  hs6: string | null;
  quantity: number;
  unit: ContractLine['unit'];
  unitPriceMinor: number | null;
  amountMinor: number | null;
  netGrams: number | null;
  grossGrams: number | null;
  packages: number | null;
  packageKind: string | null;
};

type Totals = Pick<PaperLine, 'amountMinor' | 'netGrams' | 'grossGrams' | 'packages'>;
export type Paper = { kind: PaperKind; currency: string | null; lines: PaperLine[]; totals: Totals };

/** Why no paper is made; `lines` are counted from 1. */
export type Refusal = { reason: 'noGoods' | 'hs6Missing' | 'packingMissing'; lines: number[] };

type Goods = Pick<ContractTerms, 'lines' | 'currency'>;

/** What each kind of paper speaks of, beside goods and quantity. */
const speaksOf: Record<PaperKind, { prices: boolean; weights: boolean; hs6Needed: boolean }> = {
  proforma: { prices: true, weights: false, hs6Needed: false },
  invoice: { prices: true, weights: false, hs6Needed: false },
  packingList: { prices: false, weights: true, hs6Needed: false },
  originApplication: { prices: false, weights: true, hs6Needed: true },
  carnetApplication: { prices: true, weights: true, hs6Needed: true },
};

const numbersWhere = <T>(all: readonly T[], is: (one: T, index: number) => boolean): number[] =>
  all.flatMap((one, index) => (is(one, index) ? [index + 1] : []));

function total(lines: readonly PaperLine[], field: keyof Totals): number | null {
  return lines.some((line) => line[field] === null)
    ? null
    : lines.reduce((sum, line) => sum + (line[field] ?? 0), 0);
}

/**
 * One paper from a contract's goods and how they are packed. A certificate of origin or a carnet is
 * refused, naming the lines, where HS6 is lacking.
 */
export function makePaper(
  kind: PaperKind,
  { lines: goods, currency }: Goods,
  packing: readonly (LinePacking | null)[],
): { paper: Paper } | { refused: Refusal } {
  const { prices, weights, hs6Needed } = speaksOf[kind];
  if (goods.length === 0) return { refused: { reason: 'noGoods', lines: [] } };
  const nameless = hs6Needed ? numbersWhere(goods, ({ hs6 }) => hs6 === null) : [];
  if (nameless.length > 0) return { refused: { reason: 'hs6Missing', lines: nameless } };
  const loose = weights ? numbersWhere(goods, (_, index) => !packing[index]) : [];
  if (loose.length > 0) return { refused: { reason: 'packingMissing', lines: loose } };
  const lines = goods.map((of, index): PaperLine => {
    const packed = weights ? packing[index] : null;
    return {
      line: index + 1,
      description: of.description,
      hs6: of.hs6,
      quantity: of.quantity,
      unit: of.unit,
      unitPriceMinor: prices ? of.unitPriceMinor : null,
      amountMinor: prices ? of.quantity * of.unitPriceMinor : null,
      netGrams: packed?.netGrams ?? null,
      grossGrams: packed?.grossGrams ?? null,
      packages: packed?.packages ?? null,
      packageKind: packed?.packageKind ?? null,
    };
  });
  const totals = {
    amountMinor: total(lines, 'amountMinor'),
    netGrams: total(lines, 'netGrams'),
    grossGrams: total(lines, 'grossGrams'),
    packages: total(lines, 'packages'),
  };
  return { paper: { kind, currency: prices ? currency : null, lines, totals } };
}

/** Where a paper says something else than it must. `line` is null for a total or the whole paper. */
export type Contradiction = {
  paper: PaperKind;
  line: number | null;
  field: string;
  expected: string | number | null;
  found: string | number | null;
};

const ofContract = ['hs6', 'quantity', 'unit', 'unitPriceMinor'] as const;
const ofPacking = ['netGrams', 'grossGrams', 'packages', 'packageKind'] as const;
/** Units of weight, in grams: goods sold by weight weigh what the contract says. */
const gramsOf: Partial<Record<ContractLine['unit'], number>> = { KGM: 1_000, TNE: 1_000_000 };
const summed = ['amountMinor', 'netGrams', 'grossGrams', 'packages'] as const;

/**
 * Papers against the contract and against one another: counts, prices, weights, totals. Weights and
 * packages are those of the first paper that speaks of them.
 */
export function reconcile(
  papers: readonly Paper[],
  contract: Pick<ContractTerms, 'lines' | 'currency' | 'statedAmountMinor'>,
): Contradiction[] {
  const found: Contradiction[] = [];
  const packed = papers.find(({ kind }) => speaksOf[kind].weights);
  for (const { kind, currency, lines, totals } of papers) {
    const { prices, weights } = speaksOf[kind];
    const compare = (
      line: number | null,
      field: string,
      expected: string | number | null,
      is: string | number | null,
    ) => {
      if (expected !== is) found.push({ paper: kind, line, field, expected, found: is });
    };
    compare(null, 'lines', contract.lines.length, lines.length);
    if (prices) compare(null, 'currency', contract.currency, currency);
    const seen = new Set<number>();
    for (const one of lines) {
      if (seen.has(one.line)) compare(one.line, 'line', null, one.line);
      seen.add(one.line);
      const agreed = contract.lines[one.line - 1];
      if (!agreed) {
        compare(one.line, 'line', null, one.line);
        continue;
      }
      for (const field of ofContract)
        if (prices || field !== 'unitPriceMinor') compare(one.line, field, agreed[field], one[field]);
      if (prices) compare(one.line, 'amountMinor', agreed.quantity * agreed.unitPriceMinor, one.amountMinor);
      if (!weights) continue;
      const first = packed?.lines.find(({ line }) => line === one.line);
      for (const field of ofPacking) compare(one.line, field, first?.[field] ?? null, one[field]);
      const perUnit = gramsOf[agreed.unit];
      if (perUnit !== undefined) compare(one.line, 'netGrams', agreed.quantity * perUnit, one.netGrams);
      // Goods never weigh more than goods and packing together.
      if (one.netGrams !== null && one.grossGrams !== null && one.grossGrams < one.netGrams)
        compare(one.line, 'grossGrams', one.netGrams, one.grossGrams);
    }
    for (const field of summed) compare(null, field, total(lines, field), totals[field]);
    if (prices) compare(null, 'contractAmountMinor', amountOf(contract), totals.amountMinor);
  }
  return found;
}
