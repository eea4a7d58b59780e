import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import { createHub } from './create-hub.ts';
import { createService } from './create-service.ts';
import { getNetwork, presentEmissionFactors } from './get-network.ts';
import { listDepartures } from './list-departures.ts';
import { getHub, listHubs } from './list-hubs.ts';
import { getService, listServices } from './list-services.ts';
import { exportServices } from './sheet/export-services.ts';
import { importServices } from './sheet/import-services.ts';
import { checkCustomsMode, presentCustomsModes } from './rules/check-customs-mode.ts';
import { quoteParcel } from './rules/quote-parcel.ts';
import { createShipment } from './shipments/create-shipment.ts';
import { getShipment, listShipments } from './shipments/list-shipments.ts';
import { recordShipmentEvent } from './shipments/record-event.ts';
import type { HasPlan } from './shipments/warnings.ts';
import { updateShipment } from './shipments/update-shipment.ts';
import { updateHub } from './update-hub.ts';
import { updateService } from './update-service.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountFreight(mount: Mount, wiring: { hasPlan: HasPlan }): void {
  mount(contract.listHubs, ({ trx, query }) => listHubs(trx, query));
  mount(contract.getHub, ({ trx, params }) => getHub(trx, params.id));
  mount(contract.createHub, ({ trx, actor, body }) => createHub(trx, actor, body));
  mount(contract.updateHub, ({ trx, actor, params, body, expectedVersion }) =>
    updateHub(trx, actor, { id: params.id, expectedVersion, change: body }),
  );
  mount(contract.listDepartures, ({ trx, params, query }) =>
    listDepartures(trx, { ...params, ...query }, new Date()),
  );
  mount(contract.listServices, ({ trx, query }) => listServices(trx, query));
  mount(contract.exportServices, async ({ trx, reply }) => {
    reply.header('content-disposition', 'attachment; filename="services.csv"');
    return exportServices(trx);
  });
  mount(contract.importServices, ({ trx, actor, query, upload }) =>
    importServices(trx, actor, { upload, dryRun: query.dryRun }),
  );
  mount(contract.getService, ({ trx, params }) => getService(trx, params.id));
  mount(contract.createService, ({ trx, actor, body }) => createService(trx, actor, body));
  mount(contract.updateService, ({ trx, actor, params, body, expectedVersion }) =>
    updateService(trx, actor, { id: params.id, expectedVersion, change: body }),
  );
  mount(contract.getNetwork, ({ trx, query }) => getNetwork(trx, query));
  mount(contract.listEmissionFactors, async () => presentEmissionFactors());

  mount(contract.quoteParcel, async ({ actor, query }) => quoteParcel(query, actor.language));
  mount(contract.listCustomsModes, async ({ actor }) => presentCustomsModes(actor.language));
  mount(contract.checkCustomsMode, async ({ actor, params, query }) =>
    checkCustomsMode(params.mode, query, actor.language),
  );

  mount(contract.createShipment, ({ trx, actor, body }) => createShipment(trx, actor, body, wiring));
  mount(contract.listShipments, ({ trx, actor, query, extent }) => listShipments(trx, actor, query, extent));
  mount(contract.getShipment, ({ trx, actor, params, extent }) => getShipment(trx, actor, params.id, extent));
  mount(contract.updateShipment, ({ trx, actor, params, body, expectedVersion }) =>
    updateShipment(trx, actor, { id: params.id, expectedVersion, change: body }, wiring),
  );
  mount(contract.recordShipmentEvent, ({ trx, actor, params, body }) =>
    recordShipmentEvent(trx, actor, { ...params, event: body, now: new Date() }),
  );
}
