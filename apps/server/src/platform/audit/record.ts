import { v7 } from 'uuid';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';

/**
 * Writes one line of the append-only audit log in the caller's transaction: who, what, before, after, when, from where.
 * `before` is null for something new, `after` for something gone. Never hand over secrets.
 */
export async function recordAudit(
  trx: Db,
  actor: Actor,
  entry: {
    action: string;
    subjectKind: string;
    subjectId: string;
    before: object | null;
    after: object | null;
  },
): Promise<void> {
  await trx
    .insertInto('audit_log')
    .values({
      id: v7(),
      actor_user_id: actor.userId,
      actor_name: actor.userName,
      actor_organisation_id: actor.organisationId,
      actor_role: actor.role,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      before: entry.before && JSON.stringify(entry.before),
      after: entry.after && JSON.stringify(entry.after),
      ip: actor.ip,
      request_id: actor.requestId,
    })
    .execute();
}
