import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { answerMatch } from './answer-match.ts';
import { createDemand } from './create-demand.ts';
import { demandsSheet, tooLarge } from './export-demands.ts';
import { getDemand } from './get-demand.ts';
import { listDemands } from './list-demands.ts';
import { listMatches } from './list-matches.ts';
import { closeDemand, updateDemand } from './update-demand.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountMatching(mount: Mount, { events }: Pick<Ground, 'events'>): void {
  mount(contract.createDemand, ({ trx, actor, body }) => createDemand(trx, actor, body, events));
  mount(contract.listDemands, ({ trx, actor, query }) => listDemands(trx, actor, query));
  mount(contract.exportDemandsCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'demands.csv', demandsSheet(trx, actor, query), tooLarge),
  );
  mount(contract.exportDemandsXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'demands.xlsx', demandsSheet(trx, actor, query), tooLarge),
  );
  mount(contract.getDemand, ({ trx, actor, params }) => getDemand(trx, actor, params.id));
  mount(contract.updateDemand, ({ trx, actor, params, body, expectedVersion }) =>
    updateDemand(trx, actor, { id: params.id, expectedVersion, input: body }, events),
  );
  mount(contract.closeDemand, ({ trx, actor, params }) => closeDemand(trx, actor, params.id, events));
  mount(contract.listMatches, ({ trx, actor, params, extent }) => listMatches(trx, actor, params.id, extent));
  mount(contract.answerMatch, ({ trx, actor, params, body }) =>
    answerMatch(trx, actor, { ...params, ...body }, events),
  );
}
