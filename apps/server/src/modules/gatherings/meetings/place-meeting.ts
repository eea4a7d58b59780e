import type {
  BodyOf,
  listPlaces as places,
  MeetingSchedule,
  ParamsOf,
  placeMeeting as endpoint,
  releaseSomeMeetings as release,
  ResponseOf,
} from '@jiechuan/contract';
import { placeIn, placesOf, type Booking } from '@jiechuan/meetings';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { findKept, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import {
  asKnown,
  bookingOf,
  judged,
  layOut,
  pairsIn,
  reasonsOf,
  released,
  toChange,
  told,
  type Board,
} from './board.ts';
import { findSchedule, pairKey, pairOf, saveSchedule } from './meeting.sql.ts';
import { keepPins, pinsOf, setPin } from './pin.sql.ts';
import { presentSchedule } from './present-schedule.ts';

/**
 * Every slot for a meeting, with the breaks that there would be or why it can't be then.
 * @throws Problem platform.notFound, gatherings.noSuchMeeting
 */
export async function listPlaces(
  trx: Db,
  actor: Actor,
  { id, a, b }: ParamsOf<typeof places>,
): Promise<ResponseOf<typeof places>> {
  const gathering = await findKept(trx, actor, id);
  const row = await findSchedule(trx, id);
  const board = await layOut(trx, gathering, row);
  const booking = bookingOf(board, a, b);
  const { names, why } = await reasonsOf(trx, actor, board);
  const pinned = (await pinsOf(trx, id)).get(pairKey(pairOf(a, b)));
  return {
    a: { id: a, names: names.get(a) ?? {} },
    b: { id: b, names: names.get(b) ?? {} },
    slot: booking.slot,
    fixed: pinned === booking.slot,
    places: placesOf(asKnown(board), board.bookings, booking.meeting).map(({ slot, breaks, obstacles }) => {
      const isLate = tooLate(board, booking, slot);
      return {
        slot,
        breaks: isLate ? null : breaks,
        obstacles: told(why(slot, obstacles, isLate), actor),
      };
    }),
    version: row.version,
  };
}

/** Where it is it may stay. */
const tooLate = ({ now }: Board, booking: Booking, slot: number): boolean =>
  slot <= now && slot !== booking.slot;

/**
 * Puts a meeting into a slot by hand, fixes it there for every search to come, or releases it. Breaks are counted anew;
 * what was proved of the schedule stays only as far as it still holds.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving,
 * gatherings.noSuchMeeting, gatherings.noSuchSlot, and what stands in its way: gatherings.meetsThen, gatherings.awayThen,
 * gatherings.noTableThen, gatherings.noInterpreterThen, gatherings.begunThen, gatherings.otherSession, gatherings.outOfTurn
 */
export async function placeMeeting(
  trx: Db,
  actor: Actor,
  {
    id,
    expectedVersion,
    a,
    b,
    slot,
    fixed,
  }: { expectedVersion: number } & ParamsOf<typeof endpoint> & BodyOf<typeof endpoint>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const row = await toChange(trx, gathering, expectedVersion);
  const board = await layOut(trx, gathering, row);
  const booking = bookingOf(board, a, b);
  const count = board.instance.slots;
  if (slot > count) throw new Problem(gatheringsProblems.noSuchSlot, { count });
  const pair = pairOf(a, b);
  const to = slot === booking.slot ? booking : await newPlace(trx, actor, board, { booking, slot });
  await setPin(trx, id, pair, fixed ? slot : null);
  const saved = await saveSchedule(trx, id, judged(board, [{ to, fixed }]));
  await recordAudit(trx, actor, {
    action: 'gatherings.placeMeeting',
    subjectKind: 'gathering',
    subjectId: id,
    before: { ...pair, slot: booking.slot, table: booking.table },
    after: { ...pair, slot: to.slot, table: to.table, fixed },
  });
  return presentSchedule(trx, gathering, saved);
}

/** Where a meeting comes to be. @throws Problem saying what stands in its way */
async function newPlace(
  trx: Db,
  actor: Actor,
  board: Board,
  { booking, slot }: { booking: Booking; slot: number },
): Promise<Booking> {
  const place = placeIn(asKnown(board), board.bookings, booking.meeting, slot);
  const { why } = await reasonsOf(trx, actor, board);
  const [first] = why(slot, place.obstacles, tooLate(board, booking, slot));
  if (first) throw first;
  return { meeting: booking.meeting, slot, table: place.table! };
}

/**
 * Releases meetings that are fixed, all of them where none are named; also where no search found a schedule and there is no
 * meeting to be chosen. What isn't fixed stays so.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving
 */
export async function releaseMeetings(
  trx: Db,
  actor: Actor,
  {
    id,
    expectedVersion,
    meetings,
  }: { id: string; expectedVersion: number } & Partial<BodyOf<typeof release>>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const row = await toChange(trx, gathering, expectedVersion);
  const named = meetings?.map(({ a, b }) => pairOf(a, b));
  if (named) for (const pair of named) await setPin(trx, id, pair, null);
  else await keepPins(trx, id, []);
  const keys = named && new Set(named.map(pairKey));
  const pairs = pairsIn(row);
  const saved = await saveSchedule(
    trx,
    id,
    released(row, (meeting) => !keys || keys.has(pairKey(pairs.get(meeting)!))),
  );
  await recordAudit(trx, actor, {
    action: 'gatherings.releaseMeetings',
    subjectKind: 'gathering',
    subjectId: id,
    before: null,
    after: named ? { meetings: named } : null,
  });
  return presentSchedule(trx, gathering, saved);
}
