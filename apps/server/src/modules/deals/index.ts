import type { Module } from '../../platform/module.ts';
import type { ContractsGround } from './contracts/ground.ts';
import { contractsPolicy } from './contracts/policy.ts';
import { mountContracts } from './contracts/routes.ts';
import { listenForExpiry } from './expire-offers.ts';
import { dealsIntakes } from './files.ts';
import { dealsMigrations } from './migrations/index.ts';
import { papersPolicy } from './papers/policy.ts';
import { mountPapers } from './papers/routes.ts';
import { dealsPolicy } from './policy.ts';
import { mountDeals } from './routes.ts';
import { readDealVersions } from './stream-deal.ts';

export { dealsMigrations } from './migrations/index.ts';
export { dealBetween } from './deal-between.ts';
export { dealsEvents } from './events.ts';
export { signingOf, type Signing } from './contracts/signing-of.ts';
export { exportLedger } from './ledger/export-ledger.ts';
export { ledgerTotals, latestEntries, type LedgerTags, type TierTotals } from './ledger/totals.ts';
export { productSales, type ProductSales } from './sales.sql.ts';
export { headOf } from './ledger/entry.sql.ts';
export { verifyLedger, type Head } from './ledger/verify.ts';

/**
 * From an inquiry to what is paid: offers, contracts, moves with evidence, payments, messages.
 * @param wiring how a signatory proves again who they are, and what the alliance seals with
 */
export const dealsModule = (wiring: Pick<ContractsGround, 'proofs' | 'sealingKey'>): Module => ({
  name: 'deals',
  migrations: dealsMigrations,
  policy: { ...dealsPolicy, ...contractsPolicy, ...papersPolicy },
  intakes: dealsIntakes,
  routes(mount, ground) {
    mountDeals(mount, ground);
    mountContracts(mount, { ...ground, ...wiring });
    mountPapers(mount, ground);
  },
  listen(ground) {
    ground.live.declare('deal', 'deal_changed', readDealVersions(ground.db));
    listenForExpiry(ground);
  },
});
