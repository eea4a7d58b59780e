// The contract's words, for forms and filters. Not imported from it: its schemas would come along into the
// browser. vocabulary.test.ts holds them against the contract.
export const hubKinds = [
  'city',
  'rail-terminal',
  'border-crossing',
  'airport',
  'river-port',
  'seaport',
  'warehouse',
] as const;
export const temperatureClasses = ['ambient', 'cool', 'chilled', 'frozen'] as const;
