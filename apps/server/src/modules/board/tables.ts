import type { Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/tables.ts';

interface AnnouncedHeadlineTable {
  id: string;
  texts: Json<Record<string, string>>;
  amount: number;
  currency: string;
  announced_on: string;
  source: string;
}
export type HeadlineRow = Selectable<AnnouncedHeadlineTable>;

export const board = (db: Db) => db.withTables<{ announced_headline: AnnouncedHeadlineTable }>();
