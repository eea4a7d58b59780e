import { boardTiers, type BoardSums } from '@jiechuan/contract';
import type { TierTotals } from '../deals/index.ts';

/** Rows of the ledger's totals added up, tier by tier. Each row holds deals of its own, so nothing is counted twice. */
export const sumsOf = (rows: readonly TierTotals[]): BoardSums =>
  Object.fromEntries(
    boardTiers.map((tier) => {
      const here = rows.filter((row) => row.tier === tier);
      const add = (of: (row: TierTotals) => number) => here.reduce((sum, row) => sum + of(row), 0);
      return [
        tier,
        {
          deals: add((row) => row.deals),
          cny: add((row) => row.cny),
          withoutRate: add((row) => row.withoutRate),
        },
      ];
    }),
  ) as BoardSums;
