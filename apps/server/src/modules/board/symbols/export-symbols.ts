import { mostSheetRows, type ProductStanding } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { SheetRows } from '../../../platform/sheets/index.ts';
import { tooLarge } from '../tags/sheets.ts';
import { narrowed, type SymbolQuery } from './list-symbols.ts';

const columns = [
  'product',
  'maker',
  'stage',
  'orders',
  'buyers',
  'repeatMarkets',
  'repeatContinents',
  'markets',
  'shown',
] as const;

/** The list as it stands, worded in the reader's language. @throws Problem reports.exportTooLarge */
export async function* symbolsSheet(
  actor: Actor,
  all: Promise<readonly ProductStanding[]>,
  query: Omit<SymbolQuery, 'cursor' | 'limit'>,
): SheetRows {
  const { language } = actor;
  const say = (code: string) => message(language, `symbols.${code}`);
  const { found } = narrowed(await all, query);
  if (found.length > mostSheetRows) tooLarge();
  yield columns.map((column) => say(`sheet.${column}`));
  for (const one of found) {
    const cells: Record<(typeof columns)[number], string> = {
      product: textIn(one.product.names, language),
      maker: textIn(one.product.maker.names, language),
      stage: say(`stage.${one.stage}`),
      orders: String(one.orders),
      buyers: String(one.buyers),
      repeatMarkets: String(one.repeatMarkets),
      repeatContinents: String(one.repeatContinents),
      markets: one.markets.map(({ market, orders }) => `${market} ${orders}`).join('; '),
      shown: say(one.shown ? 'yes' : 'no'),
    };
    yield columns.map((column) => cells[column]);
  }
}
