/** Why a proposal was refused. */
export type Refusal = 'price' | 'goods' | 'quality' | 'late' | 'other';

/** What became of an earlier proposal of this maker to this buyer. */
export interface Feedback {
  outcome: 'taken' | Refusal;
  /** It was about this very product. */
  sameProduct: boolean;
  /** For a refusal for its price: whether the price has come down since. */
  priceCameDown: boolean;
  daysAgo: number;
}

/** How much an outcome says about this product, and about another of the same maker. */
const says: Record<Feedback['outcome'], { same: number; other: number }> = {
  taken: { same: 0.6, other: 0.4 },
  price: { same: -0.4, other: 0 },
  goods: { same: -1, other: 0 },
  quality: { same: -1, other: -0.5 },
  late: { same: -0.4, other: -0.4 },
  other: { same: -0.2, other: -0.1 },
};

/** Days after which what was said counts half. */
const halfLife = 180;

/**
 * What earlier proposals say of the next, −1 to 1: the sum of `says`, each halved every 180 days, cut off at ±1.
 * A refusal for the price is forgotten once the price has come down; one for the goods says nothing of others of the
 * same maker.
 */
export function feedbackPoints(heard: readonly Feedback[]): number {
  const sum = heard
    .filter(({ outcome, priceCameDown }) => outcome !== 'price' || !priceCameDown)
    .reduce(
      (total, { outcome, sameProduct, daysAgo }) =>
        total + says[outcome][sameProduct ? 'same' : 'other'] * 0.5 ** (Math.max(0, daysAgo) / halfLife),
      0,
    );
  return Math.min(1, Math.max(-1, sum));
}
