import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import { takeAway } from '../../../platform/sheets/index.ts';
import { reportCountries } from './report-countries.ts';
import { boardSheet, countriesSheet, tooLarge } from './sheets.ts';
import { getTags } from './tags.ts';

/** Mounts tags, the report by country and the board's own sheets. */
export function mountTags(mount: Mount): void {
  mount(contract.getBoardTags, () => Promise.resolve(getTags()));
  mount(contract.reportCountries, ({ trx, query }) => reportCountries(trx, query));
  mount(contract.exportCountriesCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'countries.csv', countriesSheet(trx, actor, query), tooLarge),
  );
  mount(contract.exportCountriesXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'countries.xlsx', countriesSheet(trx, actor, query), tooLarge),
  );
  mount(contract.exportSigningBoardCsv, ({ trx, actor, reply }) =>
    takeAway(reply, 'signing-board.csv', boardSheet(trx, actor), tooLarge),
  );
  mount(contract.exportSigningBoardXlsx, ({ trx, actor, reply }) =>
    takeAway(reply, 'signing-board.xlsx', boardSheet(trx, actor), tooLarge),
  );
}
