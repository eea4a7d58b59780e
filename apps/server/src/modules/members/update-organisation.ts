import type { BodyOf, OwnOrganisation, updateOrganisation as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/module.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { membersEvents, type OrganisationChanged } from './events.ts';
import { readOwn } from './get-member.ts';
import { changeOrganisation, lockOrganisation, refuseStale } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';
import { changedProfileColumns } from './profile-columns.ts';
import { reindexOrganisation } from './reindex-organisation.ts';

/**
 * Edits a profile: only what is named changes; kind and credit code are decided at admission.
 * @throws Problem platform.notFound, platform.staleVersion, members.countryUnknown, members.placeUnknown
 */
export async function updateOrganisation(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
  ground: Pick<Ground, 'events'>,
): Promise<OwnOrganisation> {
  authoriseFor(membersPolicy, actor, 'members.updateOrganisation', input.id);
  const row = await lockOrganisation(trx, input.id);
  refuseStale(row, input.expectedVersion);
  const before = await readOwn(trx, actor, input.id);
  const { country = row.country, place = { code: row.place_code, city: row.city } } = input.change;
  await changeOrganisation(trx, row.id, {
    ...changedProfileColumns({ ...input.change, country, place }),
    version: row.version + 1,
  });
  await reindexOrganisation(trx, row.id);
  const after = await readOwn(trx, actor, input.id);
  await recordAudit(trx, actor, {
    action: 'members.updateOrganisation',
    subjectKind: 'organisation',
    subjectId: row.id,
    ...changed(before, after),
  });
  await ground.events.publish<OrganisationChanged>(trx, membersEvents.changed, { organisationId: row.id });
  return after;
}

/** Only what differs, so that the audit log reads as a diff. */
function changed(before: OwnOrganisation, after: OwnOrganisation): { before: object; after: object } {
  const keys = (Object.keys(after) as (keyof OwnOrganisation)[]).filter(
    (key) => key !== 'updatedAt' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: OwnOrganisation) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
