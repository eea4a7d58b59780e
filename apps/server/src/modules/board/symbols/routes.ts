import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import { takeAway } from '../../../platform/sheets/index.ts';
import { tooLarge } from '../tags/sheets.ts';
import { symbolsSheet } from './export-symbols.ts';
import { listStandings, listSymbols, ownStandings } from './list-symbols.ts';
import { getStanding, hideSymbol, showSymbol } from './show-symbol.ts';
import { standings } from './standings.ts';

/** Mounts the board of regional symbols. */
export function mountSymbols(mount: Mount): void {
  mount(contract.listSymbols, ({ trx, query }) => listSymbols(trx, query));
  mount(contract.exportSymbolsCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'symbols.csv', symbolsSheet(actor, standings(trx, 'shown'), query), tooLarge),
  );
  mount(contract.exportSymbolsXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'symbols.xlsx', symbolsSheet(actor, standings(trx, 'shown'), query), tooLarge),
  );
  mount(contract.listStandings, ({ trx, actor, query, extent }) => listStandings(trx, actor, query, extent));
  mount(contract.exportStandingsCsv, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'standings.csv', symbolsSheet(actor, ownStandings(trx, actor, extent), query), tooLarge),
  );
  mount(contract.exportStandingsXlsx, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'standings.xlsx', symbolsSheet(actor, ownStandings(trx, actor, extent), query), tooLarge),
  );
  mount(contract.getStanding, ({ trx, actor, params }) => getStanding(trx, actor, params.id));
  mount(contract.showSymbol, ({ trx, actor, params }) => showSymbol(trx, actor, params.id));
  mount(contract.hideSymbol, ({ trx, actor, params }) => hideSymbol(trx, actor, params.id));
}
