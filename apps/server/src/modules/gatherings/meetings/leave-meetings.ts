import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { takesPart } from '../registration.sql.ts';
import type { GatheringRow } from '../tables.ts';
import { tell, type TellGround } from '../tell.ts';
import { cancelMeetings } from './meeting.sql.ts';

/** Cancels the meetings of an organisation of which nobody comes any more, and tells those whom it would have met. */
export async function leaveMeetings(
  trx: Db,
  gathering: GatheringRow,
  organisationId: string,
  ground: TellGround,
): Promise<void> {
  if (await takesPart(trx, gathering.id, organisationId)) return;
  const names = (await namesOf(trx, [organisationId])).get(organisationId) ?? {};
  for (const { a_id, b_id } of await cancelMeetings(trx, gathering.id, organisationId))
    await tell(trx, ground, a_id === organisationId ? b_id : a_id, {
      template: 'gatherings.meetingOff',
      gathering,
      page: '/agenda',
      other: names,
    });
}
