// The contract's words without the contract's schemas, which no browser needs; vocabulary.test.ts keeps them the same.

export const relationKinds = [
  'trade',
  'partnership',
  'membership',
  'kinship',
  'hometown',
  'schoolmates',
  'acquaintance',
] as const;

export const relationVisibility = ['hidden', 'existence', 'open'] as const;

/** The lists of relations, and of introductions, that a page shows one of. */
export const relationStates = ['confirmed', 'toConfirm', 'stated'] as const;
export const introductionParts = ['toAnswer', 'asked', 'answered'] as const;
