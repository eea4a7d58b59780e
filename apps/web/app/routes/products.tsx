import { listProducts, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/products';
import { ProductList } from '../features/catalogue/product-list.tsx';
import { withPriceRange } from '../features/catalogue/price-range.ts';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries', 'places'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = withPriceRange(queryOf(request)) as InputOf<typeof listProducts>['query'];
  return read(context, listProducts, { query });
}

export default function Products({ loaderData }: Route.ComponentProps) {
  return <ProductList found={loaderData} />;
}
