import { getNetwork, listServices, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/freight';
import { NetworkPage } from '../features/freight/network-page.tsx';
import { queryOf } from '../platform/query.ts';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = queryOf(request);
  const { cursor: _, limit: __, state: ___, ...drawn } = query;
  const [network, services, whole] = await Promise.all([
    read(context, getNetwork, { query: drawn as InputOf<typeof getNetwork>['query'] }),
    read(context, listServices, { query: query as InputOf<typeof listServices>['query'] }),
    read(context, getNetwork, {}),
  ]);
  const secretariat = context.get(readerContext).reader?.role === 'secretariat';
  return { network, services, hubs: whole.hubs, secretariat };
}

export default function Freight({ loaderData }: Route.ComponentProps) {
  return <NetworkPage {...loaderData} />;
}
