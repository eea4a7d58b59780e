import { defineProblems } from '../../platform/errors.ts';

export const accountsProblems = defineProblems('accounts', { keyMakesNoKeys: 403, tooManyKeys: 409 });
