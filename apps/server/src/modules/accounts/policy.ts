import { roles } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const signedIn = roles.filter((role) => role !== 'visitor');

export const accountsPolicy: Policy = {
  'accounts.getMe': { all: 'everyone' },
  'accounts.listApiKeys': { own: signedIn },
  'accounts.createApiKey': { own: signedIn },
  'accounts.revokeApiKey': { own: signedIn },
  // Without a mail server mails lie open to whoever develops; list-mails.ts asks for the secretariat elsewhere.
  'accounts.listMails': { all: ['secretariat'], own: 'everyone' },
};
