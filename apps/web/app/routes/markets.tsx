import { listMarkets } from '@jiechuan/contract';
import type { Route } from './+types/markets';
import { MarketList } from '../features/markets/market-list.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { items } = await read(context, listMarkets, {});
  const { q, continent } = queryOf(request);
  const wanted = typeof q === 'string' ? q.trim().toLowerCase() : '';
  const shown = items.filter(
    (market) =>
      (!continent || continent.includes(market.continent)) &&
      [market.code, ...Object.values(market.names)].some((name) => name.toLowerCase().includes(wanted)),
  );
  return { all: items, shown };
}

export default function Markets({ loaderData }: Route.ComponentProps) {
  return <MarketList {...loaderData} />;
}
