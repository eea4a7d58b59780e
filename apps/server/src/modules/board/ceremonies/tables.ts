import type { AgendaItem, ceremonyStates, slotStates } from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/tables.ts';

type Instant = ColumnType<Date, Date, Date>;
type Side = 'seller' | 'buyer';
export type SlotState = (typeof slotStates)[number];

interface CeremonyTable {
  id: string;
  names: Json<Record<string, string>>;
  place: Json<Record<string, string>>;
  zone: string;
  starts_at: Instant;
  ends_at: Instant;
  state: (typeof ceremonyStates)[number];
  agenda: Json<AgendaItem[]>;
  demo: Generated<boolean>;
  version: Generated<number>;
}

interface CeremonySlotTable {
  id: string;
  ceremony_id: string;
  contract_id: string;
  deal_id: string;
  seller_id: string;
  buyer_id: string;
  document_sha256: string;
  asked_by: Side;
  /** As it was last written: whether it is still so, its contract says (`standingOf`). */
  state: SlotState;
  position: number | null;
  seller_shown: boolean;
  buyer_shown: boolean;
  asked_at: Instant;
  called_at: Date | null;
  signed_at: Date | null;
}

export type CeremonyRow = Selectable<CeremonyTable>;
export type SlotRow = Selectable<CeremonySlotTable>;

export const ceremonies = (db: Db) =>
  db.withTables<{ ceremony: CeremonyTable; ceremony_slot: CeremonySlotTable }>();
