import type { relationKinds, relationVisibility } from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Timestamp } from '../../platform/db/tables.ts';

export type Visibility = (typeof relationVisibility)[number];

interface RelationTable {
  id: string;
  a_id: string;
  b_id: string;
  kind: (typeof relationKinds)[number];
  since: string | null;
  evidence: string;
  state: 'stated' | 'confirmed' | 'declined';
  a_strength: number;
  a_visibility: Visibility;
  b_strength: number | null;
  b_visibility: Visibility | null;
  version: Generated<number>;
  stated_at: Timestamp;
}

interface IntroductionTable {
  id: string;
  asker_id: string;
  target_id: string;
  purpose: string;
  state: 'open' | 'introduced' | 'withdrawn';
  asked_at: ColumnType<Date, Date, never>;
  expires_at: ColumnType<Date, Date, never>;
  introduced_at: ColumnType<Date | null, null, Date>;
}

interface IntroductionStepTable {
  introduction_id: string;
  position: number;
  organisation_id: string;
  asked_at: ColumnType<Date, Date, never>;
  answer: 'passed' | 'agreed' | 'declined' | null;
  note: string | null;
  answered_at: ColumnType<Date | null, null, Date>;
}

type NetworkTables = {
  introduction: IntroductionTable;
  introduction_step: IntroductionStepTable;
  introduction_credit: { introduction_id: string; deal_id: string; stage: string; at: Date };
  relation: RelationTable;
  relation_edge: {
    from_id: string;
    to_id: string;
    relation_id: string;
    strength: number;
    open: boolean;
  };
};
export type RelationRow = Selectable<RelationTable>;
export type IntroductionRow = Selectable<IntroductionTable>;
export type StepRow = Selectable<IntroductionStepTable>;

export const network = (db: Db) => db.withTables<NetworkTables>();
