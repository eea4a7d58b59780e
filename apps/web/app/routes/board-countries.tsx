import { getBoardTags, reportCountries, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/board-countries';
import { CountriesPage } from '../features/board/countries-page.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['board', 'reports', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request) as InputOf<typeof reportCountries>['query'];
  const [found, tags] = await Promise.all([
    read(context, reportCountries, { query }),
    read(context, getBoardTags, {}),
  ]);
  return { found, tags };
}

export default function BoardCountries({ loaderData }: Route.ComponentProps) {
  return <CountriesPage {...loaderData} />;
}
