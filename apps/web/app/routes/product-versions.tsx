import { diffVersions, listVersions } from '@jiechuan/contract';
import type { Route } from './+types/product-versions';
import { VersionHistory } from '../features/catalogue/version-history.tsx';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const search = new URL(request.url).searchParams;
  const { items, nextCursor } = await read(context, listVersions, {
    params: { id: params.id },
    query: { limit: 50, cursor: search.get('cursor') ?? undefined },
  });
  const [newest] = items;
  // What one looks at first: the last change.
  const to = Number(search.get('to') ?? newest?.version ?? 1);
  const from = Number(search.get('from') ?? Math.max(1, to - 1));
  const { changes } = await read(context, diffVersions, { params: { id: params.id, from, to } });
  return { id: params.id, versions: items, nextCursor, from, to, changes };
}

export default function ProductVersions({ loaderData }: Route.ComponentProps) {
  return <VersionHistory {...loaderData} />;
}
