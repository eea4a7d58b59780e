import type { PaperContent, PaperKind, PaperState } from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/tables.ts';
import type { PaperInput } from './document.ts';

/** What a paper takes from elsewhere. */
export type IssuedAs = Pick<PaperInput, 'contract' | 'incoterm' | 'payment' | 'seller' | 'buyer'>;

interface DealPaperTable {
  id: string;
  deal_id: string;
  contract_id: string;
  kind: PaperKind;
  number: string;
  state: PaperState;
  language: 'en' | 'ru';
  currency: string;
  content: Json<PaperContent>;
  version: Generated<number>;
  drafted_at: ColumnType<Date, Date, Date>;
  issued_at: Date | null;
  issued_by: string | null;
  /** What of contract and parties stands on it, as it was issued; null for a draft and for what was issued before this was kept. */
  issued_as: Json<IssuedAs> | null;
  document_sha256: string | null;
  council_id: string | null;
  submitted_at: Date | null;
  answered_at: Date | null;
  answer_note: string | null;
  certificate_number: string | null;
}
export type PaperRow = Selectable<DealPaperTable>;

/** The papers' own table through the caller's connection. */
export const papers = (db: Db) => db.withTables<{ deal_paper: DealPaperTable }>();
