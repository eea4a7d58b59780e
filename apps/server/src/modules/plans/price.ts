import type { PlanInput, ProductPage } from '@jiechuan/contract';
import { Problem } from '../../platform/errors.ts';
import type { LandedInput } from './landed-cost.ts';
import type { Money } from './money.ts';
import { plansProblems } from './problems.ts';
import { reason } from './reason.ts';

/** Ten thousand million yuan: margins and taxes on it are still exact numbers. */
const mostFen = 1_000_000_000_000;

/**
 * What the whole quantity costs: by the price entered, else by the band of the product for that quantity (the lowest
 * where none begins so low: the maker will say so), as far as the actor may see it.
 * @returns null where there is no price
 * @throws Problem plans.tooDear beyond what sums can hold to the fen; plans.noPriceRate where its currency has no rate
 */
export function priceOf(
  product: Pick<ProductPage, 'prices'>,
  { price, quantity }: Pick<PlanInput, 'price' | 'quantity'>,
  money: Money,
): LandedInput['price'] {
  const total = (amount: number, currency: string): number => {
    const fen = money.toFen(amount * quantity, currency);
    if (fen === null) throw new Problem(plansProblems.noPriceRate, { currency });
    if (fen > mostFen) throw new Problem(plansProblems.tooDear, { most: mostFen / 100 });
    return fen;
  };
  if (price !== null)
    return {
      totalFen: total(price.amount, price.currency),
      incoterm: price.incoterm,
      doubts: money.doubts(price.currency),
      reason: reason('byHand', { incoterm: price.incoterm }),
    };
  const bands = product.prices.toSorted((a, b) => a.minQuantity - b.minQuantity);
  const band = bands.findLast(({ minQuantity }) => minQuantity <= quantity) ?? bands[0];
  if (!band) return null;
  const { incoterm, place, minQuantity } = band;
  return {
    totalFen: total(band.amount, band.currency),
    incoterm,
    doubts: money.doubts(band.currency),
    reason: reason(minQuantity <= quantity ? 'byBand' : 'belowBand', {
      incoterm,
      place,
      quantity: minQuantity,
    }),
  };
}
