export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const;
export const mailSorts = ['newest', 'oldest', 'recipient'] as const;
