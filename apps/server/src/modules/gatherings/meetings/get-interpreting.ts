import {
  understandings,
  type getInterpreting as endpoint,
  type Interpreting,
  type QueryOf,
  type Understanding,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { languagesOf, namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import { gatherings, type GatheringRow } from '../tables.ts';
import { absencesOf, comingTo } from './absence.sql.ts';
import { interpret } from './interpret.ts';
import { findSchedule, standingOf, type StandingRow } from './meeting.sql.ts';
import { draftOf, type Draft } from './present-schedule.ts';
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
