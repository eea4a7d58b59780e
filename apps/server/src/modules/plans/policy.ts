import type { Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
/** Who works on getting goods into a market. */
const planners: readonly Role[] = [
  'enterprise',
  'merchant',
  'association',
  'provider',
  'post',
  'council',
  'government',
];

export const plansPolicy: Policy = {
  'plans.createPlan': { all: secretariat, own: planners },
  'plans.previewPlan': { all: secretariat, own: planners },
  'plans.listPlans': { all: secretariat, own: planners },
  'plans.exportPlansCsv': { all: secretariat, own: planners },
  'plans.exportPlansXlsx': { all: secretariat, own: planners },
  'plans.getPlan': { all: secretariat, own: planners },
  'plans.updatePlan': { all: secretariat, own: planners },
  'plans.archivePlan': { all: secretariat, own: planners },
  'plans.restorePlan': { all: secretariat, own: planners },
  'plans.listPlanVersions': { all: secretariat, own: planners },
  'plans.comparePlans': { all: secretariat, own: planners },
  'plans.sharePlan': { all: secretariat, own: planners },
  'plans.listPlanShares': { all: secretariat, own: planners },
  'plans.unsharePlan': { all: secretariat, own: planners },
  // Whoever has the link; what kind of reader it is for is decided link by link in open-shared-plan.ts.
  'plans.openSharedPlan': { all: 'everyone' },
  'plans.printPlan': { all: secretariat, own: planners },
};
