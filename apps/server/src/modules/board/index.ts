import type { Module } from '../../platform/module.ts';
import { readBoard } from './get-board.ts';
import { boardMigrations } from './migrations/index.ts';
import { boardPolicy } from './policy.ts';
import { mountBoard } from './routes.ts';

export { boardMigrations } from './migrations/index.ts';

/** What members have signed and paid, for all to see, live. */
export const boardModule = (): Module => ({
  name: 'board',
  migrations: boardMigrations,
  policy: boardPolicy,
  routes: (mount, ground) => mountBoard(mount, ground),
  listen: ({ live, db }) => live.declare('board', 'deal_ledger_changed', readBoard(db)),
});
