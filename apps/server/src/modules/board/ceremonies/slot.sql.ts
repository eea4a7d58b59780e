import { sql, type Updateable } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { signingOf, type Signing } from '../../deals/index.ts';
import { lockCeremony } from './ceremony.sql.ts';
import { standingOf, waitingStates } from './standing.ts';
import { ceremonies, type CeremonyRow, type SlotRow } from './tables.ts';

type Side = 'seller' | 'buyer';

/** A slot, its ceremony, and which side of the contract the actor is. */
export interface OwnedSlot {
  slot: SlotRow;
  ceremony: CeremonyRow;
  side: Side;
}

export const sideIn = (
  { seller_id, buyer_id }: Pick<SlotRow, 'seller_id' | 'buyer_id'>,
  organisationId: string | null,
): Side | null =>
  organisationId === null
    ? null
    : seller_id === organisationId
      ? 'seller'
      : buyer_id === organisationId
        ? 'buyer'
        : null;

export const slotById = (trx: Db, id: string): Promise<SlotRow | undefined> =>
  ceremonies(trx).selectFrom('ceremony_slot').selectAll().where('id', '=', id).executeTakeFirst();

/** All of a ceremony, in the order of its queue. */
export const slotsOf = (trx: Db, ceremonyId: string): Promise<SlotRow[]> =>
  ceremonies(trx)
    .selectFrom('ceremony_slot')
    .selectAll()
    .where('ceremony_id', '=', ceremonyId)
    .orderBy('position')
    .orderBy('id')
    .execute();

/** A slot of the actor's own organisation, in a ceremony locked. @throws Problem platform.notFound */
export async function ownSlotToChange(trx: Db, actor: Actor, id: string): Promise<OwnedSlot> {
  const found = await slotById(trx, id);
  const side = found ? sideIn(found, actor.organisationId) : null;
  if (!found || side === null) throw new Problem(problems.notFound);
  return { ...(await slotToChange(trx, actor, found)), side };
}

/** A slot with its ceremony locked, as it stands now. */
export async function slotToChange(
  trx: Db,
  actor: Actor,
  found: SlotRow,
): Promise<{ slot: SlotRow; ceremony: CeremonyRow }> {
  const ceremony = await lockCeremony(trx, actor, found.ceremony_id);
  // While we waited for the lock it may have become another, or have been asked for anew.
  const slot = await slotById(trx, found.id);
  if (!slot) throw new Problem(problems.notFound);
  const [now] = await settle(trx, [slot]);
  return { slot: now!, ceremony };
}

/** Writes down how slots stand by their contracts. @returns the same slots, as they stand */
export async function settle(
  trx: Db,
  slots: readonly SlotRow[],
  options: { hold: boolean } = { hold: false },
): Promise<SlotRow[]> {
  const contracts = await signingOf(
    trx,
    slots.map((slot) => slot.contract_id),
    options,
  );
  const settled: SlotRow[] = [];
  for (const slot of slots) settled.push(await settleOne(trx, slot, contracts.get(slot.contract_id)));
  return settled;
}

async function settleOne(trx: Db, slot: SlotRow, contract: Signing | undefined): Promise<SlotRow> {
  const state = standingOf(slot, contract);
  if (state === slot.state) return slot;
  const written = await ceremonies(trx)
    .updateTable('ceremony_slot')
    .set({ state, signed_at: state === 'signed' ? contract!.sealedAt : null })
    .where('id', '=', slot.id)
    .where('state', 'in', waitingStates)
    .returningAll()
    .executeTakeFirst();
  return written ?? (await slotById(trx, slot.id)) ?? slot;
}

/** Changes a slot and says so in the audit log. */
export async function saveSlot(
  trx: Db,
  actor: Actor,
  slot: SlotRow,
  action: string,
  change: Updateable<Omit<SlotRow, 'id' | 'ceremony_id'>>,
): Promise<SlotRow> {
  const saved = await ceremonies(trx)
    .updateTable('ceremony_slot')
    .set(change as never)
    .where('id', '=', slot.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'ceremonySlot',
    subjectId: slot.id,
    before: audited(slot),
    after: audited(saved),
  });
  return saved;
}

/** What the audit log keeps of a slot. */
export const audited = (slot: SlotRow) => ({
  ceremonyId: slot.ceremony_id,
  contractId: slot.contract_id,
  state: slot.state,
  position: slot.position,
  sellerShown: slot.seller_shown,
  buyerShown: slot.buyer_shown,
});

/** A place behind all that wait at a ceremony. */
export const lastPlace = (ceremonyId: string) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from ceremony_slot where ceremony_id = ${ceremonyId})`;
