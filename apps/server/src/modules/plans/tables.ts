import type { PlanInput, PlanResult, PlanVerdict } from '@jiechuan/contract';
import type { Generated, GeneratedAlways, Kysely, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

/** The little that a list shows of a plan. */
export interface PlanSummary {
  sku: string;
  names: Record<string, string>;
  quantity: number;
  arrivesAt: string | null;
  perUnitFen: number | null;
}

export interface PlanTable {
  id: string;
  organisation_id: string;
  product_id: string;
  market: string;
  state: Generated<'current' | 'reopened' | 'archived'>;
  version: Generated<number>;
  verdict: PlanVerdict;
  summary: Json<PlanSummary>;
  search_text: GeneratedAlways<string>;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export type PlanRow = Selectable<PlanTable>;

export interface PlanVersionTable {
  plan_id: string;
  version: number;
  input: Json<PlanInput>;
  result: Json<PlanResult>;
  at: Timestamp;
  by_user_id: string | null;
  by_name: string | null;
}
export type PlanVersionRow = Selectable<PlanVersionTable>;

export interface PlanReopeningTable {
  plan_id: string;
  id: string;
  cause: 'rule' | 'product' | 'service';
  subject: string;
  change: string;
  at: Timestamp;
}

export interface PlanShareTable {
  plan_id: string;
  id: string;
  token_hash: Buffer;
  audience: 'link' | 'members';
  costs: boolean;
  expires_on: string;
  created_at: Timestamp;
  by_name: string | null;
}

interface PlansTables {
  plan: PlanTable;
  plan_version: PlanVersionTable;
  plan_reopening: PlanReopeningTable;
  plan_share: PlanShareTable;
}

/** The module's own tables through the caller's connection. */
export const plans = (db: Db): Kysely<PlansTables> => db as unknown as Kysely<PlansTables>;
