import { mostSheetRows, type Demand, type exportDemandsCsv, type QueryOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { currencyDigits } from '../catalogue/index.ts';
import { listDemands } from './list-demands.ts';
import { matchingProblems } from './problems.ts';

const columns = [
  'words',
  'buyer',
  'market',
  'quantity',
  'unit',
  'rhythm',
  'targetPrice',
  'currency',
  'incoterm',
  'hs6',
  'openUntil',
  'wanted',
  'matched',
] as const;

/** The list as it stands, worded in the reader's language. @throws Problem matching.exportTooLarge */
export function demandsSheet(trx: Db, actor: Actor, query: QueryOf<typeof exportDemandsCsv>): SheetRows {
  const { language } = actor;
  const say = (code: string) => message(language, `matching.${code}`);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const cells = (one: Demand): Record<(typeof columns)[number], string> => ({
    words: one.words,
    buyer: textIn(one.buyer.names, language),
    market: countries.of(one.market) ?? one.market,
    quantity: String(one.quantity),
    unit: one.unit,
    rhythm: say(`rhythm.${one.rhythm}`),
    targetPrice: one.targetPrice
      ? (one.targetPrice.amount / 10 ** currencyDigits(one.targetPrice.currency)).toFixed(
          currencyDigits(one.targetPrice.currency),
        )
      : '',
    currency: one.targetPrice?.currency ?? '',
    incoterm: one.incoterm,
    hs6: one.hs6 ?? '',
    openUntil: one.openUntil,
    wanted: one.coverage ? String(one.coverage.wanted) : '',
    matched: one.coverage ? String(one.coverage.matched) : '',
  });
  return sheetOf(
    columns.map((column) => say(`sheet.${column}`)),
    (cursor) => listDemands(trx, actor, { ...query, ...cursor, limit: 100 }),
    (one) => {
      const row = cells(one);
      return columns.map((column) => row[column]);
    },
    tooLarge,
  );
}

/** @throws Problem matching.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(matchingProblems.exportTooLarge, { most: mostSheetRows });
};
