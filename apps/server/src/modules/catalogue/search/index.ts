export { addToSearch, refreshSearch, rebuildSearch } from './refresh.ts';
export { createProductList, type ProductList } from './list.ts';
