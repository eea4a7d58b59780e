import type { Module } from '../../platform/module.ts';
import { ceremonyTopics } from './ceremonies/get-ceremony.ts';
import { ceremoniesPolicy } from './ceremonies/policy.ts';
import { readCeremonies } from './ceremonies/present.ts';
import { mountCeremonies } from './ceremonies/routes.ts';
import { readBoard } from './get-board.ts';
import { boardMigrations } from './migrations/index.ts';
import { boardPolicy } from './policy.ts';
import { mountBoard } from './routes.ts';
import { symbolsPolicy } from './symbols/policy.ts';
import { mountSymbols } from './symbols/routes.ts';
import { tagsPolicy } from './tags/policy.ts';
import { mountTags } from './tags/routes.ts';

export { boardMigrations } from './migrations/index.ts';
export { insertDemoCeremony } from './ceremonies/demo-ceremony.ts';

/** What members have signed and paid, and the ceremonies they sign at, for all to see, live. */
export const boardModule = (): Module => ({
  name: 'board',
  migrations: boardMigrations,
  policy: { ...boardPolicy, ...ceremoniesPolicy, ...tagsPolicy, ...symbolsPolicy },
  routes(mount, ground) {
    mountBoard(mount, ground);
    mountCeremonies(mount, ground);
    mountTags(mount);
    mountSymbols(mount);
  },
  listen({ live, db }) {
    live.declare('board', 'deal_ledger_changed', readBoard(db));
    live.declare(ceremonyTopics, ['ceremony_changed', 'signing_changed'], readCeremonies(db));
  },
});
