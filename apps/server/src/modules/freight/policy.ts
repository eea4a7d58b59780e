import { roles, type Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
/** Organisations whose goods go abroad, or who move them. */
const shippers: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post'];
const signedIn = roles.filter((role) => role !== 'visitor');

export const freightPolicy: Policy = {
  'freight.listHubs': { all: 'everyone' },
  'freight.getHub': { all: 'everyone' },
  'freight.listDepartures': { all: 'everyone' },
  'freight.createHub': { all: secretariat },
  'freight.updateHub': { all: secretariat },
  'freight.listServices': { all: 'everyone' },
  'freight.getService': { all: 'everyone' },
  'freight.createService': { all: secretariat },
  'freight.updateService': { all: secretariat },
  'freight.importServices': { all: secretariat },
  'freight.exportServices': { all: 'everyone' },
  'freight.getNetwork': { all: 'everyone' },
  'freight.listEmissionFactors': { all: 'everyone' },
  'freight.quoteParcel': { all: 'everyone' },
  'freight.listCustomsModes': { all: 'everyone' },
  'freight.checkCustomsMode': { all: 'everyone' },
  // A shipment is for its consignor, consignee and carrier; the secretariat sees all of them.
  'freight.createShipment': { own: shippers },
  'freight.listShipments': { all: secretariat, own: signedIn },
  'freight.getShipment': { all: secretariat, own: signedIn },
  'freight.updateShipment': { all: secretariat, own: shippers },
  'freight.recordShipmentEvent': { all: secretariat, own: shippers },
};
