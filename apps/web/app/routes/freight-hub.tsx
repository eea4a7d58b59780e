import { getHub, listDepartures } from '@jiechuan/contract';
import type { Route } from './+types/freight-hub';
import { HubPage } from '../features/freight/hub-page.tsx';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const [hub, week] = await Promise.all([
    read(context, getHub, { params }),
    read(context, listDepartures, { params }),
  ]);
  return { hub, week };
}

export default function FreightHub({ loaderData }: Route.ComponentProps) {
  return <HubPage {...loaderData} />;
}
