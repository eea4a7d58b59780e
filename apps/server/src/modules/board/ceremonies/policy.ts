import type { Role } from '../../../platform/actor.ts';
import type { Policy } from '../../../platform/policy.ts';

/** Whoever can be a party of a contract; the secretariat reads no contract, so it enters none. */
const traders: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];

export const ceremoniesPolicy: Policy = {
  // Drafts are the secretariat's alone (ceremony.sql.ts).
  'ceremonies.listCeremonies': { all: 'everyone' },
  'ceremonies.getCeremony': { all: 'everyone' },
  'ceremonies.streamCeremony': { all: 'everyone' },
  'ceremonies.createCeremony': { all: ['secretariat'] },
  'ceremonies.updateCeremony': { all: ['secretariat'] },
  'ceremonies.moveCeremony': { all: ['secretariat'] },
  'ceremonies.callNext': { all: ['secretariat'] },
  'ceremonies.placeSlot': { all: ['secretariat'] },
  'ceremonies.listOwnSlots': { own: traders },
  'ceremonies.askForSlot': { own: traders, ownersOnly: true },
  'ceremonies.agreeToSlot': { own: traders, ownersOnly: true },
  'ceremonies.declineSlot': { own: traders, ownersOnly: true },
  'ceremonies.withdrawSlot': { own: traders, ownersOnly: true },
  'ceremonies.showName': { own: traders, ownersOnly: true },
};
