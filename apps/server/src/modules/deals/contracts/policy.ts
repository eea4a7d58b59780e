import type { Role } from '../../../platform/actor.ts';
import type { Policy } from '../../../platform/policy.ts';

/** As for deals: a contract is its two parties' own; the secretariat reads no contract. */
const traders: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];

export const contractsPolicy: Policy = {
  'contracts.draftContract': { own: traders },
  'contracts.listContracts': { own: traders },
  'contracts.getContract': { own: traders },
  'contracts.updateContract': { own: traders },
  'contracts.issueContract': { own: traders },
  'contracts.recallContract': { own: traders },
  'contracts.amendContract': { own: traders },
  'contracts.previewContract': { own: traders },
  // Only owners and administrators sign; an ordinary member is told so in sign-contract.ts.
  'contracts.prepareSigning': { own: traders },
  'contracts.signContract': { own: traders },
  // Whoever holds a document, or has its code before them.
  'contracts.verifyDocument': { all: 'everyone' },
  'contracts.verifyNumber': { all: 'everyone' },
};
