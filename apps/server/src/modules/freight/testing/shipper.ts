import type { createProduct, InputOf } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { App } from '../../../app.ts';
import { demoOrganisations, insertDemoOrganisations } from '../../members/index.ts';

let seed = 7000;

/** An admitted organisation of its own. @returns its id */
export async function admitShipper(app: Pick<App, 'database'>): Promise<string> {
  const organisation = demoOrganisations(1, seed++).find(({ kind }) => kind === 'enterprise')!;
  const row = { ...organisation, id: v7(), creditCode: null, aliases: [], resources: [] };
  await app.database.db.transaction().execute((trx) => insertDemoOrganisations(trx, [row]));
  return row.id;
}

/** A product as it is first written down, with a SKU of its own. */
export const draftProduct = (): InputOf<typeof createProduct>['body'] => ({
  sku: `S-${v7().slice(-12)}`,
  names: { 'zh-CN': '郫县豆瓣', en: 'Pixian doubanjiang' },
  category: 'sauces',
});
