import type {
  getMatchmaking as endpoint,
  listParticipants as participants,
  MeetingSuggestion,
  QueryOf,
  ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import { reasonsToMeet } from '../../matching/index.ts';
import { namesOf } from '../../members/index.ts';
import { gatherings } from '../tables.ts';
import { presentWishes, takingPart } from './wish.sql.ts';

const mostReceived = 200;
const mostSuggested = 20;
/** Participants among whom suggestions are looked for. */
const mostLookedAt = 2000;

/**
 * Wishes that the actor's organisation stated and received, and whom matching suggests that it meet.
 * @throws Problem platform.notFound, gatherings.noMeetings, gatherings.notApproved
 */
export async function getMatchmaking(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<ResponseOf<typeof endpoint>> {
  const { own } = await takingPart(trx, actor, id);
  const wishes = gatherings(trx).selectFrom('gathering_wish').selectAll().where('gathering_id', '=', id);
  const stated = await wishes.where('from_id', '=', own).orderBy('id').execute();
  const not = new Set(stated.filter(({ kind }) => kind === 'no').map(({ to_id }) => to_id));
  const received = await wishes
    .where('to_id', '=', own)
    // Who would rather not meet us doesn't say so to us.
    .where('kind', '!=', 'no')
    .orderBy((order) => order('answer', 'is', null), 'desc')
    .orderBy('id')
    .limit(mostReceived + not.size)
    .execute();
  const away = await gatherings(trx)
    .selectFrom('gathering_unavailable')
    .select('slots')
    .where('gathering_id', '=', id)
    .where('organisation_id', '=', own)
    .executeTakeFirst();
  const known = new Set(stated.map((wish) => wish.to_id));
  return {
    stated: await presentWishes(trx, stated, own),
    received: await presentWishes(
      trx,
      received.filter(({ from_id }) => !not.has(from_id)).slice(0, mostReceived),
      own,
    ),
    suggestions: await suggest(trx, id, own, known),
    unavailable: away?.slots ?? [],
  };
}

/** Others who take part, in the order of their ids. */
const others = (trx: Db, gatheringId: string, own: string) =>
  gatherings(trx)
    .selectFrom('gathering_registration')
    .select('organisation_id')
    .distinct()
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'approved')
    .where('organisation_id', '!=', own)
    .orderBy('organisation_id');

async function suggest(
  trx: Db,
  gatheringId: string,
  own: string,
  known: ReadonlySet<string>,
): Promise<MeetingSuggestion[]> {
  const there = await others(trx, gatheringId, own).limit(mostLookedAt).execute();
  const open = there.map((row) => row.organisation_id).filter((other) => !known.has(other));
  const reasons = await reasonsToMeet(trx, own, open);
  const best = [...reasons]
    .toSorted(([, one], [, other]) => other[0]!.points - one[0]!.points)
    .slice(0, mostSuggested);
  const names = await namesOf(
    trx,
    best.map(([other]) => other),
  );
  return best.map(([other, why]) => ({ other: { id: other, names: names.get(other) ?? {} }, reasons: why }));
}

/** Organisations that take part beside the actor's. @throws Problem platform.notFound, gatherings.noMeetings, gatherings.notApproved */
export async function listParticipants(
  trx: Db,
  actor: Actor,
  { id, cursor, limit }: { id: string } & QueryOf<typeof participants>,
): Promise<ResponseOf<typeof participants>> {
  const { own } = await takingPart(trx, actor, id);
  const from = readIdCursor(cursor);
  const rows = await others(trx, id, own)
    .$if(from !== undefined, (query) => query.where('organisation_id', '>', from!))
    .limit(limit + 1)
    .execute();
  const ids = rows.slice(0, limit).map((row) => row.organisation_id);
  const names = await namesOf(trx, ids);
  return {
    items: ids.map((other) => ({ id: other, names: names.get(other) ?? {} })),
    nextCursor: rows.length > limit ? writeCursor([ids.at(-1)!]) : null,
  };
}
