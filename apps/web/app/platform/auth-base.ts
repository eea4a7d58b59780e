/** Where the sign-in library answers (apps/server/src/platform/auth). */
export const authBase = '/api/auth';
