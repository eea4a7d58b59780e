import { searchAll } from '@jiechuan/contract';
import type { Route } from './+types/search';
import { longestQuestion, SearchPage } from '../features/search/search-page.tsx';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['search', 'catalogue', 'members', 'words', 'countries', 'places'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  const asked = q !== '' && q.length <= longestQuestion;
  return { q, found: asked ? await read(context, searchAll, { query: { q } }) : null };
}

export default function Search({ loaderData }: Route.ComponentProps) {
  return <SearchPage {...loaderData} />;
}
