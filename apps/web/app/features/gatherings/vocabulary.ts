export const gatheringKinds = ['opening', 'fair', 'delegation', 'tour', 'culture'] as const;
export const registrationStates = ['asked', 'approved', 'waiting', 'refused', 'withdrawn'] as const;
export const wishKinds = ['must', 'want', 'no'] as const;
export const attendanceKinds = ['missing', 'changed'] as const;
export const meetingComes = ['met', 'missed'] as const;
