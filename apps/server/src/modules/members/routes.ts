import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { addAlias } from './add-alias.ts';
import { addResource } from './add-resource.ts';
import { answerReviewer, askApplicant } from './ask-applicant.ts';
import { applyForMembership, type CreateOwner } from './apply-for-membership.ts';
import { addAffiliate, removeAffiliate } from './change-affiliates.ts';
import { changeStanding } from './change-standing.ts';
import { getCharter, listCharterVersions, listSignatories } from './charter.ts';
import { applicationsSheet, membersSheet, resourcesSheet, tooLarge } from './export-lists.ts';
import { getApplication } from './get-application.ts';
import { getHistory } from './get-history.ts';
import { getMember, getMyOrganisation } from './get-member.ts';
import { getTotals } from './get-totals.ts';
import { listApplications } from './list-applications.ts';
import { listResources } from './list-resources.ts';
import type { MemberSearch } from './member-search.ts';
import { publishCharter } from './publish-charter.ts';
import { recordSignatory } from './record-signatory.ts';
import { removeSignatory } from './remove-signatory.ts';
import { removeAlias } from './remove-alias.ts';
import { removeResource } from './remove-resource.ts';
import { reviewApplication } from './review-application.ts';
import { uploadEvidence, uploadLogo } from './take-files.ts';
import { updateOrganisation } from './update-organisation.ts';
import { updateResource } from './update-resource.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountMembers(
  mount: Mount,
  ground: Ground,
  createOwner: CreateOwner,
  search: MemberSearch,
): void {
  mount(contract.listMembers, ({ trx, query }) => search.page(trx, query));
  mount(contract.exportMembersCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'members.csv', membersSheet(trx, actor, query), tooLarge),
  );
  mount(contract.exportMembersXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'members.xlsx', membersSheet(trx, actor, query), tooLarge),
  );
  mount(contract.getMember, ({ trx, actor, params, reply }) => {
    // The page differs by who reads it.
    reply.header('vary', 'cookie, authorization');
    return getMember(trx, actor, params.id);
  });
  mount(contract.getMyOrganisation, ({ trx, actor }) => getMyOrganisation(trx, actor));
  mount(contract.updateOrganisation, ({ trx, actor, params, body, expectedVersion }) =>
    updateOrganisation(trx, actor, { id: params.id, expectedVersion, change: body }, ground),
  );
  mount(contract.uploadLogo, ({ trx, actor, params, upload }) =>
    uploadLogo(trx, actor, { organisationId: params.id, upload }, ground),
  );
  mount(contract.getAllianceTotals, ({ trx }) => getTotals(trx));
  mount(contract.addAffiliate, ({ trx, actor, params }) =>
    addAffiliate(trx, actor, { associationId: params.id, memberId: params.memberId }).then(() => undefined),
  );
  mount(contract.removeAffiliate, ({ trx, actor, params }) =>
    removeAffiliate(trx, actor, { associationId: params.id, memberId: params.memberId }).then(
      () => undefined,
    ),
  );

  mount(contract.uploadEvidence, ({ trx, actor, upload }) => uploadEvidence(trx, actor, upload, ground));
  mount(contract.applyForMembership, ({ trx, actor, body }) =>
    applyForMembership(trx, actor, body, { ...ground, createOwner }),
  );
  mount(contract.listApplications, ({ trx, actor, query, extent }) =>
    listApplications(trx, actor, query, extent),
  );
  mount(contract.exportApplicationsCsv, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'applications.csv', applicationsSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.exportApplicationsXlsx, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'applications.xlsx', applicationsSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.getApplication, ({ trx, actor, params, extent }) =>
    getApplication(trx, actor, params.id, extent),
  );
  mount(contract.reviewApplication, ({ trx, actor, params, body }) =>
    reviewApplication(trx, actor, { applicationId: params.id, ...body }, ground),
  );
  mount(contract.askApplicant, ({ trx, actor, params, body }) =>
    askApplicant(trx, actor, { applicationId: params.id, ...body }, ground),
  );
  mount(contract.answerReviewer, ({ trx, actor, params, body }) =>
    answerReviewer(trx, actor, { applicationId: params.id, questionId: params.questionId, ...body }, ground),
  );
  mount(contract.suspendMember, ({ trx, actor, params, body }) =>
    changeStanding(trx, actor, { organisationId: params.id, move: 'suspend', ...body }, ground),
  );
  mount(contract.reinstateMember, ({ trx, actor, params, body }) =>
    changeStanding(trx, actor, { organisationId: params.id, move: 'reinstate', ...body }, ground),
  );
  mount(contract.leaveAlliance, ({ trx, actor, params, body }) =>
    changeStanding(trx, actor, { organisationId: params.id, move: 'leave', ...body }, ground),
  );
  mount(contract.getOrganisationHistory, ({ trx, actor, params, query }) =>
    getHistory(trx, actor, { ...params, ...query }),
  );

  mount(contract.addAlias, ({ trx, actor, params, body }) =>
    addAlias(trx, actor, { organisationId: params.id, alias: body }),
  );
  mount(contract.removeAlias, ({ trx, actor, params }) =>
    removeAlias(trx, actor, { organisationId: params.id, aliasId: params.aliasId }).then(() => undefined),
  );
  mount(contract.addResource, ({ trx, actor, params, body }) =>
    addResource(trx, actor, { organisationId: params.id, resource: body }),
  );
  mount(contract.updateResource, ({ trx, actor, params, body, expectedVersion }) =>
    updateResource(trx, actor, {
      organisationId: params.id,
      id: params.resourceId,
      expectedVersion,
      change: body,
    }),
  );
  mount(contract.removeResource, ({ trx, actor, params }) =>
    removeResource(trx, actor, { organisationId: params.id, id: params.resourceId }).then(() => undefined),
  );
  mount(contract.listResources, ({ trx, actor, query }) => listResources(trx, actor, query));

  mount(contract.exportResourcesCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'resources.csv', resourcesSheet(trx, actor, query), tooLarge),
  );
  mount(contract.exportResourcesXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'resources.xlsx', resourcesSheet(trx, actor, query), tooLarge),
  );

  mount(contract.getCharter, ({ trx, query }) => getCharter(trx, query.number));
  mount(contract.listCharterVersions, ({ trx, query }) => listCharterVersions(trx, query));
  mount(contract.publishCharter, ({ trx, actor, body }) => publishCharter(trx, actor, body));
  mount(contract.listSignatories, ({ trx, query }) => listSignatories(trx, query));
  mount(contract.recordSignatory, ({ trx, actor, body }) => recordSignatory(trx, actor, body));
  mount(contract.removeSignatory, ({ trx, actor, params }) =>
    removeSignatory(trx, actor, params.id).then(() => undefined),
  );
}
