import { listStandings, listSymbols, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/board-symbols';
import { SymbolsPage } from '../features/board/symbols-page.tsx';
import { marketCodes } from '../features/plans/choices.server.ts';
import { queryOf } from '../platform/query.ts';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['symbols', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { show, ...query } = queryOf(request);
  const role = context.get(readerContext).reader?.role;
  const beyond = role === 'secretariat' ? 'all' : role === 'enterprise' ? 'own' : null;
  const whole = beyond !== null && show === beyond;
  const [found, markets] = await Promise.all([
    read(context, whole ? listStandings : listSymbols, {
      query: query as InputOf<typeof listSymbols>['query'],
    }),
    marketCodes(context),
  ]);
  return { found, markets, beyond: beyond as 'own' | 'all' | null, whole };
}

export default function BoardSymbols({ loaderData }: Route.ComponentProps) {
  return <SymbolsPage {...loaderData} />;
}
