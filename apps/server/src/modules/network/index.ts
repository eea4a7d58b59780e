import type { Module } from '../../platform/module.ts';
import { networkMigrations } from './migrations/index.ts';
import { networkPolicy } from './policy.ts';
import { mountNetwork } from './routes.ts';

export { networkMigrations } from './migrations/index.ts';
export { bestIntroduction } from './ways.sql.ts';

/** Who knows whom, and who could introduce one member to another. */
export const networkModule = (): Module => ({
  name: 'network',
  migrations: networkMigrations,
  policy: networkPolicy,
  routes: (mount, ground) => mountNetwork(mount, ground),
});
