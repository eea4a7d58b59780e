import type { Db } from '../../platform/db/database.ts';
import { members } from './tables.ts';

/** An organisation's credit code or local register number, whatever its state; null where it has told none. */
export async function registerOf(db: Db, id: string): Promise<string | null> {
  const row = await members(db)
    .selectFrom('organisation')
    .select(['credit_code', 'registration_number'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.credit_code ?? row?.registration_number ?? null;
}
