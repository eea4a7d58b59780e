// The contract's words, for forms. Not imported from it: its schemas would come along into the browser.
// vocabulary.test.ts holds them against the contract.
export const demandRhythms = ['once', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export const demandSorts = ['newest', 'closing'] as const;
export const matchAnswers = ['taken', 'price', 'goods', 'quality', 'late', 'other'] as const;
