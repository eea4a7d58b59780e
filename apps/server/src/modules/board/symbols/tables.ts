import type { Generated } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';

interface SymbolShowingTable {
  product_id: string;
  since: Generated<Date>;
  by_name: string | null;
}

export const symbols = (db: Db) => db.withTables<{ symbol_showing: SymbolShowingTable }>();
