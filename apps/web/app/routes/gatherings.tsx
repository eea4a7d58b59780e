import { listGatherings, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/gatherings';
import { GatheringList } from '../features/gatherings/gathering-list.tsx';
import { queryOf } from '../platform/query.ts';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listGatherings>['query'];
  const role = context.get(readerContext).reader?.role;
  return {
    found: await read(context, listGatherings, { query }),
    keeps: role === 'secretariat' || role === 'association',
  };
}

export default function Gatherings({ loaderData }: Route.ComponentProps) {
  return <GatheringList {...loaderData} />;
}
