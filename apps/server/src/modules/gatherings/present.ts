import type { Gathering, GatheringBrief, OwnRegistration, Registration } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { namesOf } from '../members/index.ts';
import { keeps, placesTaken } from './gathering.sql.ts';
import { slotsOf } from './meetings/slots.ts';
import { gatherings, type GatheringRow, type RegistrationRow } from './tables.ts';

export const presentBrief = (row: GatheringRow): GatheringBrief => ({
  id: row.id,
  kind: row.kind,
  names: row.names,
  place: row.place,
  city: row.city,
  country: row.country,
  zone: row.zone,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  state: row.state,
  demo: row.demo,
});

/** A gathering as the actor sees it. */
export async function presentGathering(trx: Db, actor: Actor, row: GatheringRow): Promise<Gathering> {
  const host = row.organisation_id;
  const names = await namesOf(trx, host === null ? [] : [host]);
  return {
    ...presentBrief(row),
    host: host === null ? null : { id: host, names: names.get(host) ?? {} },
    about: row.about,
    capacity: row.capacity,
    taken: await placesTaken(trx, row.id),
    languages: row.languages,
    programme: row.programme,
    matchmaking: row.matchmaking,
    interpreters: row.interpreters,
    slots: slotsOf(row.starts_at, row.matchmaking),
    kept: keeps(actor, row),
    version: row.version,
  };
}

/** Registrations with whose they are and when they were checked in, in the order given. */
export async function presentRegistrations(
  trx: Db,
  rows: readonly RegistrationRow[],
): Promise<Registration[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(
    trx,
    rows.map((row) => row.organisation_id),
  );
  const scans = await gatherings(trx)
    .selectFrom('gathering_check_in')
    .select(['registration_id', 'scanned_at'])
    .where(
      'registration_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const checkedIn = new Map(scans.map((scan) => [scan.registration_id, scan.scanned_at.toISOString()]));
  return rows.map((row) => ({
    id: row.id,
    gatheringId: row.gathering_id,
    organisation: { id: row.organisation_id, names: names.get(row.organisation_id) ?? {} },
    person: row.person,
    note: row.note,
    languages: row.languages,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    checkedInAt: checkedIn.get(row.id) ?? null,
    feedback: row.rating === null ? null : { rating: row.rating, text: row.feedback },
  }));
}

/** Registrations as the person who registered sees them. */
export async function presentOwn(trx: Db, rows: readonly RegistrationRow[]): Promise<OwnRegistration[]> {
  if (rows.length === 0) return [];
  const found = await gatherings(trx)
    .selectFrom('gathering')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map((row) => row.gathering_id),
    )
    .execute();
  const briefs = new Map(found.map((row) => [row.id, presentBrief(row)]));
  const shown = await presentRegistrations(trx, rows);
  const own: OwnRegistration[] = [];
  for (const [at, row] of rows.entries())
    own.push({
      ...shown[at]!,
      gathering: briefs.get(row.gathering_id)!,
      place: row.state === 'waiting' ? await placeInLine(trx, row) : null,
      subscribed: row.calendar_hash !== null,
    });
  return own;
}

/** The place in the waiting line, from 1. */
async function placeInLine(trx: Db, row: RegistrationRow): Promise<number> {
  const { count } = await gatherings(trx)
    .selectFrom('gathering_registration')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('gathering_id', '=', row.gathering_id)
    .where('state', '=', 'waiting')
    .where((where) =>
      where.or([
        where('asked_at', '<', row.asked_at),
        where.and([where('asked_at', '=', row.asked_at), where('id', '<=', row.id)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return count;
}
