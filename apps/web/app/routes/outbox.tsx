import { listMails, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/outbox';
import { Outbox } from '../features/accounts/outbox.tsx';
import { queryOf } from '../platform/query.ts';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  return read(context, listMails, { query: queryOf(request) as InputOf<typeof listMails>['query'] });
}

export default function OutboxRoute({ loaderData }: Route.ComponentProps) {
  return <Outbox found={loaderData} />;
}
