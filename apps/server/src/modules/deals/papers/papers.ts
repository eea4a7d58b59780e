import {
  amountOf,
  mostGrams,
  paperSpeaksOf,
  type ContractLine,
  type ContractTerms,
  type PaperContent,
  type PaperKind,
  type PaperLine,
  type PaperTotals,
} from '@jiechuan/contract';

/** As much of a paper as is reconciled. */
export interface Paper {
  kind: PaperKind;
  currency: string;
  lines: readonly PaperLine[];
  /** As stated; what is null is reckoned from the lines. */
  totals: PaperTotals;
}

type Goods = Pick<ContractTerms, 'lines' | 'currency' | 'statedAmountMinor'>;
const summed = ['netGrams', 'grossGrams', 'packages'] as const;
const ofPacking = ['netGrams', 'grossGrams', 'packages', 'packageKind'] as const;

/** Units of weight, in grams: goods sold by weight weigh what the contract says. */
const gramsOf: Partial<Record<ContractLine['unit'], number>> = { KGM: 1_000, TNE: 1_000_000 };

/**
 * A paper's lines as the contract and the other papers have them already: goods and prices from the contract, weights and
 * packages from the first paper that speaks of them. What nobody has said yet is null.
 */
export function linesOf(kind: PaperKind, { lines }: Goods, others: readonly Paper[]): PaperLine[] {
  const { prices, weights } = paperSpeaksOf[kind];
  const packed = weights ? others.find((one) => paperSpeaksOf[one.kind].weights)?.lines : undefined;
  const agreed = lines.reduce((sum, of) => sum + of.quantity * (gramsOf[of.unit] ?? 0), 0);
  return lines.map((of, index) => {
    const known = packed?.find(({ line }) => line === index + 1);
    const perUnit = weights && agreed <= mostGrams ? gramsOf[of.unit] : undefined;
    return {
      line: index + 1,
      description: of.description,
      hs6: of.hs6,
      quantity: of.quantity,
      unit: of.unit,
      unitPriceMinor: prices ? of.unitPriceMinor : null,
      netGrams: known?.netGrams ?? (perUnit === undefined ? null : of.quantity * perUnit),
      grossGrams: known?.grossGrams ?? null,
      packages: known?.packages ?? null,
      packageKind: known?.packageKind ?? null,
    };
  });
}

/** A line's amount in minor units; null on papers without prices. */
export const amountOfLine = ({ quantity, unitPriceMinor }: PaperLine): number | null =>
  unitPriceMinor === null ? null : quantity * unitPriceMinor;

/** The totals that a paper's lines make; null where one of them says nothing. */
export function totalsOf(lines: readonly PaperLine[]): PaperTotals {
  const sum = (of: (line: PaperLine) => number | null) =>
    lines.reduce<number | null>((total, line) => {
      const one = of(line);
      return total === null || one === null ? null : total + one;
    }, 0);
  return {
    amountMinor: sum(amountOfLine),
    netGrams: sum((line) => line.netGrams),
    grossGrams: sum((line) => line.grossGrams),
    packages: sum((line) => line.packages),
  };
}

/** The contract's lines that a paper can't be issued with as they are. */
export function lackingOf(
  kind: PaperKind,
  lines: readonly PaperLine[],
): { withoutHs6: number[]; unpacked: number[] } {
  const { hs6, weights } = paperSpeaksOf[kind];
  const where = (is: (line: PaperLine) => boolean) => lines.filter(is).map(({ line }) => line);
  return {
    withoutHs6: hs6 ? where((line) => line.hs6 === null) : [],
    unpacked: weights ? where((line) => ofPacking.some((field) => line[field] === null)) : [],
  };
}

/** What a kind of paper has to say before it is issued and doesn't: names of details. */
export const missingOf = (kind: PaperKind, details: PaperContent['details']): string[] =>
  paperSpeaksOf[kind].needed.filter((name) => {
    const said = details[name];
    return said === null || (Array.isArray(said) && said.length === 0);
  });

/** Where a paper says something else than it must. `line` is null for a total or the whole paper. */
export interface Contradiction {
  line: number | null;
  field: string;
  expected: string | number | null;
  found: string | number | null;
}

/**
 * A paper against the contract and against the other papers: lines, counts, prices, weights, totals.
 * - Each line of the contract stands on it once, with its quantity, unit and price; its HS6 where the contract names one,
 *   else the one that other papers name.
 * - Weights and packages are those of the first other paper that speaks of them; goods sold by weight weigh what was agreed;
 *   gross is never below net.
 * - Stated totals are what the lines make, and the amount is the contract's.
 * What isn't said yet is not a contradiction, see {@link lackingOf}.
 */
export function reconcile(
  { kind, currency, lines, totals }: Paper,
  contract: Goods,
  others: readonly Paper[],
): Contradiction[] {
  const { prices, weights } = paperSpeaksOf[kind];
  const found: Contradiction[] = [];
  const compare = (
    line: number | null,
    field: string,
    expected: string | number | null,
    is: string | number | null,
  ) => {
    if (expected !== is) found.push({ line, field, expected, found: is });
  };
  const packed = others.find((one) => paperSpeaksOf[one.kind].weights);
  compare(null, 'lines', contract.lines.length, lines.length);
  if (prices) compare(null, 'currency', contract.currency, currency);
  const seen = new Set<number>();
  for (const one of lines) {
    const agreed = contract.lines[one.line - 1];
    if (seen.has(one.line) || !agreed) {
      compare(one.line, 'line', null, one.line);
      continue;
    }
    seen.add(one.line);
    const named =
      agreed.hs6 ??
      others.flatMap((other) => other.lines).find(({ line, hs6 }) => line === one.line && hs6 !== null)
        ?.hs6 ??
      null;
    if (named !== null && one.hs6 !== null) compare(one.line, 'hs6', named, one.hs6);
    compare(one.line, 'quantity', agreed.quantity, one.quantity);
    compare(one.line, 'unit', agreed.unit, one.unit);
    if (prices) compare(one.line, 'unitPriceMinor', agreed.unitPriceMinor, one.unitPriceMinor);
    if (!weights) continue;
    const first = packed?.lines.find(({ line }) => line === one.line);
    for (const field of ofPacking)
      if (first && first[field] !== null && one[field] !== null)
        compare(one.line, field, first[field], one[field]);
    const perUnit = gramsOf[agreed.unit];
    if (perUnit !== undefined && one.netGrams !== null)
      compare(one.line, 'netGrams', agreed.quantity * perUnit, one.netGrams);
    // Goods never weigh more than goods and packing together.
    if (one.netGrams !== null && one.grossGrams !== null && one.grossGrams < one.netGrams)
      compare(one.line, 'grossGrams', one.netGrams, one.grossGrams);
  }
  const made = totalsOf(lines);
  if (weights)
    for (const field of summed) if (totals[field] !== null) compare(null, field, made[field], totals[field]);
  if (prices) {
    if (totals.amountMinor !== null) compare(null, 'amountMinor', made.amountMinor, totals.amountMinor);
    compare(null, 'contractAmountMinor', amountOf(contract), totals.amountMinor ?? made.amountMinor);
  }
  return found;
}
