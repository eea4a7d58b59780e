export {
  addToSearch,
  addWords,
  prepareSearch,
  refreshSearch,
  rebuildSearch,
  type PreparedSearch,
} from './refresh.ts';
export { createProductList, type ProductList } from './list.ts';
