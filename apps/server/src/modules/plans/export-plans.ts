import {
  mostSheetRows,
  type exportPlansCsv,
  type listPlans as list,
  type QueryOf,
  type ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { listPlans } from './list-plans.ts';
import { plansProblems } from './problems.ts';

type Card = ResponseOf<typeof list>['items'][number];
const columns = [
  'product',
  'sku',
  'market',
  'quantity',
  'verdict',
  'state',
  'arrives',
  'perUnit',
  'version',
  'changed',
] as const;

/** The list as it stands, worded in the reader's language; days and money as a spreadsheet reads them. @throws Problem plans.exportTooLarge */
export function plansSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportPlansCsv>,
  extent: 'all' | 'own',
): SheetRows {
  const { language } = actor;
  const say = (code: string) => message(language, `plans.${code}`);
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const cells = ({ product: { sku, names }, ...plan }: Card): Record<(typeof columns)[number], string> => ({
    product: names[language] ?? names['zh-CN'] ?? names['en'] ?? '',
    sku,
    market: countries.of(plan.market) ?? plan.market,
    quantity: String(plan.quantity),
    verdict: say(`verdict.${plan.verdict}`),
    state: say(`state.${plan.state}`),
    arrives: plan.arrivesAt?.slice(0, 10) ?? '',
    perUnit: plan.perUnitFen === null ? '' : (plan.perUnitFen / 100).toFixed(2),
    version: String(plan.version),
    changed: plan.updatedAt.slice(0, 10),
  });
  return sheetOf(
    columns.map((column) => say(`sheet.${column}`)),
    (cursor) => listPlans(trx, actor, { ...query, ...cursor, limit: 100 }, extent),
    (plan) => {
      const row = cells(plan);
      return columns.map((column) => row[column]);
    },
    tooLarge,
  );
}

/** @throws Problem plans.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(plansProblems.exportTooLarge, { most: mostSheetRows });
};
