// The contract's words, for filters. Not imported from it: its schemas would come along into the browser.
// vocabulary.test.ts holds them against the contract.
export const boardTiers = ['intent', 'contract', 'effective', 'paid'] as const;
export const emergingFields = [
  'new-energy-vehicles',
  'lithium-batteries',
  'photovoltaics',
  'wind-turbines',
  'unmanned-aircraft',
  'industrial-robots',
  'additive-manufacturing',
] as const;
export const countrySorts = ['contract', 'effective', 'paid', 'intent', 'country'] as const;
export const symbolStages = ['regional', 'known', 'several', 'global'] as const;
export const symbolSorts = ['stage', 'orders'] as const;
