import type { Role } from '../../../platform/actor.ts';
import type { Policy } from '../../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
const keepers: readonly Role[] = ['association'];
/** Who can be visited: a visit is its host's own, beside the tour's keeper. */
const hosts: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];
/** Who can be a tour's guests and read its letter and programme, beside its keeper. */
const guests: readonly Role[] = [...hosts, 'observer'];

export const toursPolicy: Policy = {
  'tours.listTours': { all: secretariat, own: keepers },
  'tours.createTour': { own: ['secretariat', 'association'] },
  'tours.getTour': { all: secretariat, own: keepers },
  'tours.updateTour': { all: secretariat, own: keepers },
  'tours.moveTour': { all: secretariat, own: keepers },
  'tours.assignInterpreter': { all: secretariat, own: keepers },
  'tours.addStop': { all: secretariat, own: keepers },
  'tours.updateStop': { all: secretariat, own: keepers },
  'tours.removeStop': { all: secretariat, own: keepers },
  'tours.proposeTour': { all: secretariat, own: keepers },
  'tours.placeVisit': { all: secretariat, own: keepers },
  'tours.askHosts': { all: secretariat, own: keepers },
  'tours.openInvitation': { all: secretariat, own: guests },
  'tours.openProgramme': { all: secretariat, own: guests },
  'tours.listGuestTours': { own: guests },
  'tours.listVisits': { own: hosts },
  'tours.answerVisit': { own: hosts },
  'tours.recordOutcome': { all: secretariat, own: hosts },
  'tours.linkDeal': { all: secretariat, own: hosts },
  'tours.listTravelTimes': { all: [...secretariat, ...keepers] },
  'tours.listVisaNotes': { all: [...secretariat, ...keepers] },
  'tours.getVisaNote': { all: [...secretariat, ...keepers] },
  'tours.keepVisaNote': { all: secretariat },
  'tours.reviewVisaNote': { all: secretariat },
};
