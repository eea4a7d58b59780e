import { getCharter, listCharterVersions, listSignatories } from '@jiechuan/contract';
import type { Route } from './+types/charter';
import { CharterPage } from '../features/members/charter-page.tsx';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams.get('version');
  const [versions, signatories] = await Promise.all([
    read(context, listCharterVersions, { query: { limit: 100 } }),
    read(context, listSignatories, { query: { limit: 100 } }),
  ]);
  // Before the first version there is nothing to read, and that isn't an error.
  const charter =
    versions.items.length > 0
      ? await read(context, getCharter, { query: asked ? { number: asked } : {} })
      : null;
  const keeps = context.get(readerContext).reader?.role === 'secretariat';
  return { charter, versions: versions.items, signatories: signatories.items, keeps };
}

export default function Charter({ loaderData }: Route.ComponentProps) {
  return <CharterPage {...loaderData} />;
}
