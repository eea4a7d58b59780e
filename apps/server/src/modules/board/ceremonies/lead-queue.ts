import type { BodyOf, Ceremony, placeSlot as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { signingOf } from '../../deals/index.ts';
import { lockCeremony } from './ceremony.sql.ts';
import { presentCeremony } from './present.ts';
import { ceremoniesProblems } from './problems.ts';
import { lastPlace, saveSlot, settle, slotById, slotsOf, slotToChange } from './slot.sql.ts';
import { tellParty, type CeremoniesGround } from './tell-parties.ts';

/**
 * Calls the first of the queue and tells both parties. Whoever was called before has to be signed, put back or gone.
 * @throws Problem platform.notFound, ceremonies.notOpen, ceremonies.alreadyCalled, ceremonies.nobodyWaits
 */
export async function callNext(
  trx: Db,
  actor: Actor,
  id: string,
  ground: CeremoniesGround,
): Promise<Ceremony> {
  const ceremony = await lockCeremony(trx, actor, id);
  if (ceremony.state !== 'open') throw new Problem(ceremoniesProblems.notOpen);
  const slots = await settle(trx, await slotsOf(trx, id));
  if (slots.some((slot) => slot.state === 'called')) throw new Problem(ceremoniesProblems.oneIsCalled);
  const first = slots.find((slot) => slot.state === 'queued');
  if (!first) throw new Problem(ceremoniesProblems.nobodyWaits);
  const slot = await saveSlot(trx, actor, first, 'ceremonies.callNext', {
    state: 'called',
    called_at: new Date(),
  });
  const { number } = (await signingOf(trx, [slot.contract_id])).get(slot.contract_id)!;
  for (const party of [slot.seller_id, slot.buyer_id])
    await tellParty(trx, party, { template: 'ceremonies.called', slot, ceremony, number }, ground);
  return presentCeremony(trx, ceremony);
}

/**
 * Moves one that waits up or down by one; at an end it stays where it is. The called one goes back to the front or to the end.
 * @throws Problem platform.notFound, ceremonies.notInQueue
 */
export async function placeSlot(
  trx: Db,
  actor: Actor,
  { id, direction }: BodyOf<typeof endpoint> & { id: string },
): Promise<Ceremony> {
  const found = await slotById(trx, id);
  if (!found) throw new Problem(problems.notFound);
  const { slot, ceremony } = await slotToChange(trx, actor, found);
  const action = 'ceremonies.placeSlot';
  if (slot.state !== 'queued' && slot.state !== 'called') throw new Problem(ceremoniesProblems.notInQueue);
  const queue = (await settle(trx, await slotsOf(trx, ceremony.id))).filter(
    ({ state }) => state === 'queued',
  );
  if (slot.state === 'called') {
    const front = Math.min(slot.position!, ...queue.map(({ position }) => position! - 1));
    await saveSlot(trx, actor, slot, action, {
      state: 'queued',
      position: direction === 'up' ? front : (lastPlace(ceremony.id) as unknown as number),
    });
    return presentCeremony(trx, ceremony);
  }
  const at = queue.findIndex((one) => one.id === slot.id);
  const other = queue[direction === 'up' ? at - 1 : at + 1];
  if (other) {
    await saveSlot(trx, actor, slot, action, { position: other.position });
    await saveSlot(trx, actor, other, action, { position: slot.position });
  }
  return presentCeremony(trx, ceremony);
}
