import { roles } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const signedIn = roles.filter((role) => role !== 'visitor');

export const accountsPolicy: Policy = {
  'accounts.getMe': { all: 'everyone' },
  'accounts.listMyOrganisations': { own: signedIn },
  'accounts.chooseOrganisation': { own: signedIn },
  'accounts.listApiKeys': { own: signedIn },
  'accounts.createApiKey': { own: signedIn },
  'accounts.revokeApiKey': { own: signedIn },
  'accounts.listPeople': { own: signedIn },
  // Owners and administrators, and everybody for themselves: people.ts.
  'accounts.changePersonRole': { own: signedIn },
  'accounts.removePerson': { own: signedIn },
  // Whoever holds the link learns whether it is still good, no more: get-invitation.ts.
  'accounts.getInvitation': { all: 'everyone' },
  // Without a mail server mails lie open to whoever develops; list-mails.ts asks for the secretariat elsewhere.
  'accounts.listMails': { all: ['secretariat'], own: 'everyone' },
  'accounts.exportMailsCsv': { all: ['secretariat'], own: 'everyone' },
  'accounts.exportMailsXlsx': { all: ['secretariat'], own: 'everyone' },
};
