import type { OrganisationState } from '@jiechuan/contract';
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
 * Gives files handed in by this person to the organisation, and lists them under the application.
 * @throws Problem members.evidenceUnknown when one isn't this person's, or was used before
 */
export async function attachEvidence(
  trx: Db,
  actor: Actor,
  organisationId: string,
  applicationId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const claimed = await trx
    .updateTable('stored_file')
    .set({ organisation_id: organisationId })
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
  await members(trx)
    .insertInto('application_evidence')
    .values(wanted.map((file_id, position) => ({ application_id: applicationId, position, file_id })))
    .execute();
}

export const evidenceOf = (trx: Db, applicationId: string) =>
  members(trx)
    .selectFrom('application_evidence')
    .innerJoin('stored_file', 'stored_file.id', 'application_evidence.file_id')
    .select(['stored_file.id', 'stored_file.name', 'stored_file.media_type', 'stored_file.bytes'])
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
}

const applications = (trx: Db, { owner, states, tsquery }: ApplicationFilter) => {
  let query = members(trx)
    .selectFrom('membership_application as application')
    .innerJoin('organisation', 'organisation.id', 'application.organisation_id');
  if (states) query = query.where('application.state', 'in', states);
  if (tsquery !== undefined) query = query.where(sql<boolean>`organisation.search @@ ${tsquery}::tsquery`);
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
