import type { LandedCost, LandedLine, PlanAssumptions, PlanReason } from '@jiechuan/contract';
import { bornBy, type Incoterm, type Line } from './incoterms.ts';
import { reason } from './reason.ts';

type Source = LandedLine['source'];
type Confidence = LandedLine['confidence'];

/** A tax or fee of the market. `ratePpm` of the basis, or `fixedFen` for the consignment. */
export interface Charge {
  line: 'duty' | 'tradeDefence' | 'excise' | 'fee' | 'vat';
  basis: 'fob' | 'cif' | 'cifPlusDuty';
  ratePpm: number | null;
  fixedFen: number | null;
  reason: PlanReason;
  note: Record<string, string>;
  confidence: Confidence;
  source: Source;
}

export interface LandedInput {
  incoterm: Incoterm;
  quantity: number;
  /** Price of the whole quantity, and under which Incoterm it is asked; null: no price is known. */
  price: {
    totalFen: number;
    incoterm: Incoterm;
    reason: PlanReason;
    /** What makes the price less sure than it looks: it was converted at a doubtful rate. */
    doubts: PlanReason[];
  } | null;
  /** What the chosen road costs; null: there is no road. */
  carriageFen: number | null;
  carriageConfidence: Confidence;
  charges: readonly Charge[];
  assumptions: PlanAssumptions;
  /** Units of the market's money for 1 CNY, and of which day. */
  rate: { currency: string; perCny: string; date: string; minorUnits: number } | null;
  /** Whether that rate is old or only approximate. */
  rateDoubts: readonly PlanReason[];
}

const share = (amount: number, ppm: number): number => Math.ceil((amount * ppm) / 1_000_000);
const assumed: Confidence = 'estimated';

/**
 * The landed cost of a consignment, line by line, in fen: what the goods have cost when they lie on the shelf, and who
 * bears which line under the Incoterm (2020). Each line is rounded up to the fen.
 *
 * Insurance is asked of 110 % of the CIF value, which contains it: CIF = (FOB + carriage) / (1 − 1.1 r). Duty is
 * reckoned of FOB or CIF as the market does, VAT of CIF and duty. What the price's own Incoterm contains isn't counted
 * again. A line that isn't known is null, and then the sums are lower bounds: nothing unknown counts as nothing.
 */
export function landedCost(input: LandedInput): LandedCost {
  const { price, assumptions, carriageFen, quantity, incoterm } = input;
  const lines: LandedLine[] = [];
  const contained = (line: Line): boolean =>
    price !== null && line !== 'goods' && bornBy(price.incoterm, line) === 'seller';
  const put = (
    line: Line,
    amountFen: number | null,
    why: PlanReason,
    more: Partial<LandedLine> = {},
  ): number => {
    const inPrice = contained(line);
    const amount = inPrice ? 0 : amountFen;
    lines.push({
      line,
      amountFen: amount,
      bornBy: bornBy(incoterm, line),
      ratePpm: null,
      basisFen: null,
      note: {},
      confidence: amount === null ? 'unknown' : assumed,
      source: null,
      ...(!inPrice && more),
      reason: inPrice ? reason('containedInPrice', { incoterm: price!.incoterm }) : why,
    });
    return amount ?? 0;
  };

  const goods = put('goods', price?.totalFen ?? null, price?.reason ?? reason('priceUnknown'), {
    confidence: price ? (price.doubts.length > 0 ? assumed : 'published') : 'unknown',
  });
  const fob = goods + put('exportHandling', assumptions.exportHandlingFen, byAssumption);
  const carriage = put('mainCarriage', carriageFen, reason(carriageFen === null ? 'noCarriage' : 'byRoad'), {
    confidence: carriageFen === null ? 'unknown' : input.carriageConfidence,
  });
  const insuredPpm = Math.round(assumptions.insurancePpm * 1.1);
  const value = Math.ceil(((fob + carriage) * 1_000_000) / (1_000_000 - Math.min(insuredPpm, 999_999)));
  const cif =
    fob +
    carriage +
    put('insurance', value - fob - carriage, reason('insured', { percent: 110 }), {
      ratePpm: assumptions.insurancePpm,
      basisFen: Math.round(value * 1.1),
    });

  // Duty before VAT, since VAT is asked of both.
  let dutiable = cif;
  for (const kind of ['duty', 'tradeDefence', 'excise', 'fee', 'vat'] as const) {
    for (const charge of input.charges.filter(({ line }) => line === kind)) {
      const basis = charge.basis === 'fob' ? fob : charge.basis === 'cif' ? cif : dutiable;
      const amount = charge.ratePpm === null ? charge.fixedFen : share(basis, charge.ratePpm);
      const paid = put(kind, amount, charge.reason, {
        ratePpm: charge.ratePpm,
        basisFen: charge.ratePpm === null ? null : basis,
        confidence: amount === null ? 'unknown' : charge.confidence,
        source: charge.source,
        note: charge.note,
      });
      if (kind !== 'vat') dutiable += paid;
    }
  }
  put('unloading', assumptions.unloadingFen, byAssumption);
  put('importClearance', assumptions.importClearanceFen, byAssumption);
  put('delivery', assumptions.deliveryFen, byAssumption);
  // The price and the market may share a currency: said once.
  const rateDoubts = new Map(
    [...(price?.doubts ?? []), ...input.rateDoubts].map((one) => [JSON.stringify(one), one]),
  ).values();
  return {
    incoterm,
    lines,
    ...sums(lines, quantity, assumptions, input.rate),
    reasons: [...doubtsOf(lines), ...rateDoubts].slice(0, 10),
  };
}

