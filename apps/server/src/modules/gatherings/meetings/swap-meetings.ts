import type {
  BodyOf,
  listSwaps as swaps,
  MeetingSchedule,
  ParamsOf,
  QueryOf,
  ResponseOf,
  swapMeetings as endpoint,
} from '@jiechuan/contract';
import { swapOf, swapsOf, type Swap } from '@jiechuan/meetings';
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
  toChange,
  told,
  type Board,
} from './board.ts';
import { findSchedule, pairKey, pairOf, saveSchedule } from './meeting.sql.ts';
import { pinsOf, setPin } from './pin.sql.ts';
import { presentSchedule } from './present-schedule.ts';

/**
 * Every meeting of one slot that another could change places with: the breaks that there would be, or why they can't; those
 * that can first, the fewest breaks before.
 * @throws Problem platform.notFound, gatherings.noSuchMeeting, gatherings.noSuchSlot
 */
export async function listSwaps(
  trx: Db,
  actor: Actor,
  { id, a, b, slot }: ParamsOf<typeof swaps> & QueryOf<typeof swaps>,
): Promise<ResponseOf<typeof swaps>> {
  const gathering = await findKept(trx, actor, id);
  const row = await findSchedule(trx, id);
  const board = await layOut(trx, gathering, row);
  const booking = bookingOf(board, a, b);
  const count = board.instance.slots;
  if (slot > count) throw new Problem(gatheringsProblems.noSuchSlot, { count });
  const { names, why } = await reasonsOf(trx, actor, board);
  const pairs = pairsIn(row);
  const pins = await pinsOf(trx, id);
  const party = (one: string) => ({ id: one, names: names.get(one) ?? {} });
  const there = board.bookings.filter((one) => one.slot === slot && one.meeting !== booking.meeting);
  const found = swapsOf(asKnown(board), board.bookings, booking, there).map((swap, at) => {
    const other = there[at]!;
    const obstacles = told(reasonsAgainst(board, swap, why), actor);
    const pair = pairs.get(other.meeting)!;
    return {
      a: party(pair.a_id),
      b: party(pair.b_id),
      table: other.table,
      fixed: pins.get(pairKey(pair)) === slot,
      breaks: obstacles.length > 0 ? null : swap.breaks,
      obstacles,
    };
  });
  return {
    slot,
    swaps: found.toSorted((one, other) => (one.breaks ?? Infinity) - (other.breaks ?? Infinity) || 0),
    version: row.version,
  };
}

/** What stands in the way of the one, then of the other, and that either would come to a slot that has begun. */
const reasonsAgainst = (
  { now }: Board,
  { to, obstacles }: Swap,
  why: Awaited<ReturnType<typeof reasonsOf>>['why'],
): Problem[] => to.flatMap(({ slot }, side) => why(slot, obstacles[side]!, slot <= now)).slice(0, 10);

/**
 * Lets two meetings change places in one step, slots and tables, and fixes both there or releases them. Breaks are counted
 * anew; what was proved of the schedule stays only as far as it still holds.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving,
 * gatherings.noSuchMeeting, gatherings.withItself, and what stands in the way of either: gatherings.meetsThen,
 * gatherings.awayThen, gatherings.noInterpreterThen, gatherings.begunThen, gatherings.otherSession, gatherings.outOfTurn
 */
export async function swapMeetings(
  trx: Db,
  actor: Actor,
  {
    id,
    expectedVersion,
    a,
    b,
    other,
    fixed,
  }: { expectedVersion: number } & ParamsOf<typeof endpoint> & BodyOf<typeof endpoint>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const row = await toChange(trx, gathering, expectedVersion);
  const board = await layOut(trx, gathering, row);
  const both = [pairOf(a, b), pairOf(other.a, other.b)] as const;
  const places = [bookingOf(board, a, b), bookingOf(board, other.a, other.b)] as const;
  if (places[0] === places[1]) throw new Problem(gatheringsProblems.withItself);
  const swap = swapOf(asKnown(board), board.bookings, places);
  const { why } = await reasonsOf(trx, actor, board);
  const [first] = reasonsAgainst(board, swap, why);
  if (first) throw first;
  for (const [side, pair] of both.entries()) await setPin(trx, id, pair, fixed ? swap.to[side]!.slot : null);
  const saved = await saveSchedule(
    trx,
    id,
    judged(
      board,
      swap.to.map((to) => ({ to, fixed })),
    ),
  );
  const audited = (bookings: readonly { slot: number; table: number }[]) =>
    both.map((pair, side) => ({ ...pair, slot: bookings[side]!.slot, table: bookings[side]!.table }));
  await recordAudit(trx, actor, {
    action: 'gatherings.swapMeetings',
    subjectKind: 'gathering',
    subjectId: id,
    before: { meetings: audited(places) },
    after: { meetings: audited(swap.to), fixed },
  });
  return presentSchedule(trx, gathering, saved);
}
