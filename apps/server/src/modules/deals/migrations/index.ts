import type { Migrations } from '../../../platform/db/migrate.ts';
import * as deals from './0001-deals.ts';
import * as contracts from './0002-contracts.ts';
import * as ledger from './0003-ledger.ts';
import * as live from './0004-live.ts';
import * as ledgerGoods from './0011-ledger-goods.ts';

export const dealsMigrations: Migrations = {
  '0001-deals': deals,
  '0002-contracts': contracts,
  '0003-ledger': ledger,
  '0004-live': live,
  '0011-ledger-goods': ledgerGoods,
};
