import type { Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
/** Who trades: anybody of them may want something, and read what the others want. */
const traders: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];

export const matchingPolicy: Policy = {
  'matching.createDemand': { own: [...traders, ...secretariat] },
  'matching.listDemands': { all: [...traders, 'government', ...secretariat] },
  'matching.exportDemandsCsv': { all: [...traders, 'government', ...secretariat] },
  'matching.exportDemandsXlsx': { all: [...traders, 'government', ...secretariat] },
  'matching.getDemand': { all: [...traders, 'government', ...secretariat] },
  'matching.updateDemand': { all: secretariat, own: traders },
  'matching.closeDemand': { all: secretariat, own: traders },
  // The buyer sees all of its matches, a maker those of its own products: list-matches.ts.
  'matching.listMatches': { all: secretariat, own: traders },
  'matching.answerMatch': { own: [...traders, ...secretariat] },
};
