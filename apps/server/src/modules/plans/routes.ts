import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { archivePlan } from './archive-plan.ts';
import { comparePlans } from './compare-plans.ts';
import { createPlan, previewPlan } from './create-plan.ts';
import { plansSheet, tooLarge } from './export-plans.ts';
import { getPlan } from './get-plan.ts';
import { listPlanVersions } from './list-plan-versions.ts';
import { listPlans } from './list-plans.ts';
import { openSharedPlan } from './open-shared-plan.ts';
import { printPlan } from './print-plan.ts';
import { restorePlan } from './restore-plan.ts';
import { listShares, sharePlan, unsharePlan } from './share-plan.ts';
import { updatePlan } from './update-plan.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountPlans(mount: Mount): void {
  mount(contract.createPlan, ({ trx, actor, body }) => createPlan(trx, actor, body));
  mount(contract.previewPlan, ({ trx, actor, body }) => previewPlan(trx, actor, body));
  mount(contract.listPlans, ({ trx, actor, query, extent }) => listPlans(trx, actor, query, extent));
  mount(contract.exportPlansCsv, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'plans.csv', plansSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.exportPlansXlsx, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'plans.xlsx', plansSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.getPlan, ({ trx, actor, params, query }) => getPlan(trx, actor, { ...params, ...query }));
  mount(contract.updatePlan, ({ trx, actor, params, body, expectedVersion }) =>
    updatePlan(trx, actor, { id: params.id, expectedVersion, change: body }),
  );
  mount(contract.archivePlan, ({ trx, actor, params }) => archivePlan(trx, actor, params));
  mount(contract.restorePlan, ({ trx, actor, params }) => restorePlan(trx, actor, params));
  mount(contract.listPlanVersions, ({ trx, actor, params, query }) =>
    listPlanVersions(trx, actor, { ...params, ...query }),
  );
  mount(contract.comparePlans, ({ trx, actor, params, query }) =>
    comparePlans(trx, actor, { ...params, ...query }),
  );
  mount(contract.sharePlan, ({ trx, actor, params, body }) => sharePlan(trx, actor, { ...params, ...body }));
  mount(contract.listPlanShares, ({ trx, actor, params }) => listShares(trx, actor, params));
  mount(contract.unsharePlan, ({ trx, actor, params }) =>
    unsharePlan(trx, actor, params).then(() => undefined),
  );
  mount(contract.openSharedPlan, ({ trx, actor, query }) => openSharedPlan(trx, actor, query));
  mount(contract.printPlan, ({ trx, actor, params, query, reply }) =>
    printPlan(trx, actor, { ...params, ...query }, reply),
  );
}
