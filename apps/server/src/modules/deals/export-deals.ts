import { mostSheetRows, type DealCard, type exportDealsCsv, type QueryOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { today } from '../../platform/today.ts';
import { currencyDigits } from '../catalogue/index.ts';
import { listDeals } from './list-deals.ts';
import { dealsProblems } from './problems.ts';

const columns = [
  'title',
  'kind',
  'seller',
  'buyer',
  'market',
  'stage',
  'since',
  'owner',
  'deadline',
  'stalled',
  'amount',
  'paid',
  'outstanding',
  'currency',
] as const;

const inWhole = (minor: number, currency: string): string => {
  const digits = currencyDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
};

/** The list as it stands, worded in the reader's language. @throws Problem deals.exportTooLarge */
export function dealsSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportDealsCsv>,
  extent: 'all' | 'own',
): SheetRows {
  const { language } = actor;
  const say = (code: string) => message(language, `deals.${code}`);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const cells = (one: DealCard): Record<(typeof columns)[number], string> => ({
    title: one.title,
    kind: say(`kind.${one.kind}`),
    seller: textIn(one.seller.names, language),
    buyer: textIn(one.buyer.names, language),
    market: countries.of(one.market) ?? one.market,
    stage: say(`stage.${one.stage}`),
    // The day in the alliance's own zone, as the deadline beside it.
    since: today(new Date(one.stageSince)),
    owner: one.owner ? (one.owner.person ?? say(`side.${one.owner.side}`)) : '',
    deadline: one.deadline ?? '',
    stalled: one.stalled ? say('stalled') : '',
    amount: one.amount ? inWhole(one.amount.amount, one.amount.currency) : '',
    // Of a deal that isn't to be paid (yet), nothing: not a zero.
    paid: one.amount && one.outstanding !== null ? inWhole(one.paid, one.amount.currency) : '',
    outstanding: one.amount && one.outstanding !== null ? inWhole(one.outstanding, one.amount.currency) : '',
    currency: one.amount?.currency ?? '',
  });
  return sheetOf(
    columns.map((column) => say(`sheet.${column}`)),
    (cursor) => listDeals(trx, actor, { ...query, ...cursor, limit: 100 }, extent),
    (one) => {
      const row = cells(one);
      return columns.map((column) => row[column]);
    },
    tooLarge,
  );
}

/** @throws Problem deals.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(dealsProblems.exportTooLarge, { most: mostSheetRows });
};
