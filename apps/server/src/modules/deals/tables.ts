import type { dealKinds, dealSides, dealStages, OfferTerms } from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/tables.ts';

export type Kind = (typeof dealKinds)[number];
export type Stage = (typeof dealStages)[number];
export type Side = (typeof dealSides)[number];
type Instant = ColumnType<Date, Date, Date>;

interface DealTable {
  id: string;
  kind: Kind;
  title: string;
  market: string;
  seller_id: string;
  buyer_id: string;
  opened_by: string;
  stage: Stage;
  stage_since: Instant;
  owner_side: Side | null;
  owner_person: string | null;
  deadline: string | null;
  demand_id: string | null;
  introduction_id: string | null;
  agreed_offer: number | null;
  ended_reason: string | null;
  last_active_at: Instant;
  version: Generated<number>;
}

interface DealOfferTable {
  deal_id: string;
  number: number;
  side: Side;
  terms: Json<OfferTerms>;
  total: number;
  currency: string;
  cny: number | null;
  rate: string | null;
  rate_date: string | null;
  state: 'open' | 'superseded' | 'accepted' | 'declined' | 'withdrawn';
  expires_on: string;
  /** When both sides were told that it had expired, still open. */
  expiry_told_at: Date | null;
  by_name: string | null;
  at: Instant;
}

interface DealMoveTable {
  deal_id: string;
  number: number;
  from_stage: Stage | null;
  to_stage: Stage;
  side: Side | null;
  organisation_id: string | null;
  by_name: string | null;
  evidence: string | null;
  file_id: string | null;
  shipment_id: string | null;
  at: Instant;
}

interface DealPaymentTable {
  deal_id: string;
  id: string;
  amount: number;
  received_on: string;
  evidence: string;
  by_name: string | null;
  at: Instant;
}

interface DealMessageTable {
  deal_id: string;
  id: string;
  side: Side;
  organisation_id: string;
  by_name: string | null;
  text: string;
  at: Instant;
}

type DealsTables = {
  deal: DealTable;
  deal_offer: DealOfferTable;
  deal_move: DealMoveTable;
  deal_payment: DealPaymentTable;
  deal_file: { deal_id: string; file_id: string; side: Side };
  deal_message: DealMessageTable;
  deal_message_file: { deal_id: string; message_id: string; file_id: string };
  deal_read: { deal_id: string; side: Side; until: string };
};
export type DealRow = Selectable<DealTable>;
export type OfferRow = Selectable<DealOfferTable>;
export type MoveRow = Selectable<DealMoveTable>;
export type PaymentRow = Selectable<DealPaymentTable>;
export type MessageRow = Selectable<DealMessageTable>;

export const deals = (db: Db) => db.withTables<DealsTables>();
