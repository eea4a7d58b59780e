import {
  understandings,
  type getInterpreting as endpoint,
  type Interpreting,
  type QueryOf,
  type Understanding,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import type { GatheringRow } from '../tables.ts';
import { absencesOf, comingTo } from './absence.sql.ts';
import { interpret } from './interpret.ts';
import { findSchedule, standingOf, type StandingRow } from './meeting.sql.ts';
import { draftOf, type Draft } from './present-schedule.ts';
import { spokenBy } from './spoken.sql.ts';
import { wholeSlots } from './whole-slots.ts';

/**
 * Which meetings of a gathering that the actor keeps need an interpreter, and how many are needed at once: of what was
 * sought last, else of what is published. It advises; nothing waits for it.
 * @throws Problem platform.notFound
 */
export async function getInterpreting(
  trx: Db,
  actor: Actor,
  { id, slot: from }: { id: string } & QueryOf<typeof endpoint>,
): Promise<Interpreting> {
  const gathering = await findKept(trx, actor, id);
  const coming = await comingTo(trx, id, await absencesOf(trx, id));
  const sought = draftOf(await findSchedule(trx, id)).filter(
    ({ a_id, b_id }) => coming.has(a_id) && coming.has(b_id),
  );
  const met = sought.length > 0 ? sought : (await standingOf(trx, id)).map(draftFrom);
  const { meetings, slots } = await understandingOf(trx, gathering, met);
  const count = (state: Understanding['state']) => meetings.filter((one) => one.state === state).length;
  const { bookings: shown, nextSlot } = wholeSlots(
    met.map((draft, at) => ({ ...draft, ...meetings[at]! })),
    from,
  );
  const names = await namesOf(
    trx,
    shown.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const party = (one: string) => ({ id: one, names: names.get(one) ?? {} });
  return {
    of: met.length === 0 ? null : sought.length > 0 ? 'sought' : 'published',
    counts: Object.fromEntries(
      understandings.map((state) => [state, count(state)]),
    ) as Interpreting['counts'],
    meetings: shown.map(({ a_id, b_id, ...one }) => ({ ...one, a: party(a_id), b: party(b_id) })),
    nextSlot,
    slots,
  };
}

/** A meeting that stands, as if it had just been sought. */
export const draftFrom = ({ a_id, b_id, slot, table_number: table }: StandingRow): Draft => ({
  a_id,
  b_id,
  slot,
  table,
});

/** Whether the two of each of these understand each other, in their order, and what is needed at once. */
export async function understandingOf(trx: Db, { id, interpreters }: GatheringRow, drafts: readonly Draft[]) {
  const speak = await spokenBy(
    trx,
    id,
    drafts.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const met = drafts.map(({ a_id, b_id, slot, table }) => ({
    slot,
    table,
    a: speak.get(a_id) ?? [],
    b: speak.get(b_id) ?? [],
  }));
  return interpret(met, interpreters);
}
