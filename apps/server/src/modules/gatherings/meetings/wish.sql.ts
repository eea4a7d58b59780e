import type { MeetingWish } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { namesOf } from '../../members/index.ts';
import { findGathering, isOn } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { takesPart } from '../registration.sql.ts';
import type { GatheringRow, WishRow } from '../tables.ts';

/**
 * A gathering at which the actor's organisation takes part and people are brought together, and that organisation.
 * @throws Problem platform.notFound, gatherings.noMeetings, gatherings.notApproved
 */
export async function takingPart(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<{ gathering: GatheringRow; own: string }> {
  const gathering = await findGathering(trx, actor, id);
  if (gathering.matchmaking === null) throw new Problem(gatheringsProblems.noMeetings);
  const own = actor.organisationId;
  if (own === null) throw new Problem(problems.forbidden);
  if (!(await takesPart(trx, id, own))) throw new Problem(gatheringsProblems.notApproved);
  return { gathering, own };
}

/** The same, to change something of it. @throws Problem as well gatherings.notAnnounced */
export async function takingPartNow(trx: Db, actor: Actor, id: string) {
  const found = await takingPart(trx, actor, id);
  if (!isOn(found.gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  return found;
}

/** Wishes as one of their two sides sees them: what the other refused goes on to wait. */
export async function presentWishes(trx: Db, rows: readonly WishRow[], own: string): Promise<MeetingWish[]> {
  const otherOf = (row: WishRow) => (row.from_id === own ? row.to_id : row.from_id);
  const names = await namesOf(trx, rows.map(otherOf));
  return rows.map((row) => ({
    id: row.id,
    other: { id: otherOf(row), names: names.get(otherOf(row)) ?? {} },
    kind: row.kind,
    why: row.why,
    state: row.answer === null || (row.answer === 'refused' && row.from_id === own) ? 'waiting' : row.answer,
  }));
}
