import { getMember, listProducts } from '@jiechuan/contract';
import type { Route } from './+types/member';
import { MemberPage } from '../features/members/member-page.tsx';
import { attempt, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['members', 'catalogue', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const [member, sold] = await Promise.all([
    read(context, getMember, { params: { id: params.id } }),
    // Whoever may not read products reads the rest of the page.
    attempt(context, listProducts, { query: { organisation: params.id, limit: 5 } }),
  ]);
  const visitor = context.get(readerContext).reader === null;
  return { member, products: sold.ok ? { items: sold.value.items, total: sold.value.total } : null, visitor };
}

export default function Member({ loaderData }: Route.ComponentProps) {
  return <MemberPage {...loaderData} />;
}
