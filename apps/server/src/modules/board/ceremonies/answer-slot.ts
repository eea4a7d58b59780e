import type {
  agreeToSlot as agreeEndpoint,
  BodyOf,
  OwnSlot,
  showName as nameEndpoint,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { presentOwn } from './present.ts';
import { ceremoniesProblems } from './problems.ts';
import { lastPlace, ownSlotToChange, saveSlot, type OwnedSlot } from './slot.sql.ts';
import { waits } from './standing.ts';
import type { SlotRow } from './tables.ts';

const shown = (side: OwnedSlot['side'], show: boolean) =>
  side === 'seller' ? { seller_shown: show } : { buyer_shown: show };

/** Puts what the other party asked for into the queue, behind all that wait. The ceremony is locked. */
export const agree = (
  trx: Db,
  actor: Actor,
  { slot, side, showName }: { slot: SlotRow; side: OwnedSlot['side']; showName: boolean },
): Promise<SlotRow> =>
  saveSlot(trx, actor, slot, 'ceremonies.agreeToSlot', {
    state: 'queued',
    position: lastPlace(slot.ceremony_id) as unknown as number,
    ...shown(side, showName),
  });

/** Agrees with the other party. Again is no harm. @throws Problem platform.notFound, ceremonies.notAsked */
export async function agreeToSlot(
  trx: Db,
  actor: Actor,
  { id, showName }: BodyOf<typeof agreeEndpoint> & { id: string },
): Promise<OwnSlot> {
  const { slot, side } = await ownSlotToChange(trx, actor, id);
  const asked = slot.asked_by !== side;
  if (asked && (slot.state === 'queued' || slot.state === 'called'))
    return (await presentOwn(trx, actor, [slot]))[0]!;
  if (!asked || slot.state !== 'asked') throw new Problem(ceremoniesProblems.notAsked);
  return (await presentOwn(trx, actor, [await agree(trx, actor, { slot, side, showName })]))[0]!;
}

/** @throws Problem platform.notFound, ceremonies.notAsked */
export async function declineSlot(trx: Db, actor: Actor, id: string): Promise<OwnSlot> {
  const { slot, side } = await ownSlotToChange(trx, actor, id);
  if (slot.asked_by === side || slot.state !== 'asked') throw new Problem(ceremoniesProblems.notAsked);
  const saved = await saveSlot(trx, actor, slot, 'ceremonies.declineSlot', { state: 'declined' });
  return (await presentOwn(trx, actor, [saved]))[0]!;
}

/**
 * Takes a contract out of the queue, or back what was asked.
 * @throws Problem platform.notFound, ceremonies.alreadyCalled, ceremonies.notWaiting
 */
export async function withdrawSlot(trx: Db, actor: Actor, id: string): Promise<OwnSlot> {
  const { slot } = await ownSlotToChange(trx, actor, id);
  if (slot.state === 'called') throw new Problem(ceremoniesProblems.alreadyCalled);
  if (!waits(slot.state)) throw new Problem(ceremoniesProblems.notWaiting);
  const saved = await saveSlot(trx, actor, slot, 'ceremonies.withdrawSlot', { state: 'withdrawn' });
  return (await presentOwn(trx, actor, [saved]))[0]!;
}

/** Whether the screen may name us: ours to say at any time, afterwards too. @throws Problem platform.notFound */
export async function showName(
  trx: Db,
  actor: Actor,
  { id, show }: BodyOf<typeof nameEndpoint> & { id: string },
): Promise<OwnSlot> {
  const { slot, side } = await ownSlotToChange(trx, actor, id);
  const saved = await saveSlot(trx, actor, slot, 'ceremonies.showName', shown(side, show));
  return (await presentOwn(trx, actor, [saved]))[0]!;
}
