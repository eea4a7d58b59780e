import type { OwnOrganisation, ResponseOf, uploadEvidence as evidenceEndpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { imageTypes } from '../../platform/files/files.ts';
import type { Intakes, Upload } from '../../platform/http/upload.ts';
import type { Ground } from '../../platform/module.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { readOwn } from './get-member.ts';
import { changeOrganisation, lockOrganisation } from './organisation.sql.ts';
import { membersPolicy } from './policy.ts';

/** How what is sent is taken in. */
export const membersIntakes: Intakes = {
  'members.uploadEvidence': { purpose: 'evidence', accept: ['application/pdf', ...imageTypes] },
  'members.uploadLogo': { purpose: 'logo', accept: imageTypes },
};

/** Takes in a document for an application; it belongs to nobody until the application names it. */
export async function uploadEvidence(
  trx: Db,
  actor: Actor,
  upload: Upload,
  ground: Pick<Ground, 'files'>,
): Promise<ResponseOf<typeof evidenceEndpoint>> {
  const file = await ground.files.name(trx, actor, upload.kept, { organisationId: null, public: false });
  return { id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes };
}

/** Sets an organisation's logo. @throws Problem platform.notFound, files.wrongType, files.tooLarge */
export async function uploadLogo(
  trx: Db,
  actor: Actor,
  input: { organisationId: string; upload: Upload },
  ground: Pick<Ground, 'files'>,
): Promise<OwnOrganisation> {
  const { organisationId, upload } = input;
  authoriseFor(membersPolicy, actor, 'members.uploadLogo', organisationId);
  const organisation = await lockOrganisation(trx, organisationId);
  const file = await ground.files.name(trx, actor, upload.kept, { organisationId, public: true });
  await changeOrganisation(trx, organisationId, {
    logo_file_id: file.id,
    version: organisation.version + 1,
  });
  await recordAudit(trx, actor, {
    action: 'members.uploadLogo',
    subjectKind: 'organisation',
    subjectId: organisationId,
    before: { logoFileId: organisation.logo_file_id },
    after: { logoFileId: file.id },
  });
  return readOwn(trx, actor, organisationId);
}
