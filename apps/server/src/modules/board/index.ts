import type { Module } from '../../platform/module.ts';
import { readBoard } from './get-board.ts';
import { boardMigrations } from './migrations/index.ts';
import { boardPolicy } from './policy.ts';
import { mountBoard } from './routes.ts';
import { symbolsPolicy } from './symbols/policy.ts';
import { mountSymbols } from './symbols/routes.ts';
import { tagsPolicy } from './tags/policy.ts';
import { mountTags } from './tags/routes.ts';

export { boardMigrations } from './migrations/index.ts';

/** What members have signed and paid, for all to see, live. */
export const boardModule = (): Module => ({
  name: 'board',
  migrations: boardMigrations,
  policy: { ...boardPolicy, ...tagsPolicy, ...symbolsPolicy },
  routes(mount, ground) {
    mountBoard(mount, ground);
    mountTags(mount);
    mountSymbols(mount);
  },
  listen: ({ live, db }) => live.declare('board', 'deal_ledger_changed', readBoard(db)),
});
