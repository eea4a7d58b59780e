import { setTimeout } from 'node:timers/promises';
import type { ProductList } from '../../apps/server/src/modules/catalogue/index.ts';
import type { Db } from '../../apps/server/src/platform/db/database.ts';

/** Has a list answer from memory, and comes back when it does. */
export async function keepIndex(list: ProductList, db: Db): Promise<void> {
  list.keepIndex(db, (error) => {
    throw error;
  });
  while (!list.inStep()) await setTimeout(20);
}
