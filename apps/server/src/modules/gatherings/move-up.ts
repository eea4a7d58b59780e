import type { Db } from '../../platform/db/database.ts';
import { placesTaken } from './gathering.sql.ts';
import { saveRegistration } from './registration.sql.ts';
import { gatherings, type GatheringRow } from './tables.ts';
import { tell, type TellGround } from './tell.ts';

/** Gives free places to the first who wait, and tells them. The gathering is locked by the caller. */
export async function moveUp(trx: Db, gathering: GatheringRow, ground: TellGround): Promise<void> {
  const free = gathering.capacity - (await placesTaken(trx, gathering.id));
  if (free <= 0 || gathering.state !== 'announced') return;
  const first = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select(['id', 'organisation_id', 'person'])
    .where('gathering_id', '=', gathering.id)
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(free)
    .execute();
  for (const { id, organisation_id, person } of first) {
    await saveRegistration(trx, id, { state: 'approved' });
    await tell(trx, ground, organisation_id, {
      template: 'gatherings.approved',
      gathering,
      page: '/agenda',
      params: { who: person },
    });
  }
}
