import type { Module } from '../../platform/module.ts';
import { dealsMigrations } from './migrations/index.ts';
import { dealsPolicy } from './policy.ts';
import { mountDeals } from './routes.ts';

export { dealsMigrations } from './migrations/index.ts';
export { dealsEvents } from './events.ts';
export { exportLedger } from './ledger/export-ledger.ts';
export { verifyLedger, type Head } from './ledger/verify.ts';

/** From an inquiry to what is paid: offers, moves with evidence, payments, messages. */
export const dealsModule = (): Module => ({
  name: 'deals',
  migrations: dealsMigrations,
  policy: dealsPolicy,
  routes: (mount, ground) => mountDeals(mount, ground),
});
