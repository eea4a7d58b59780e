import { sql, type Kysely } from 'kysely';

/** Plans that were reckoned before roads of other modes were looked for have none of them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    update plan_version set result = jsonb_set(result, '{roads,beaten}', '[]')
    where not (result -> 'roads' ? 'beaten')
  `.execute(db);
}
