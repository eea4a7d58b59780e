import { listApplications, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/admissions';
import { AdmissionsDesk } from '../features/members/admissions-desk.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listApplications>['query'];
  return read(context, listApplications, { query });
}

export default function Admissions({ loaderData }: Route.ComponentProps) {
  return <AdmissionsDesk found={loaderData} />;
}
