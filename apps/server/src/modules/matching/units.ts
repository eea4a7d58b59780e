import type { Packing, ProductPage } from '@jiechuan/contract';

type Unit = ProductPage['unit'];
type Measured = { unit: Unit; packing: readonly Packing[] };

/** A litre counts as a kilogram, as in plans. */
const grams: Partial<Record<Unit, number>> = { KGM: 1000, TNE: 1_000_000, LTR: 1000 };

/** What a unit of a product weighs net, in grams: by the unit itself, else by the packing of a piece; null where nothing says. */
const gramsPer = (unit: Unit, { packing }: Measured): number | null =>
  grams[unit] ?? (packing.find(({ level }) => level === 'unit')?.netGrams || null);

/** How many of a product's own unit are one of another unit; null where that can't be said. */
export function factorTo(unit: Unit, product: Measured): number | null {
  if (unit === product.unit) return 1;
  const [one, own] = [gramsPer(unit, product), gramsPer(product.unit, product)];
  return one === null || own === null ? null : one / own;
}

/** The unit in which a demand's months are added up: tonnes would lose what is less than one. */
export const monthlyUnit = (unit: Unit): Unit => (unit === 'TNE' ? 'KGM' : unit);

const perMonth = { once: 1, weekly: 52 / 12, monthly: 1, quarterly: 1 / 3, yearly: 1 / 12 } as const;

/** What a demand comes to a month, in its `monthlyUnit`, rounded up; what is wanted once counts as one month's. */
export function unitsPerMonth(demand: {
  quantity: number;
  unit: Unit;
  rhythm: keyof typeof perMonth;
}): number {
  const each = demand.unit === 'TNE' ? demand.quantity * 1000 : demand.quantity;
  return Math.ceil(each * perMonth[demand.rhythm] - 1e-9);
}
