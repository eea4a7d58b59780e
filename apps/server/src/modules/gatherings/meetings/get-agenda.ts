import type { AgendaMeeting, getAgenda as endpoint, ResponseOf } from '@jiechuan/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import type { Live, State } from '../../../platform/live/live.ts';
import { streamed } from '../../../platform/live/streamed.ts';
import { namesOf } from '../../members/index.ts';
import { findGathering } from '../gathering.sql.ts';
import { presentOwn } from '../present.ts';
import { gatheringsProblems } from '../problems.ts';
import { isOwn } from '../registration.sql.ts';
import { gatherings, type MeetingRow } from '../tables.ts';
import { meetingsOf } from './meeting.sql.ts';
import { presentOutcome, toldBy } from './outcome.sql.ts';
import { understoodAt } from './understood.ts';

/** The kind of topics that gatherings are, for who looks at an agenda. */
export const gatheringTopics = 'gathering';

/** How the agendas of gatherings are told to have changed: by their versions, which grow with every change. */
export const readStamps =
  (db: Db) =>
  async (ids: readonly string[]): Promise<Map<string, State>> => {
    const { rows } = await sql<{ id: string; stamp: string }>`
      select g.id, g.version || '.' || coalesce(s.version, 0) as stamp from gathering g
      left join gathering_schedule s on s.gathering_id = g.id
      where g.id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map(({ id, stamp }) => [id, { id: stamp, data: JSON.stringify({ stamp }) }]));
  };

/** @throws Problem platform.notFound, gatherings.notApproved */
export async function getAgenda(trx: Db, actor: Actor, id: string): Promise<ResponseOf<typeof endpoint>> {
  const gathering = await findGathering(trx, actor, id);
  const row = await gatherings(trx)
    .selectFrom('gathering_registration')
    .selectAll()
    .where('gathering_id', '=', id)
    .where('user_id', '=', actor.userId ?? '')
    .where('state', '=', 'approved')
    .executeTakeFirst();
  if (!row || !isOwn(actor, row)) throw new Problem(gatheringsProblems.notApproved);
  const [registration] = await presentOwn(trx, [row]);
  const stamp = (await readStamps(trx)([id])).get(id)!.id;
  const rows = await meetingsOf(trx, id, row.organisation_id);
  const meetings = await presentMeetings(trx, rows, row.organisation_id);
  const understood = await understoodAt(trx, gathering, stamp);
  const told = await toldBy(trx, id, row.organisation_id);
  return {
    registration: registration!,
    meetings: meetings.map((meeting) => {
      const outcome = told.get(meeting.id);
      return {
        ...meeting,
        outcome: outcome ? presentOutcome(outcome) : null,
        understanding: understood.get(meeting.id) ?? null,
      };
    }),
    stamp,
  };
}

/** Everything that was ever published of an organisation's meetings, in the order of time. */
export const agendaMeetings = async (trx: Db, id: string, own: string): Promise<AgendaMeeting[]> =>
  presentMeetings(trx, await meetingsOf(trx, id, own), own);

async function presentMeetings(trx: Db, rows: readonly MeetingRow[], own: string): Promise<AgendaMeeting[]> {
  const otherOf = ({ a_id, b_id }: { a_id: string; b_id: string }) => (a_id === own ? b_id : a_id);
  const names = await namesOf(trx, rows.map(otherOf));
  return rows.map((row) => ({
    id: row.id,
    other: { id: otherOf(row), names: names.get(otherOf(row)) ?? {} },
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    table: row.table_number,
    state: row.state,
    sequence: row.sequence,
  }));
}

/** @throws Problem platform.notFound, platform.tooManyViewers */
export async function streamAgenda(
  trx: Db,
  actor: Actor,
  id: string,
  { live, request, reply }: { live: Live; request: FastifyRequest; reply: FastifyReply },
): Promise<Readable> {
  await findGathering(trx, actor, id);
  return streamed(live, gatheringTopics, id, request, reply);
}
