import type { Charge as MarketCharge } from '@jiechuan/contract';
import type { Charge } from './landed-cost.ts';
import { reason } from './reason.ts';

/**
 * A market's charges as the landed cost reckons with them. A charge whose rate isn't known, or whose money can't be
 * reckoned in yuan, has no amount; it is told and never counted as nothing.
 * @param toFen converts minor units of a currency to fen; null where no rate is known
 */
export function chargesOf(
  charges: readonly MarketCharge[],
  grossGrams: number,
  toFen: (amount: number, currency: string) => number | null,
): Charge[] {
  return charges.map((charge): Charge => {
    const { rate, kind: line, source, confidence, note, hs, area } = charge;
    const told = {
      line,
      reason:
        rate === null ? reason('chargeUnknown') : reason('byTariff', { area, hs: hs === '' ? '–' : hs }),
      note,
      confidence: rate === null ? 'unknown' : confidence === 'high' ? 'published' : 'estimated',
      source,
    } as const;
    if (rate === null) return { ...told, basis: 'cif', ratePpm: null, fixedFen: null };
    if ('ppm' in rate) return { ...told, basis: rate.of, ratePpm: rate.ppm, fixedFen: null };
    const times = rate.of === 'kilogram' ? Math.ceil(grossGrams / 1000) : 1;
    return { ...told, basis: 'cif', ratePpm: null, fixedFen: toFen(rate.amount * times, rate.currency) };
  });
}
