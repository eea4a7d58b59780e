import type { BodyOf, checkIn as endpoint, ResponseOf, Scan, Scanned } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { namesOf } from '../members/index.ts';
import { findKept } from './gathering.sql.ts';
import { hasCome } from './meetings/absence.sql.ts';
import { gatherings } from './tables.ts';

/**
 * Checks people in by their badges. A badge counts once, at its earliest scan, in whatever order phones come back with
 * what they kept; a scan that is sent again is answered as it was.
 * @throws Problem platform.notFound
 */
export async function checkIn(
  trx: Db,
  actor: Actor,
  { id, scans }: { id: string } & BodyOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  await findKept(trx, actor, id);
  const answers: Scanned[] = [];
  // Two phones with the same badges take their rows in the same order, so neither waits for the other.
  const order = [...scans.entries()].toSorted(([, one], [, other]) => (one.code < other.code ? -1 : 1));
  const come: string[] = [];
  for (const [at, scan] of order) answers[at] = await enter(trx, id, scan, come);
  await hasCome(trx, id, come);
  const { count } = await gatherings(trx)
    .selectFrom('gathering_check_in')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', id)
    .executeTakeFirstOrThrow();
  return { scans: answers, checkedIn: count };
}

/** @param come where organisations are noted of whom somebody is in by this scan */
async function enter(
  trx: Db,
  gatheringId: string,
  { id, code, scannedAt }: Scan,
  come: string[],
): Promise<Scanned> {
  const badge = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select(['id', 'person', 'organisation_id'])
    .where('code', '=', code)
    .where('gathering_id', '=', gatheringId)
    .where('state', '=', 'approved')
    .executeTakeFirst();
  if (!badge) return { id, outcome: 'unknown', person: null, organisation: null, at: null };
  const now = new Date();
  // A phone's clock may be ahead.
  const at = new Date(Math.min(Date.parse(scannedAt), now.getTime()));
  const kept = await gatherings(trx)
    .insertInto('gathering_check_in')
    .values({
      registration_id: badge.id,
      gathering_id: gatheringId,
      scan_id: id,
      scanned_at: at,
      received_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('registration_id').doUpdateSet({
        scanned_at: sql<Date>`least(gathering_check_in.scanned_at, excluded.scanned_at)`,
      }),
    )
    .returning(['scan_id', 'scanned_at', sql<boolean>`xmax = 0`.as('first')])
    .executeTakeFirstOrThrow();
  if (kept.first) come.push(badge.organisation_id);
  const names = await namesOf(trx, [badge.organisation_id]);
  return {
    id,
    outcome: kept.scan_id === id ? 'in' : 'again',
    person: badge.person,
    organisation: names.get(badge.organisation_id) ?? {},
    at: kept.scanned_at.toISOString(),
  };
}
