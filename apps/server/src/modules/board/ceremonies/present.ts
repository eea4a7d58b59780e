import { createHash } from 'node:crypto';
import type { Ceremony, CeremonyBrief, OwnSlot, PublicSlot } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { State } from '../../../platform/live/live.ts';
import { signingOf } from '../../deals/index.ts';
import { namesOf } from '../../members/index.ts';
import { sideIn, slotsOf } from './slot.sql.ts';
import { standingOf } from './standing.ts';
import { ceremonies, type CeremonyRow, type SlotRow } from './tables.ts';

export const presentBrief = (row: CeremonyRow): CeremonyBrief => ({
  id: row.id,
  names: row.names,
  place: row.place,
  zone: row.zone,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  state: row.state,
  demo: row.demo,
});

const order: readonly PublicSlot['state'][] = ['called', 'queued', 'signed', 'withdrawn'];

/** A ceremony as everybody may see it: no contract, no amount, and no name but of who agreed to be named. */
export async function presentCeremony(db: Db, row: CeremonyRow): Promise<Ceremony> {
  const slots = await slotsOf(db, row.id);
  const signings = await signingOf(
    db,
    slots.map((slot) => slot.contract_id),
  );
  const names = await namesOf(db, slots.flatMap(namedIn));
  const shown = slots.flatMap((slot): PublicSlot[] => {
    const signing = signings.get(slot.contract_id);
    const state = standingOf(slot, signing);
    // What only one of them wanted was never in the queue.
    if (!signing || slot.position === null || state === 'asked' || state === 'declined') return [];
    return [
      {
        id: slot.id,
        state,
        kind: signing.kind,
        market: signing.market,
        names: state === 'withdrawn' ? [] : namedIn(slot).map((id) => names.get(id) ?? {}),
        calledAt: slot.called_at?.toISOString() ?? null,
        signedAt: state === 'signed' ? (slot.signed_at ?? signing.sealedAt)!.toISOString() : null,
      },
    ];
  });
  return {
    ...presentBrief(row),
    agenda: row.agenda,
    slots: shown.toSorted(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) ||
        (other.signedAt ?? '').localeCompare(one.signedAt ?? ''),
    ),
    version: row.version,
  };
}

/** The parties that agreed to be named. */
const namedIn = (slot: SlotRow): string[] => [
  ...(slot.seller_shown ? [slot.seller_id] : []),
  ...(slot.buyer_shown ? [slot.buyer_id] : []),
];

/** Slots as one of their parties sees them. */
export async function presentOwn(db: Db, actor: Actor, slots: readonly SlotRow[]): Promise<OwnSlot[]> {
  if (slots.length === 0) return [];
  const signings = await signingOf(
    db,
    slots.map((slot) => slot.contract_id),
  );
  const rows = await ceremonies(db)
    .selectFrom('ceremony')
    .selectAll()
    .where('id', 'in', [...new Set(slots.map((slot) => slot.ceremony_id))])
    .execute();
  const names = await namesOf(
    db,
    slots.flatMap((slot) => [slot.seller_id, slot.buyer_id]),
  );
  return slots.map((slot) => {
    const signing = signings.get(slot.contract_id);
    const ours = sideIn(slot, actor.organisationId) ?? 'seller';
    const sold = ours === 'seller';
    return {
      id: slot.id,
      ceremony: presentBrief(rows.find((row) => row.id === slot.ceremony_id)!),
      dealId: slot.deal_id,
      contractId: slot.contract_id,
      contractNumber: signing!.number,
      state: standingOf(slot, signing),
      other: names.get(sold ? slot.buyer_id : slot.seller_id) ?? {},
      askedByUs: slot.asked_by === ours,
      signedByUs: signing!.signedBy.includes(sold ? slot.seller_id : slot.buyer_id),
      ourNameShown: sold ? slot.seller_shown : slot.buyer_shown,
      theirNameShown: sold ? slot.buyer_shown : slot.seller_shown,
    };
  });
}

/** How the ceremonies that somebody looks at are read when something has changed. */
export const readCeremonies =
  (db: Db) =>
  async (ids: readonly string[]): Promise<Map<string, State>> => {
    if (ids.length === 0) return new Map();
    const rows = await ceremonies(db).selectFrom('ceremony').selectAll().where('id', 'in', ids).execute();
    const states = new Map<string, State>();
    for (const row of rows) {
      const data = JSON.stringify(await presentCeremony(db, row));
      states.set(row.id, { id: createHash('sha256').update(data).digest('hex').slice(0, 24), data });
    }
    return states;
  };
