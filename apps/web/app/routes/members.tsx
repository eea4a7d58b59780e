import { listMembers, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/members';
import { Directory } from '../features/members/directory.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries', 'places'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listMembers>['query'];
  return read(context, listMembers, { query });
}

export default function Members({ loaderData }: Route.ComponentProps) {
  return <Directory found={loaderData} />;
}
