import type { Interpreting, Understanding } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { languagesOf, namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import { gatherings, type GatheringRow, type MeetingRow } from '../tables.ts';
import { absencesOf, comingTo } from './absence.sql.ts';
import { interpret } from './interpret.ts';
import { findSchedule, meetingsOf } from './meeting.sql.ts';
import { draftOf, type Draft } from './present-schedule.ts';

/**
 * Which meetings of a gathering that the actor keeps need an interpreter, and how many are needed at once: of what was
 * sought last, else of what is published. It advises; nothing waits for it.
 * @throws Problem platform.notFound
 */
export async function getInterpreting(trx: Db, actor: Actor, id: string): Promise<Interpreting> {
  const gathering = await findKept(trx, actor, id);
  const coming = await comingTo(trx, id, await absencesOf(trx, id));
  const sought = draftOf(await findSchedule(trx, id)).filter(
    ({ a_id, b_id }) => coming.has(a_id) && coming.has(b_id),
  );
  const met = sought.length > 0 ? sought : (await standing(trx, id)).map(draftFrom);
  if (met.length === 0) return { of: null, meetings: [], slots: [] };
  const { meetings, slots } = await understandingOf(trx, gathering, met);
  const names = await namesOf(
    trx,
    met.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const party = (one: string) => ({ id: one, names: names.get(one) ?? {} });
  return {
    of: sought.length > 0 ? 'sought' : 'published',
    meetings: met.map(({ slot, table, a_id, b_id }, at) => ({
      slot,
      table,
      a: party(a_id),
      b: party(b_id),
      ...meetings[at]!,
    })),
    slots,
  };
}

/** Whether an organisation understands those whom it meets, by the ids of its meetings that stand. */
export async function understandingAt(
  trx: Db,
  gathering: GatheringRow,
  organisationId: string,
): Promise<Map<string, Understanding>> {
  const all = await standing(trx, gathering.id);
  const isOwn = ({ a_id, b_id }: MeetingRow) => a_id === organisationId || b_id === organisationId;
  const own = new Set(all.filter(isOwn).map(({ slot }) => slot));
  // Whose interpreter it is depends on who else needs one at the same time.
  const then = all.filter(({ slot }) => own.has(slot));
  if (then.length === 0) return new Map();
  const { meetings } = await understandingOf(trx, gathering, then.map(draftFrom));
  return new Map(then.flatMap((row, at) => (isOwn(row) ? [[row.id, meetings[at]!] as const] : [])));
}

const standing = async (trx: Db, id: string): Promise<MeetingRow[]> =>
  (await meetingsOf(trx, id)).filter(({ state }) => state === 'planned');

const draftFrom = ({ a_id, b_id, slot, table_number: table }: MeetingRow): Draft => ({
  a_id,
  b_id,
  slot,
  table,
});

async function understandingOf(trx: Db, { id, interpreters }: GatheringRow, drafts: readonly Draft[]) {
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
async function spokenBy(
  trx: Db,
  gatheringId: string,
  organisationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const spoken = await languagesOf(trx, organisationIds);
  const rows = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select(['organisation_id', 'languages'])
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'approved')
    .where(sql<boolean>`cardinality(languages) > 0`)
    .orderBy('id')
    .execute();
  for (const [organisationId, coming] of Map.groupBy(rows, (row) => row.organisation_id))
    spoken.set(organisationId, [...new Set(coming.flatMap(({ languages }) => languages))]);
  return spoken;
}
