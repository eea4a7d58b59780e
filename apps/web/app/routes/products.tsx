import { listProducts, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/products';
import { ProductList } from '../features/catalogue/product-list.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listProducts>['query'];
  return read(context, listProducts, { query });
}

export default function Products({ loaderData }: Route.ComponentProps) {
  return <ProductList found={loaderData} />;
}
