import { listCeremonies, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/ceremonies';
import { CeremonyList } from '../features/board/ceremony-list.tsx';
import { queryOf } from '../platform/query.ts';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['ceremonies'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof listCeremonies>['query'];
  return {
    found: await read(context, listCeremonies, { query }),
    keeps: context.get(readerContext).reader?.role === 'secretariat',
  };
}

export default function Ceremonies({ loaderData }: Route.ComponentProps) {
  return <CeremonyList {...loaderData} />;
}
