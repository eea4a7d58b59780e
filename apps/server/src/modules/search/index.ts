import * as contract from '@jiechuan/contract';
import type { Module } from '../../platform/module.ts';
import type { ProductList } from '../catalogue/index.ts';
import type { MemberSearch } from '../members/index.ts';
import { searchPolicy } from './policy.ts';
import { searchAll } from './search-all.ts';
import { suggest } from './suggest.ts';

/** One box over products, members and resources. It keeps nothing of its own: each module searches what it owns. */
export const searchModule = (list: ProductList, members: MemberSearch): Module => ({
  name: 'search',
  migrations: {},
  policy: searchPolicy,
  routes(mount) {
    mount(contract.searchAll, ({ trx, actor, query }) => searchAll(trx, actor, query, { list, members }));
    mount(contract.suggest, ({ trx, actor, query }) => suggest(trx, actor, query, { list, members }));
  },
});
