import type { Person } from '../../platform/reader.ts';

/** Whether somebody acts for an admitted member, whose relations and introductions are its own. */
export const keepsRelations = (reader: Person | null): boolean =>
  reader !== null && reader.organisationId !== null && !['user', 'observer'].includes(reader.role);
