import { listMyProducts, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/own-products';
import { OwnProducts } from '../features/catalogue/own-products.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listMyProducts>['query'];
  return read(context, listMyProducts, { query });
}

export default function OwnProductsRoute({ loaderData }: Route.ComponentProps) {
  return <OwnProducts found={loaderData} />;
}
