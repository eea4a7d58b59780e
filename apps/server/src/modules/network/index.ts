import type { Module } from '../../platform/module.ts';
import { creditIntroduction, type DealStage } from './credit.ts';
import { networkMigrations } from './migrations/index.ts';
import { networkPolicy } from './policy.ts';
import { mountNetwork } from './routes.ts';

export { insertDemoRelations } from './insert-demo-relations.ts';
export { networkMigrations } from './migrations/index.ts';
export { introductionBetween } from './credit.ts';
export { bestIntroduction } from './ways.sql.ts';

/**
 * Who knows whom, and who could introduce one member to another.
 * @param wiring.dealMoved the event by which those above tell what comes of introductions
 */
export const networkModule = (wiring: { dealMoved: string }): Module => ({
  name: 'network',
  migrations: networkMigrations,
  policy: networkPolicy,
  routes: (mount, ground) => mountNetwork(mount, ground),
  listen: ({ events, db }) =>
    events.on<DealStage>(wiring.dealMoved, 'network.credit-introduction', (stage) =>
      db.transaction().execute((trx) => creditIntroduction(trx, stage)),
    ),
});
