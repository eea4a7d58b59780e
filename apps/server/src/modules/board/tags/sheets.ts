import { mostSheetRows } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { defineProblems, Problem } from '../../../platform/errors.ts';
import { continentOf } from '../../../platform/geography/index.ts';
import { message } from '../../../platform/i18n/messages.ts';
import type { SheetRows } from '../../../platform/sheets/index.ts';
import { today } from '../../../platform/today.ts';
import { currencyDigits } from '../../catalogue/index.ts';
import type { TierTotals } from '../../deals/index.ts';
import { narrowedTotals, type CountryQuery } from './report-countries.ts';
import { onBelt } from './tags.ts';

export const reportsProblems = defineProblems('reports', { exportTooLarge: 422 });

/** @throws Problem reports.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(reportsProblems.exportTooLarge, { most: mostSheetRows });
};

/** An amount in its currency's own unit, exact: minor units are parted as digits, never divided. */
export function inUnits(minor: number, digits: number): string {
  const size = BigInt(Math.abs(minor))
    .toString()
    .padStart(digits + 1, '0');
  const units = digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`;
  return minor < 0 ? `-${units}` : units;
}

const figures = ({ deals, amount, currency, cny, withoutRate }: TierTotals): Record<string, string> => ({
  currency,
  deals: String(deals),
  amount: inUnits(amount, currencyDigits(currency)),
  cny: inUnits(cny, 2),
  withoutRate: String(withoutRate),
});

const summed = (rows: readonly TierTotals[]): TierTotals =>
  rows.reduce((sum, row) => ({
    ...sum,
    deals: sum.deals + row.deals,
    amount: sum.amount + row.amount,
    cny: sum.cny + row.cny,
    withoutRate: sum.withoutRate + row.withoutRate,
  }));

/** A row for each country, tier and currency, in the order of the page: whoever adds them up has the board's sums. */
export async function* countriesSheet(trx: Db, actor: Actor, query: CountryQuery): SheetRows {
  const { say, country } = words(actor);
  const columns = ['code', 'country', 'belt', 'tier', 'currency', 'deals', 'amount', 'cny', 'withoutRate'];
  const rows = await narrowedTotals(trx, query);
  const groups = [
    ...Map.groupBy(rows, ({ market, tier, currency }) => `${market} ${tier} ${currency}`).values(),
  ].map(summed);
  const weight = new Map<string, number>();
  for (const row of groups)
    if (row.tier === query.sort) weight.set(row.market, (weight.get(row.market) ?? 0) + row.cny);
  const ordered = groups.toSorted(
    (one, other) =>
      (weight.get(other.market) ?? 0) - (weight.get(one.market) ?? 0) ||
      (one.market === other.market ? 0 : one.market < other.market ? -1 : 1),
  );
  if (ordered.length > mostSheetRows) tooLarge();
  yield columns.map((column) => say(`sheet.${column}`));
  const now = today();
  for (const row of ordered) {
    const cells: Record<string, string> = {
      ...figures(row),
      code: row.market,
      country: country(row.market),
      belt: say(`belt.${onBelt(row.market, now) ? 'yes' : 'no'}`),
      tier: say(`tier.${row.tier}`),
    };
    yield columns.map((column) => cells[column] ?? '');
  }
}

/** What the board adds up, row by row: no parties, no single deal's number. */
export async function* boardSheet(trx: Db, actor: Actor): SheetRows {
  const { say, country, kind } = words(actor);
  const columns = [
    'tier',
    'continent',
    'code',
    'country',
    'belt',
    'chapter',
    'field',
    'kind',
    'currency',
    'deals',
    'amount',
    'cny',
    'withoutRate',
  ];
  const rows = await narrowedTotals(trx, {});
  if (rows.length > mostSheetRows) tooLarge();
  yield columns.map((column) => say(`sheet.${column}`));
  for (const row of rows) {
    const cells: Record<string, string> = {
      ...figures(row),
      tier: say(`tier.${row.tier}`),
      continent: continentOf(row.market) ?? '',
      code: row.market,
      country: country(row.market),
      belt: say(`belt.${row.circle ? 'yes' : 'no'}`),
      chapter: row.industry ?? '',
      field: say(`field.${row.field ?? 'none'}`),
      kind: kind(row.kind),
    };
    yield columns.map((column) => cells[column] ?? '');
  }
}

/** Words of the reader's language. */
function words({ language }: Actor) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return {
    say: (code: string) => message(language, `reports.${code}`),
    kind: (kind: string) => message(language, `deals.kind.${kind}`),
    country: (code: string) => (code === '' ? '' : (names.of(code) ?? code)),
  };
}
