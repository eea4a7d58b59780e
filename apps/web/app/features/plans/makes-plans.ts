import type { Person } from '../../platform/reader.ts';

/** Whether somebody makes export plans: whoever is of an admitted member, and the secretariat, who helps with all. */
export const makesPlans = (reader: Person | null): boolean =>
  reader !== null && !['user', 'observer'].includes(reader.role);
