import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import type { Ground } from '../../../platform/module.ts';
import { agreeToSlot, declineSlot, showName, withdrawSlot } from './answer-slot.ts';
import { askForSlot } from './ask-for-slot.ts';
import { getCeremony, streamCeremony } from './get-ceremony.ts';
import { createCeremony, moveCeremony, updateCeremony } from './keep-ceremony.ts';
import { callNext, placeSlot } from './lead-queue.ts';
import { listCeremonies } from './list-ceremonies.ts';
import { listOwnSlots } from './list-own-slots.ts';

/** Mounts the endpoints of ceremonies: one line a handler. */
export function mountCeremonies(mount: Mount, ground: Pick<Ground, 'live' | 'mail' | 'config'>): void {
  const { live } = ground;
  mount(contract.listCeremonies, ({ trx, actor, query }) => listCeremonies(trx, actor, query));
  mount(contract.getCeremony, ({ trx, actor, params }) => getCeremony(trx, actor, params.id));
  mount(contract.streamCeremony, ({ trx, actor, params, request, reply }) =>
    streamCeremony(trx, actor, params.id, { live, request, reply }),
  );
  mount(contract.createCeremony, ({ trx, actor, body }) => createCeremony(trx, actor, body));
  mount(contract.updateCeremony, ({ trx, actor, params, body, expectedVersion }) =>
    updateCeremony(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.moveCeremony, ({ trx, actor, params, body, expectedVersion }) =>
    moveCeremony(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.callNext, ({ trx, actor, params }) => callNext(trx, actor, params.id, ground));
  mount(contract.placeSlot, ({ trx, actor, params, body }) => placeSlot(trx, actor, { ...params, ...body }));
  mount(contract.listOwnSlots, ({ trx, actor, query }) => listOwnSlots(trx, actor, query));
  mount(contract.askForSlot, ({ trx, actor, params, body }) =>
    askForSlot(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.agreeToSlot, ({ trx, actor, params, body }) =>
    agreeToSlot(trx, actor, { ...params, ...body }),
  );
  mount(contract.declineSlot, ({ trx, actor, params }) => declineSlot(trx, actor, params.id));
  mount(contract.withdrawSlot, ({ trx, actor, params }) => withdrawSlot(trx, actor, params.id));
  mount(contract.showName, ({ trx, actor, params, body }) => showName(trx, actor, { ...params, ...body }));
}
