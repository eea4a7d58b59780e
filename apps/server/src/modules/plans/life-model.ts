import type { PlanReason, ProductPage } from '@jiechuan/contract';
import type { LifeModel } from '@jiechuan/shelf-life';
import { Problem } from '../../platform/errors.ts';
import { plansProblems } from './problems.ts';
import { reason } from './reason.ts';

type Kept = Pick<ProductPage, 'storage' | 'minTemperature' | 'maxTemperature' | 'shelfLifeDays' | 'category'>;

/** Where nobody has said at which temperature the shelf life is meant: the middle of the class, tenths of °C. */
const usual = { ambient: 200, cool: 120, chilled: 40, frozen: -180, none: 200 } as const;
/** Fresh produce breathes: its life halves faster than that of what is cooked, salted or dried (our estimate). */
const living = new Set(['fresh-fruit', 'mushrooms', 'herbs']);

/**
 * How these goods age: the shelf life at the middle of their range, Q10 of 2.5 for what is alive and 2 for the rest
 * (both usual values, estimated: a product with a measured activation energy would have its own). Living goods that are
 * kept cool rather than chilled suffer below their range (lemons under 11 °C), and frost destroys whatever isn't frozen.
 * @param told days that are left of it as somebody said; where the product has no shelf life of its own it stands for it
 * @returns null where goods don't age, or nobody said how long they last
 * @throws Problem plans.lifeTooLong where more is told to be left than there is
 */
export function lifeModelOf(
  product: Kept,
  told: number | null,
): { model: LifeModel; daysLeft: number; reason: PlanReason } | null {
  const { storage, minTemperature, maxTemperature } = product;
  if (told !== null && product.shelfLifeDays !== null && told > product.shelfLifeDays)
    throw new Problem(plansProblems.lifeTooLong, { left: told, days: product.shelfLifeDays });
  const shelfLifeDays = (storage === 'none' ? null : product.shelfLifeDays) ?? told;
  if (shelfLifeDays === null) return null;
  const referenceTenthsC =
    minTemperature !== null && maxTemperature !== null
      ? Math.round((minTemperature + maxTemperature) / 2)
      : (minTemperature ?? maxTemperature ?? usual[storage]);
  const alive = living.has(product.category);
  const q10 = alive ? 2.5 : 2;
  const suffers = alive && storage === 'cool' && minTemperature !== null && minTemperature > 0;
  return {
    model: {
      kind: 'q10',
      q10,
      referenceTenthsC,
      lifeMinutes: shelfLifeDays * 1440,
      ...(minTemperature !== null && { minTenthsC: minTemperature }),
      ...(maxTemperature !== null && { maxTenthsC: maxTemperature }),
      ...(suffers && { chilling: { belowTenthsC: minTemperature, q10: 3 } }),
      ...(storage !== 'frozen' && referenceTenthsC > -10 && { freezingTenthsC: -10 }),
    },
    daysLeft: told ?? shelfLifeDays,
    reason: reason('ages', { days: shelfLifeDays, degrees: referenceTenthsC / 10, q10 }),
  };
}
