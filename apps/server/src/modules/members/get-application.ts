import type { Application } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { evidenceOf, findApplication } from './admission.sql.ts';
import { readOwn } from './get-member.ts';

/**
 * One application with its answers, evidence and the profile as it stands.
 * @param extent 'own': only the applicant's or its organisation's, anything else is not found
 * @throws Problem platform.notFound
 */
export async function getApplication(
  trx: Db,
  actor: Actor,
  id: string,
  extent: 'all' | 'own',
): Promise<Application> {
  const row = await findApplication(trx, id);
  const isOwn =
    row !== undefined &&
    (row.organisation_id === actor.organisationId ||
      (actor.userId !== null && row.submitted_by === actor.userId));
  if (extent === 'own' && !isOwn) throw new Problem(problems.notFound);
  return readApplication(trx, actor, id);
}

/** The application, presented; the caller has asked the policy. */
export async function readApplication(trx: Db, actor: Actor, id: string): Promise<Application> {
  const row = await findApplication(trx, id);
  if (!row) throw new Problem(problems.notFound);
  const profile = await readOwn(trx, actor, row.organisation_id);
  const evidence = await evidenceOf(trx, id);
  return {
    id: row.id,
    state: row.state,
    organisation: {
      id: profile.id,
      kind: profile.kind,
      names: profile.names,
      country: profile.country,
      continent: profile.continent,
      place: profile.place,
      tags: profile.tags,
      languages: profile.languages,
      resourceKinds: profile.resourceKinds,
      logoFileId: profile.logoFileId,
      demo: profile.demo,
      admittedAt: profile.admittedAt,
    },
    submittedAt: row.submitted_at.toISOString(),
    language: row.language,
    decidedAt: row.decided_at?.toISOString() ?? null,
    profile,
    answers: row.answers,
    evidence: evidence.map((file) => ({
      id: file.id,
      name: file.name,
      mediaType: file.media_type,
      bytes: file.bytes,
    })),
    reason: row.reason,
    decidedBy: row.decided_by_name,
  };
}
