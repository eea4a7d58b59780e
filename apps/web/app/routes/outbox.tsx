import { listMails } from '@jiechuan/contract';
import type { Route } from './+types/outbox';
import { Outbox } from '../features/accounts/outbox.tsx';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return read(context, listMails, { query: { cursor } });
}

export default function OutboxRoute({ loaderData }: Route.ComponentProps) {
  return <Outbox found={loaderData} />;
}
