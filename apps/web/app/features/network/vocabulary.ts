/** The lists of relations, and of introductions, that a page shows one of. */
export const relationStates = ['confirmed', 'toConfirm', 'stated'] as const;
export const introductionParts = ['toAnswer', 'asked', 'answered'] as const;
