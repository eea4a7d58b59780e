import type { ApplicationSummary, OrganisationState } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { cardColumns } from './organisation.sql.ts';
import { membersProblems } from './problems.ts';
import { members, type ApplicationRow, type Texts } from './tables.ts';

export type ApplicationState = ApplicationRow['state'];

/**
 * Puts an open application beside its organisation.
 * @throws Problem members.alreadyApplied when the person or the organisation has one open already
 */
export async function insertApplication(
  trx: Db,
  row: { id: string; organisationId: string; answers: Texts; language: string; submittedBy: string | null },
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await members(trx)
    .insertInto('membership_application')
    .values({
      id: row.id,
      organisation_id: row.organisationId,
      answers: JSON.stringify(row.answers),
      language: row.language,
      submitted_by: row.submittedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Problem(membersProblems.alreadyApplied);
}

/**
 * Gives files handed in by this person to the organisation, and lists them under the application, of an answer under its
 * question. Only while the application is locked or not yet there for others: their places follow each other.
 * @throws Problem members.evidenceUnknown when one isn't this person's, or was used before
 */
export async function attachEvidence(
  trx: Db,
  actor: Actor,
  application: { id: string; organisation_id: string; questionId: string | null },
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const claimed = await trx
    .updateTable('stored_file')
    .set({ organisation_id: application.organisation_id })
    .where('id', 'in', wanted)
    .where('purpose', '=', 'evidence')
    .where('organisation_id', 'is', null)
    .where('created_by', '=', actor.userId)
    .returning('id')
    .execute();
  if (claimed.length !== wanted.length) {
    const missing = wanted.find((id) => !claimed.some((file) => file.id === id)) ?? '';
    throw new Problem(membersProblems.evidenceUnknown, { file: missing });
  }
  const { held } = await members(trx)
    .selectFrom('application_evidence')
    .select((select) => select.fn.countAll<number>().as('held'))
    .where('application_id', '=', application.id)
    .executeTakeFirstOrThrow();
  await members(trx)
    .insertInto('application_evidence')
    .values(
      wanted.map((file_id, at) => ({
        application_id: application.id,
        position: held + at,
        file_id,
        question_id: application.questionId,
      })),
    )
    .execute();
}

export const evidenceOf = (trx: Db, applicationId: string) =>
  members(trx)
    .selectFrom('application_evidence')
    .innerJoin('stored_file', 'stored_file.id', 'application_evidence.file_id')
    .select(['stored_file.id', 'stored_file.name', 'stored_file.media_type', 'stored_file.bytes'])
    .select('application_evidence.question_id')
    .where('application_id', '=', applicationId)
    .orderBy('position')
    .execute();

export const findApplication = (trx: Db, id: string): Promise<ApplicationRow | undefined> =>
  members(trx).selectFrom('membership_application').selectAll().where('id', '=', id).executeTakeFirst();

/** @throws Problem platform.notFound */
export async function lockApplication(trx: Db, id: string): Promise<ApplicationRow> {
  const row = await members(trx)
    .selectFrom('membership_application')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/**
 * The same of one that isn't decided yet.
 * @param sees whether the caller may know of it
 * @throws Problem platform.notFound, members.alreadyDecided
 */
export async function lockOpenApplication(
  trx: Db,
  id: string,
  sees: (row: ApplicationRow) => boolean = () => true,
): Promise<ApplicationRow> {
  const row = await lockApplication(trx, id);
  if (!sees(row)) throw new Problem(problems.notFound);
  if (row.state !== 'open')
    throw new Problem(membersProblems.alreadyDecided, {
      person: row.decided_by_name ?? '—',
      at: row.decided_at?.toISOString().slice(0, 16).replace('T', ' ') ?? '',
    });
  return row;
}

/** Whether the actor handed it in, or belongs to the organisation that did. */
export const isOwnApplication = (row: ApplicationRow, actor: Actor): boolean =>
  row.organisation_id === actor.organisationId ||
  (actor.userId !== null && row.submitted_by === actor.userId);

/** The organisation's last application: whom its mails go to and in which language. */
export const lastApplication = (trx: Db, organisationId: string): Promise<ApplicationRow | undefined> =>
  members(trx)
    .selectFrom('membership_application')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const closeApplication = (
  trx: Db,
  actor: Actor,
  id: string,
  decision: { state: 'admitted' | 'refused'; reason: string },
) =>
  members(trx)
    .updateTable('membership_application')
    .set({
      state: decision.state,
      reason: decision.reason,
      decided_by: actor.userId,
      decided_by_name: actor.userName,
      decided_at: new Date(),
    })
    .where('id', '=', id)
    .execute();

export const insertMove = (
  trx: Db,
  actor: Actor,
  move: { organisationId: string; from: OrganisationState | null; to: OrganisationState; reason: string },
) =>
  members(trx)
    .insertInto('organisation_move')
    .values({
      organisation_id: move.organisationId,
      id: v7(),
      from_state: move.from,
      to_state: move.to,
      reason: move.reason,
      person_id: actor.userId,
      person_name: actor.userName,
    })
    .execute();

/** One page of an organisation's moves, newest first, after the move `before`. */
export function movesOf(trx: Db, organisationId: string, before: string | undefined, limit: number) {
  let query = members(trx)
    .selectFrom('organisation_move')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Which applications a caller may see: everybody's, or those of its organisation and its own. */
export type ApplicationOwner = { organisationId: string | null; userId: string | null } | 'anyone';

interface ApplicationFilter {
  owner: ApplicationOwner;
  states: readonly ApplicationState[] | undefined;
  /** A tsquery literal, over the applicant's index. */
  tsquery: string | undefined;
  /** Of the open ones those that have a question without an answer, or the others. */
  waitsFor: WaitsFor | undefined;
}
export type WaitsFor = NonNullable<ApplicationSummary['waitsFor']>;

/** Whom an application waits for; null once it is decided. */
const waitsFor = sql<WaitsFor | null>`
  case when application.state <> 'open' then null
    when exists (select from application_question question
      where question.application_id = application.id and question.answer is null) then 'applicant'
    else 'desk' end`;

const applications = (trx: Db, { owner, states, tsquery, waitsFor: whom }: ApplicationFilter) => {
  let query = members(trx)
    .selectFrom('membership_application as application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id');
  if (states) query = query.where('application.state', 'in', states);
  if (tsquery !== undefined) query = query.where(sql<boolean>`organisation.search @@ ${tsquery}::tsquery`);
  if (whom) query = query.where(waitsFor, '=', whom);
  if (owner !== 'anyone') {
    query = query.where((where) =>
      where.or([
        where('application.organisation_id', '=', owner.organisationId),
        where('application.submitted_by', '=', owner.userId),
      ]),
    );
  }
  return query;
};

/** How many questions it has. */
const asked = sql<number>`
  (select count(*) from application_question question where question.application_id = application.id)`;

/** One page of applications, oldest first, after the application `after`. */
export function pageOfApplications(
  trx: Db,
  filter: ApplicationFilter,
  after: string | undefined,
  limit: number,
) {
  let query = applications(trx, filter)
    .select(cardColumns.map((name) => `organisation.${name}` as const))
    .select([
      'application.id as application_id',
      'application.state as application_state',
      'application.language',
      'application.submitted_at',
      'application.decided_at',
    ])
    .select('organisation.languages as organisation_languages')
    .select(waitsFor.as('waits_for'))
    .select(asked.as('asked'))
    .orderBy('application.id')
    .limit(limit);
  if (after) query = query.where('application.id', '>', after);
  return query.execute();
}

export async function countApplications(trx: Db, filter: ApplicationFilter): Promise<number> {
  const { count } = await applications(trx, filter)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
