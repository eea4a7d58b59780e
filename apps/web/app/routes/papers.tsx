import { listPaperApplications, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/papers';
import { ApplicationList } from '../features/papers/application-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['papers', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listPaperApplications>['query'];
  return { found: await read(context, listPaperApplications, { query }), shown: query?.state };
}

export default function Papers({ loaderData }: Route.ComponentProps) {
  return <ApplicationList {...loaderData} />;
}
