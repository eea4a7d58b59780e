import type { Migrations } from '../../../platform/db/migrate.ts';
import * as deals from './0001-deals.ts';
import * as contracts from './0002-contracts.ts';
import * as ledger from './0003-ledger.ts';
import * as live from './0004-live.ts';
import * as papers from './0005-papers.ts';
import * as voidContracts from './0006-void-contracts.ts';
import * as expiredOffers from './0007-expired-offers.ts';
import * as signingLive from './0008-signing-live.ts';
import * as ledgerGoods from './0011-ledger-goods.ts';
import * as issuedPapers from './0012-issued-papers.ts';

export const dealsMigrations: Migrations = {
  '0001-deals': deals,
  '0002-contracts': contracts,
  '0003-ledger': ledger,
  '0004-live': live,
  '0005-papers': papers,
  '0006-void-contracts': voidContracts,
  '0007-expired-offers': expiredOffers,
  '0008-signing-live': signingLive,
  '0011-ledger-goods': ledgerGoods,
  '0012-issued-papers': issuedPapers,
};
