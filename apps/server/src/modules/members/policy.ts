import { roles, type Actor, type Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
const signedIn = roles.filter((role) => role !== 'visitor');
/** Observers read totals and the charter, nothing that speaks of one member. */
const notObservers = roles.filter((role) => role !== 'observer');

export const membersPolicy: Policy = {
  'members.listMembers': { all: notObservers },
  'members.exportMembersCsv': { all: notObservers },
  'members.exportMembersXlsx': { all: notObservers },
  'members.getMember': { all: notObservers },
  'members.listResources': { all: notObservers },
  'members.exportResourcesCsv': { all: notObservers },
  'members.exportResourcesXlsx': { all: notObservers },
  'members.getAllianceTotals': { all: 'everyone' },
  'members.getCharter': { all: 'everyone' },
  'members.listCharterVersions': { all: 'everyone' },
  'members.listSignatories': { all: notObservers },
  'members.publishCharter': { all: secretariat },
  'members.recordSignatory': { all: secretariat },
  'members.removeSignatory': { all: secretariat },

  'members.uploadEvidence': { all: signedIn },
  'members.applyForMembership': { all: signedIn },
  'members.listApplications': { all: secretariat, own: signedIn },
  'members.exportApplicationsCsv': { all: secretariat, own: signedIn },
  'members.exportApplicationsXlsx': { all: secretariat, own: signedIn },
  'members.getApplication': { all: secretariat, own: signedIn },
  'members.reviewApplication': { all: secretariat },
  'members.askApplicant': { all: secretariat },
  'members.answerReviewer': { own: signedIn },
  'members.suspendMember': { all: secretariat },
  'members.reinstateMember': { all: secretariat },
  'members.leaveAlliance': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.getOrganisationHistory': { all: secretariat, own: signedIn },

  'members.getMyOrganisation': { own: signedIn },
  'members.updateOrganisation': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.uploadLogo': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.addAlias': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.removeAlias': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.addResource': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.updateResource': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.removeResource': { all: secretariat, own: signedIn, ownersOnly: true },
  'members.addAffiliate': { all: secretariat, own: ['association'], ownersOnly: true },
  'members.removeAffiliate': { all: secretariat, own: signedIn, ownersOnly: true },
};

const contactReaders: readonly Role[] = [
  'secretariat',
  'council',
  'post',
  'association',
  'enterprise',
  'merchant',
  'provider',
  'government',
];

/** Contacts are for admitted members (observers aside) and for the organisation's own people. */
export const mayReadContact = (actor: Actor, organisationId: string): boolean =>
  contactReaders.includes(actor.role) || actor.organisationId === organisationId;
