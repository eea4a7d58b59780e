import { listResources, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/resources';
import { ResourceList } from '../features/members/resource-list.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listResources>['query'];
  return read(context, listResources, { query });
}

export default function Resources({ loaderData }: Route.ComponentProps) {
  return <ResourceList found={loaderData} />;
}
