import type { Demand, DemandInput, DemandMatch, matchAnswers } from '@jiechuan/contract';
import type { Generated, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

type Coverage = NonNullable<Demand['coverage']>;

interface DemandTable {
  id: string;
  organisation_id: string;
  market: string;
  words: string;
  state: Generated<'open' | 'closed'>;
  open_until: string;
  data: Json<DemandInput>;
  version: Generated<number>;
  matched_version: Generated<number>;
  matched_at: Timestamp | null;
  coverage: Json<Coverage> | null;
  created_at: Timestamp;
}

interface DemandMatchTable {
  demand_id: string;
  product_id: string;
  maker_id: string;
  points: number;
  reasons: Json<DemandMatch['reasons']>;
  blocked: Json<DemandMatch['blockedBy']>;
  kind: string;
  price: number | null;
  capacity: number | null;
  factor: number | null;
  given: Generated<number>;
}

interface MatchAnswerTable {
  demand_id: string;
  id: string;
  product_id: string;
  maker_id: string;
  buyer_id: string;
  answer: (typeof matchAnswers)[number];
  note: string | null;
  price: number | null;
  at: Timestamp;
}

type MatchingTables = { demand: DemandTable; demand_match: DemandMatchTable; match_answer: MatchAnswerTable };
export type DemandRow = Selectable<DemandTable>;
export type DemandMatchRow = Selectable<DemandMatchTable>;

export const matching = (db: Db) => db.withTables<MatchingTables>();
