import type { Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
/** Who makes deals: a deal is its two sides' own. */
const traders: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];

export const dealsPolicy: Policy = {
  'deals.openDeal': { own: traders },
  // The secretariat reads stages, amounts and evidence; never what both sides write to each other.
  'deals.listDeals': { all: secretariat, own: traders },
  'deals.exportDealsCsv': { all: secretariat, own: traders },
  'deals.exportDealsXlsx': { all: secretariat, own: traders },
  'deals.getDeal': { all: secretariat, own: traders },
  'deals.changeDealOwner': { own: traders },
  'deals.makeOffer': { own: traders },
  'deals.acceptOffer': { own: traders },
  'deals.declineOffer': { own: traders },
  'deals.withdrawOffer': { own: traders },
  'deals.markEffective': { own: traders },
  'deals.markShipped': { own: traders },
  'deals.recordPayment': { own: traders },
  'deals.closeDeal': { own: traders },
  'deals.endDeal': { own: traders },
  'deals.listDealMessages': { own: traders },
  'deals.writeDealMessage': { own: traders },
  'deals.readDealMessages': { own: traders },
  'deals.uploadDealFile': { own: traders },
  'deals.openDealFile': { own: traders },
  'deals.streamDeal': { own: traders },
};
