import { listRelations, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/network';
import { RelationList } from '../features/network/relation-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['network', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const asked = queryOf(request) as InputOf<typeof listRelations>['query'];
  const state = asked?.state ?? 'confirmed';
  const totalOf = async (one: typeof state) =>
    (await read(context, listRelations, { query: { state: one, limit: 1 } })).total;
  const [found, confirmed, toConfirm, stated] = await Promise.all([
    read(context, listRelations, { query: { ...asked, state } }),
    totalOf('confirmed'),
    totalOf('toConfirm'),
    totalOf('stated'),
  ]);
  return { found, state, counts: { confirmed, toConfirm, stated } };
}

export default function Network({ loaderData }: Route.ComponentProps) {
  return <RelationList {...loaderData} />;
}