const byAssumption: PlanReason = reason('byAssumption');

/** VAT is paid on import and got back by whoever sells on, so the trade's margins are reckoned without it and it is added at the end. */
function sums(
  lines: readonly LandedLine[],
  quantity: number,
  { importerMarginPpm, retailMarginPpm }: PlanAssumptions,
  rate: LandedInput['rate'],
): Omit<LandedCost, 'incoterm' | 'lines' | 'reasons'> {
  const sum = (which: readonly LandedLine[]): number =>
    which.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
  const priced = lines.some(({ line, amountFen }) => line === 'goods' && amountFen !== null);
  const lowerBound = lines.some(({ amountFen }) => amountFen === null);
  const totalFen = priced ? sum(lines) : null;
  const perUnitFen = totalFen === null ? null : Math.ceil(totalFen / quantity);
  const vat = lines.filter(({ line }) => line === 'vat');
  const vatPpm = vat.reduce((total, { ratePpm }) => total + (ratePpm ?? 0), 0);
  const beforeVat = totalFen === null ? null : totalFen - sum(vat);
  const withMargins =
    beforeVat === null ? null : Math.ceil((beforeVat * (1_000_000 + importerMarginPpm)) / 1_000_000);
  const onShelf =
    withMargins === null
      ? null
      : Math.ceil(
          (((withMargins * (1_000_000 + retailMarginPpm)) / 1_000_000) * (1_000_000 + vatPpm)) / 1_000_000,
        );
  const shelfPriceFen = onShelf === null ? null : Math.ceil(onShelf / quantity);
  const minor = (fen: number): number =>
    Math.ceil((fen / 100) * Number(rate!.perCny) * 10 ** rate!.minorUnits);
  return {
    sellerPriceFen: priced ? sum(lines.filter(({ bornBy: who }) => who === 'seller')) : null,
    totalFen,
    lowerBound,
    perUnitFen,
    shelfPriceFen,
    local:
      rate && perUnitFen !== null
        ? {
            currency: rate.currency,
            rate: rate.perCny,
            rateDate: rate.date,
            perUnit: minor(perUnitFen),
            shelfPrice: shelfPriceFen === null ? null : minor(shelfPriceFen),
          }
        : null,
  };
}

const doubtsOf = (lines: readonly LandedLine[]): PlanReason[] =>
  lines
    .filter(({ amountFen }) => amountFen === null)
    .map(({ line }) => reason('lineUnknown', { line }))
    .slice(0, 10);
