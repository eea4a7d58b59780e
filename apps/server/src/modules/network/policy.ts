import type { Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

/** Whoever acts for an admitted organisation; a relation is its two sides' own, and nobody else's to read. */
const members: readonly Role[] = [
  'enterprise',
  'merchant',
  'association',
  'provider',
  'post',
  'council',
  'government',
  'secretariat',
];

export const networkPolicy: Policy = {
  'network.stateRelation': { own: members },
  'network.listRelations': { own: members },
  'network.getRelation': { own: members },
  'network.confirmRelation': { own: members },
  'network.declineRelation': { own: members },
  'network.updateRelation': { own: members },
  'network.endRelation': { own: members },
  'network.findIntroductions': { own: members },
  'network.askForIntroduction': { own: members },
  'network.listIntroductions': { own: members },
  'network.getIntroduction': { own: members },
  'network.passIntroduction': { own: members },
  'network.agreeToIntroduction': { own: members },
  'network.declineIntroduction': { own: members },
  'network.withdrawIntroduction': { own: members },
};
