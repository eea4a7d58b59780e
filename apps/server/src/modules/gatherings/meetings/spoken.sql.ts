import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { languagesOf } from '../../members/index.ts';
import { gatherings } from '../tables.ts';

/** What organisations speak at a gathering: as those say who come, else as their profiles do. */
export async function spokenBy(
  trx: Db,
  gatheringId: string,
  organisationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const spoken = await languagesOf(trx, organisationIds);
  if (organisationIds.length === 0) return spoken;
  const rows = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select(['organisation_id', 'languages'])
    .where('gathering_id', '=', gatheringId)
    .where('organisation_id', 'in', [...new Set(organisationIds)])
    .where('state', '=', 'approved')
    .where(sql<boolean>`cardinality(languages) > 0`)
    .orderBy('id')
    .execute();
  for (const [organisationId, coming] of Map.groupBy(rows, (row) => row.organisation_id))
    spoken.set(organisationId, [...new Set(coming.flatMap(({ languages }) => languages))]);
  return spoken;
}
