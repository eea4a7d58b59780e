import type { Db } from '../../../platform/db/database.ts';
import { gatherings } from '../tables.ts';

/** Who can't when, and who doesn't come at all: as they or the host said. */
export interface Absences {
  /** Slots, by organisation. */
  away: ReadonlyMap<string, readonly number[]>;
  absent: ReadonlySet<string>;
}

export async function absencesOf(trx: Db, gatheringId: string): Promise<Absences> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_unavailable')
    .select(['organisation_id', 'slots', 'absent'])
    .where('gathering_id', '=', gatheringId)
    .execute();
  return {
    away: new Map(rows.map((row) => [row.organisation_id, row.slots])),
    absent: new Set(rows.filter(({ absent }) => absent).map((row) => row.organisation_id)),
  };
}

/** Organisations of which somebody comes. */
export async function comingTo(
  trx: Db,
  gatheringId: string,
  { absent }: Pick<Absences, 'absent'>,
): Promise<ReadonlySet<string>> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select('organisation_id')
    .distinct()
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'approved')
    .execute();
  return new Set(rows.map((row) => row.organisation_id).filter((id) => !absent.has(id)));
}

/** Who is checked in has come after all. Rows are locked in their order, so two phones never wait for each other. */
export async function hasCome(trx: Db, gatheringId: string, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return;
  const wrong = await gatherings(trx)
    .selectFrom('gathering_unavailable')
    .select('organisation_id')
    .where('gathering_id', '=', gatheringId)
    .where('organisation_id', 'in', organisationIds)
    .where('absent', '=', true)
    .orderBy('organisation_id')
    .forUpdate()
    .execute();
  if (wrong.length === 0) return;
  await gatherings(trx)
    .updateTable('gathering_unavailable')
    .set({ absent: false })
    .where('gathering_id', '=', gatheringId)
    .where(
      'organisation_id',
      'in',
      wrong.map((row) => row.organisation_id),
    )
    .execute();
}
