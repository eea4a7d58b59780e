import type { OrganisationState } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Ground } from '../../platform/module.ts';
import { insertMove, lastApplication } from './admission.sql.ts';
import { stateAfter, type Move } from './admission-states.ts';
import { membersEvents, type OrganisationMoved } from './events.ts';
import { changeOrganisation, lockOrganisation, type Organisation } from './organisation.sql.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import { membersProblems } from './problems.ts';

export type MoveGround = Pick<Ground, 'events' | 'mail' | 'config'>;

/**
 * Moves an organisation to another state: refused out of order, kept with reason, person and date,
 * audited, published, and mailed to the organisation's contact. Everything commits together.
 * @throws Problem platform.notFound, members.moveOutOfOrder
 */
export async function moveOrganisation(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; move: Exclude<Move, 'apply'>; reason: string },
  ground: MoveGround,
): Promise<void> {
  const row = await lockOrganisation(trx, input.organisationId);
  const to = stateAfter(row.state, input.move);
  if (!to) throw new Problem(membersProblems.moveOutOfOrder, { move: input.move, state: row.state });
  await changeOrganisation(trx, row.id, {
    state: to,
    version: row.version + 1,
    ...(input.move === 'admit' && { admitted_at: new Date() }),
  });
  await recordMove(trx, actor, row, { from: row.state, to, move: input.move, reason: input.reason }, ground);
}

/** What follows every move: its line of history, the audit, the event, the mail. */
export async function recordMove(
  trx: Db,
  actor: Actor,
  organisation: Pick<Organisation, 'id' | 'kind' | 'names' | 'contact'>,
  move: { from: OrganisationState | null; to: OrganisationState; move: Move; reason: string },
  ground: MoveGround,
): Promise<void> {
  const { id, kind } = organisation;
  await insertMove(trx, actor, { organisationId: id, ...move });
  await recordAudit(trx, actor, {
    action: `members.${move.move}`,
    subjectKind: 'organisation',
    subjectId: id,
    before: move.from && { state: move.from },
    after: { state: move.to, reason: move.reason },
  });
  await ground.events.publish<OrganisationMoved>(trx, membersEvents.moved, {
    organisationId: id,
    kind,
    from: move.from,
    to: move.to,
  });
  const language = (await lastApplication(trx, id))?.language ?? 'zh-CN';
  await ground.mail.send(trx, {
    to: organisation.contact.email,
    template: `members.${move.move}`,
    params: {
      name: textIn(organisation.names, language),
      person: organisation.contact.person,
      reason: move.reason,
      link: `${ground.config.publicUrl}/organisation`,
    },
    language,
  });
}
