// The contract's words, for forms and filters. Not imported from it: its schemas would come along into the
// browser. vocabulary.test.ts holds them against the contract.
export const planStates = ['current', 'reopened', 'archived'] as const;
export const planSorts = ['newest', 'name', 'market', 'state', 'arrives'] as const;
export const planVerdicts = ['refused', 'noRoad', 'unknown', 'notReady', 'needsDocuments', 'ready'] as const;
export const roadWishes = [
  'balanced',
  'fastest',
  'cheapest',
  'greenest',
  'freshest',
  'fewestTransfers',
] as const;
