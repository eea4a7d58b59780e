import type { BoardTags } from '@jiechuan/contract';
import type { LedgerTags } from '../../deals/index.ts';
import { beltAndRoad } from './facts/belt-and-road.ts';
import { emergingFieldFacts } from './facts/emerging-fields.ts';

/** The day on which the shipped facts were put together. */
const asOf = '2026-11-26';

/** By what the ledger's entries are told apart. */
export const ledgerTags: LedgerTags = {
  codes: emergingFieldFacts.flatMap(({ field, hs6 }) => hs6.map((code) => ({ hs6: code, field }))),
  circle: beltAndRoad,
};

/** The shipped facts themselves, each with its source. */
export const getTags = (): BoardTags => ({
  beltAndRoad: [...beltAndRoad],
  fields: [...emergingFieldFacts],
  asOf,
});

/** Whether a country has a Belt and Road document on a day. */
export const onBelt = (country: string, day: string): boolean =>
  beltAndRoad.some(
    (fact) =>
      fact.country === country &&
      (fact.from === null || day >= fact.from) &&
      (fact.until === null || day < fact.until),
  );
