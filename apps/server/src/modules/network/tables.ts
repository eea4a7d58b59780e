import type { relationKinds, relationVisibility } from '@jiechuan/contract';
import type { Generated, Selectable } from 'kysely';
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

type NetworkTables = {
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

export const network = (db: Db) => db.withTables<NetworkTables>();
