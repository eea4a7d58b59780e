import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { namesTag } from '../../../platform/http/entity-tags.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { Ground } from '../../../platform/module.ts';
import { gatheringsProblems } from '../problems.ts';
import { lockOwn, saveRegistration } from '../registration.sql.ts';
import { gatherings, type GatheringRow, type RegistrationRow, type ScheduleRow } from '../tables.ts';
import { agendaMeetings } from './get-agenda.ts';
import { stampOf } from './meeting.sql.ts';

/** What is kept of an address: enough to know it again, not to make it. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes the secret address of an agenda; an earlier one ends. @throws Problem platform.notFound, gatherings.notApproved */
export async function subscribeToAgenda(
  trx: Db,
  actor: Actor,
  id: string,
  { config }: Pick<Ground, 'config'>,
): Promise<{ url: string }> {
  const { row } = await lockOwn(trx, actor, id);
  if (row.state !== 'approved') throw new Problem(gatheringsProblems.notApproved);
  const token = randomBytes(24).toString('base64url');
  await saveRegistration(trx, id, {
    calendar_hash: hashOf(token),
    calendar_language: actor.language,
  });
  await record(trx, actor, id, 'gatherings.subscribeToAgenda', true);
  return { url: `${config.publicUrl}/api/v1/gatherings/agendas/${token}.ics` };
}

/** Ends it. @throws Problem platform.notFound */
export async function unsubscribeFromAgenda(trx: Db, actor: Actor, id: string): Promise<void> {
  await lockOwn(trx, actor, id);
  await saveRegistration(trx, id, { calendar_hash: null, calendar_language: null });
  await record(trx, actor, id, 'gatherings.unsubscribeFromAgenda', false);
}

const record = (trx: Db, actor: Actor, id: string, action: string, subscribed: boolean) =>
  recordAudit(trx, actor, {
    action,
    subjectKind: 'gathering_registration',
    subjectId: id,
    before: null,
    after: { subscribed },
  });

/**
 * An agenda as iCalendar (RFC 5545). A calendar that has it already is told so from three rows, without its meetings
 * being read or written: one that asks every minute costs next to nothing.
 * @throws Problem platform.notFound for an address that there isn't (any more)
 */
export async function readCalendar(
  trx: Db,
  token: string,
  { request, reply, config }: { request: FastifyRequest; reply: FastifyReply } & Pick<Ground, 'config'>,
): Promise<Readable> {
  const row = await gatherings(trx)
    .selectFrom('gathering_registration')
    .selectAll()
    .where('calendar_hash', '=', hashOf(token))
    .where('state', '=', 'approved')
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  const gathering = await gatherings(trx)
    .selectFrom('gathering')
    .selectAll()
    .where('id', '=', row.gathering_id)
    .executeTakeFirstOrThrow();
  const schedule = await stampOf(trx, gathering.id);
  // With the day: names of others may change, which no version tells.
  const day = new Date().toISOString().slice(0, 10);
  const tag = `"${day}-${row.version}-${gathering.version}-${schedule.version}"`;
  reply.header('etag', tag).header('cache-control', 'private, max-age=60');
  if (namesTag(request.headers['if-none-match'], tag)) {
    reply.code(304);
    return Readable.from([]);
  }
  reply.type('text/calendar; charset=utf-8');
  return Readable.from([
    await write(trx, { row, gathering, schedule, host: new URL(config.publicUrl).host }),
  ]);
}

/** The gathering and its meetings as events; their ids stay, their numbers grow, what is cancelled says so. */
async function write(
  trx: Db,
  {
    row,
    gathering,
    schedule,
    host,
  }: {
    row: RegistrationRow;
    gathering: GatheringRow;
    schedule: Pick<ScheduleRow, 'published_at'>;
    host: string;
  },
): Promise<string> {
  const language = row.calendar_language ?? 'zh-CN';
  const say = (code: string, params: Record<string, string | number>) =>
    message(language, `gatherings.calendar.${code}`, params);
  const name = textIn(gathering.names, language);
  const place = `${textIn(gathering.place, language)}, ${gathering.city}`;
  const status = (cancelled: boolean) => (cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  const calendar = ical({
    prodId: { company: 'Jiechuan', product: 'Gatherings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: 60 * 15,
  });
  calendar.createEvent({
    id: `gathering-${gathering.id}@${host}`,
    start: gathering.starts_at,
    end: gathering.ends_at,
    stamp: row.asked_at,
    sequence: gathering.version,
    summary: name,
    description: textIn(gathering.about, language),
    location: place,
    status: status(gathering.state === 'cancelled'),
  });
  for (const meeting of await agendaMeetings(trx, gathering.id, row.organisation_id))
    calendar.createEvent({
      id: `meeting-${meeting.id}@${host}`,
      start: new Date(meeting.startsAt),
      end: new Date(meeting.endsAt),
      stamp: schedule.published_at ?? row.asked_at,
      sequence: meeting.sequence,
      summary: say('meeting', { other: textIn(meeting.other.names, language) }),
      location: say('table', { place, table: meeting.table }),
      status: status(meeting.state === 'cancelled'),
    });
  return calendar.toString();
}
