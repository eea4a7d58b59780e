import { mostSlots, type askForSlot as endpoint, type BodyOf, type OwnSlot } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { signingOf } from '../../deals/index.ts';
import { agree } from './answer-slot.ts';
import { lockCeremony } from './ceremony.sql.ts';
import { presentOwn } from './present.ts';
import { ceremoniesProblems } from './problems.ts';
import { audited, settle, sideIn, slotsOf } from './slot.sql.ts';
import { waits } from './standing.ts';
import { ceremonies, type CeremonyRow, type SlotRow } from './tables.ts';
import { tellParty, type CeremoniesGround } from './tell-parties.ts';

/**
 * Asks for a contract to be signed at a ceremony, and tells the other party. Where that has asked already this is agreeing, and
 * where we have there is nothing to do.
 * @throws Problem platform.notFound, ceremonies.closed, ceremonies.notToSign, ceremonies.elsewhere, ceremonies.declined, ceremonies.full
 */
export async function askForSlot(
  trx: Db,
  actor: Actor,
  { id, ceremonyId, showName }: BodyOf<typeof endpoint> & { id: string },
  ground: CeremoniesGround,
): Promise<OwnSlot> {
  const signing = (await signingOf(trx, [id])).get(id);
  const { sellerId = '', buyerId = '' } = signing ?? {};
  const side = sideIn({ seller_id: sellerId, buyer_id: buyerId }, actor.organisationId);
  if (!signing || side === null) throw new Problem(problems.notFound);
  const ceremony = await lockCeremony(trx, actor, ceremonyId);
  if (ceremony.state === 'closed') throw new Problem(ceremoniesProblems.closed);
  const { documentSha256, number } = signing;
  if (signing.state !== 'issued' || signing.ended || documentSha256 === null)
    throw new Problem(ceremoniesProblems.notToSign, { number });

  const known = await settle(trx, await slotsOfContract(trx, id));
  const here = known.find((slot) => slot.ceremony_id === ceremonyId);
  if (here && waits(here.state)) {
    const slot =
      here.state === 'asked' && here.asked_by !== side
        ? await agree(trx, actor, { slot: here, side, showName })
        : here;
    return (await presentOwn(trx, actor, [slot]))[0]!;
  }
  // Whoever was refused asks no more; whoever refused may think better of it.
  if (here?.state === 'declined' && here.asked_by === side) throw new Problem(ceremoniesProblems.declined);
  if (here) await ceremonies(trx).deleteFrom('ceremony_slot').where('id', '=', here.id).execute();
  else if ((await slotsOf(trx, ceremonyId)).length >= mostSlots)
    throw new Problem(ceremoniesProblems.full, { most: mostSlots });
  const slot = await ceremonies(trx)
    .insertInto('ceremony_slot')
    .values({
      id: v7(),
      ceremony_id: ceremonyId,
      contract_id: id,
      deal_id: signing.dealId,
      seller_id: sellerId,
      buyer_id: buyerId,
      document_sha256: documentSha256,
      asked_by: side,
      state: 'asked',
      position: null,
      seller_shown: side === 'seller' && showName,
      buyer_shown: side === 'buyer' && showName,
      asked_at: new Date(),
      called_at: null,
      signed_at: null,
    })
    // Of two who ask for it at two ceremonies at once, the second finds the first here.
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!slot) throw new Problem(ceremoniesProblems.elsewhere, { number });
  await recordAudit(trx, actor, {
    action: 'ceremonies.askForSlot',
    subjectKind: 'ceremonySlot',
    subjectId: slot.id,
    before: here ? audited(here) : null,
    after: audited(slot),
  });
  await tellOther(trx, slot, ceremony, number, ground);
  return (await presentOwn(trx, actor, [slot]))[0]!;
}

const slotsOfContract = (trx: Db, contractId: string): Promise<SlotRow[]> =>
  ceremonies(trx).selectFrom('ceremony_slot').selectAll().where('contract_id', '=', contractId).execute();

const tellOther = (
  trx: Db,
  slot: SlotRow,
  ceremony: CeremonyRow,
  number: string,
  ground: CeremoniesGround,
): Promise<void> =>
  tellParty(
    trx,
    slot.asked_by === 'seller' ? slot.buyer_id : slot.seller_id,
    { template: 'ceremonies.asked', slot, ceremony, number },
    ground,
  );
