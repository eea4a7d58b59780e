import type { Understanding } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { gatherings, type GatheringRow } from '../tables.ts';
import { draftFrom, understandingOf } from './get-interpreting.ts';
import { standingOf } from './meeting.sql.ts';

/** Whether the two of each meeting that stands understand each other, by the meetings' ids. */
export type Understood = ReadonlyMap<string, Understanding>;

/** Only profiles change without a version of the gathering's growing; what they say of languages may be so much late. */
const keptMs = 5000;
const kept = new Map<string, { version: string; until: number; understood: Promise<Understood> }>();

/**
 * What is common to all agendas of a gathering: an interpreter is one's own or not by who else needs one at the same
 * time. When a schedule is published, hundreds ask at once, so it is worked out once for all of them.
 * @param stamp grows with every change of the gathering and its meetings
 */
export async function understoodAt(trx: Db, gathering: GatheringRow, stamp: string): Promise<Understood> {
  // All of it read before what it stands for: what changes meanwhile is under a later one.
  const version = `${gathering.version} ${stamp} ${await registrationsStamp(trx, gathering.id)}`;
  const now = Date.now();
  for (const [id, { until }] of kept) if (until <= now) kept.delete(id);
  const known = kept.get(gathering.id);
  // Another's reading may fail with its transaction.
  const found = known?.version === version ? await known.understood.catch(() => undefined) : undefined;
  if (found) return found;
  const understood = workOut(trx, gathering);
  kept.set(gathering.id, { version, until: now + keptMs, understood });
  return understood;
}

/** Grows with every change of who comes and what they speak. */
async function registrationsStamp(trx: Db, gatheringId: string): Promise<number | null> {
  const { stamp } = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select((select) => select.fn.sum<number | null>('version').as('stamp'))
    .where('gathering_id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  return stamp;
}

async function workOut(trx: Db, gathering: GatheringRow): Promise<Understood> {
  const standing = await standingOf(trx, gathering.id);
  const { meetings } = await understandingOf(trx, gathering, standing.map(draftFrom));
  return new Map(standing.map(({ id }, at) => [id, meetings[at]!]));
}
