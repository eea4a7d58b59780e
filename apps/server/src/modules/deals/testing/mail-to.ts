import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db } from '../../../platform/db/database.ts';

/** Says where an organisation's mails go, and in which language it applied. */
export async function mailTo(
  db: Db,
  { organisationId, email, language }: { organisationId: string; email: string; language: string },
): Promise<void> {
  await sql`update organisation set contact = contact || jsonb_build_object('email', ${email}::text)
    where id = ${organisationId}`.execute(db);
  await sql`insert into membership_application (id, organisation_id, state, answers, language)
    values (${v7()}, ${organisationId}, 'admitted', '{}', ${language})`.execute(db);
}
