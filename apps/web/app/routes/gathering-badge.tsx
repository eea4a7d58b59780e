import { getBadge, listOwnRegistrations } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-badge';
import { BadgePage } from '../features/gatherings/badge-page.tsx';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const { items } = await read(context, listOwnRegistrations, { query: { gathering: params.id } });
  if (!items[0]) throw data(null, { status: 404 });
  return { badge: await read(context, getBadge, { params: { id: items[0].id } }) };
}

export default function GatheringBadge({ loaderData }: Route.ComponentProps) {
  return <BadgePage {...loaderData} />;
}
