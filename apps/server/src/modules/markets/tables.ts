import type {
  ChargeKind,
  ChargeRate,
  Continent,
  HabitTopic,
  MarketConfidence,
  MarketSource,
  MarketUnion,
  RuleEffect,
  RuleEvidence,
  RulePredicate,
  RuleScope,
  Voice,
} from '@jiechuan/contract';
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

export type Texts = Record<string, string>;
type MaybeJson<T extends object> = JSONColumnType<T | null, string | null, string | null>;
type MaybeTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface MarketTable {
  code: string;
  names: Json<Texts>;
  languages: string[];
  currency: string;
  continent: Continent;
  unions: MarketUnion[];
}

export interface MarketRuleTable {
  id: string;
  code: string;
  area: string;
  effect: RuleEffect;
  scope: Json<RuleScope>;
  predicate: Json<RulePredicate>;
  requirement: Json<Texts>;
  evidence: Json<RuleEvidence>;
  source: Json<MarketSource>;
  valid_from: string | null;
  valid_to: string | null;
  confidence: MarketConfidence;
  reviewed_by: string | null;
  reviewed_by_name: string | null;
  reviewed_at: MaybeTimestamp;
  shipped_hash: string | null;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export type RuleRow = Selectable<MarketRuleTable>;

export interface MarketHabitTable {
  id: string;
  code: string | null;
  market: string;
  topic: HabitTopic;
  claim: Json<Texts>;
  advice: Json<Texts>;
  scope: Json<RuleScope>;
  check: MaybeJson<RulePredicate>;
  source: Json<MarketSource>;
  shipped_hash: string | null;
  wording_version: Generated<number>;
  ended_at: MaybeTimestamp;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export type HabitRow = Selectable<MarketHabitTable>;

export interface MarketHabitVoiceTable {
  habit_id: string;
  organisation_id: string;
  voice: Voice;
  note: string | null;
  habit_version: number;
  person_id: string | null;
  person_name: string | null;
  at: Timestamp;
}
export type VoiceRow = Selectable<MarketHabitVoiceTable>;

export type FactChange = 'added' | 'changed' | 'ended' | 'reviewed';
export interface MarketFactVersionTable {
  fact_id: string;
  version: number;
  change: FactChange;
  snapshot: Json<Record<string, never>>;
  person_id: string | null;
  person_name: string | null;
  at: Timestamp;
}

export interface MarketChargeTable {
  area: string;
  kind: ChargeKind;
  name: string;
  hs: string;
  valid_from: string;
  valid_to: string | null;
  rate: MaybeJson<ChargeRate>;
  note: Json<Texts>;
  source: Json<MarketSource>;
  confidence: MarketConfidence;
  shipped_hash: string | null;
}
export type ChargeRow = Selectable<MarketChargeTable>;

export interface ExchangeRateTable {
  base: string;
  quote: string;
  date: string;
  /** numeric: a decimal as text, exact. */
  rate: string;
  source: string;
  approximate: Generated<boolean>;
}

export type MarketsTables = {
  market: MarketTable;
  market_rule: MarketRuleTable;
  market_habit: MarketHabitTable;
  market_habit_voice: MarketHabitVoiceTable;
  market_fact_version: MarketFactVersionTable;
  market_charge: MarketChargeTable;
  exchange_rate: ExchangeRateTable;
};

/** The same connection or transaction, seeing this module's tables. */
export const markets = (trx: Db) => trx.withTables<MarketsTables>();
