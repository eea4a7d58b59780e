// The contract's words, for forms. Not imported from it: its schemas would come along into the browser.
// vocabulary.test.ts holds them against the contract.
export const dealKinds = ['intent', 'framework', 'purchase', 'agency', 'service'] as const;
export const dealStages = [
  'inquiry',
  'offer',
  'agreed',
  'contract',
  'signed',
  'effective',
  'shipped',
  'paid',
  'closed',
  'ended',
] as const;
export const dealSides = ['seller', 'buyer'] as const;
export const dealSorts = ['active', 'deadline', 'newest'] as const;
