import { listDeals, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/deals';
import { DealList } from '../features/deals/deal-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['deals', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listDeals>['query'];
  return { found: await read(context, listDeals, { query }) };
}

export default function Deals({ loaderData }: Route.ComponentProps) {
  return <DealList {...loaderData} />;
}
