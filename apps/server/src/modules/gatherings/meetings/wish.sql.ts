import type { MeetingWish } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { namesOf } from '../../members/index.ts';
import { findGathering, isOn } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { takesPart } from '../registration.sql.ts';
import { gatherings, type GatheringRow, type WishRow } from '../tables.ts';
import type { Pair } from './meeting.sql.ts';

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

/** How much two want to meet by what both have said, whether they come or not; null where they don’t, or not any more. */
export async function agreementOf(
  trx: Db,
  gatheringId: string,
  { a_id, b_id }: Pair,
): Promise<'must' | 'want' | null> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_wish')
    .select(['kind', 'answer'])
    .where('gathering_id', '=', gatheringId)
    .where('from_id', 'in', [a_id, b_id])
    .where('to_id', 'in', [a_id, b_id])
    .execute();
  const isWanted =
    rows.some(({ answer }) => answer === 'accepted') && rows.every(({ kind }) => kind !== 'no');
  if (!isWanted) return null;
  return rows.some(({ kind, answer }) => kind === 'must' && answer === 'accepted') ? 'must' : 'want';
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
