import { comparePlans } from '@jiechuan/contract';
import type { Route } from './+types/plan-compare';
import { PlanCompare } from '../features/plans/plan-compare.tsx';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const search = new URL(request.url).searchParams;
  const compared = await read(context, comparePlans, {
    params: { id: params.id },
    query: {
      from: search.get('from') ?? 1,
      to: search.get('to') ?? 1,
      with: search.get('with') ?? undefined,
    },
  });
  return { id: params.id, compared };
}

export default function PlanCompareRoute({ loaderData }: Route.ComponentProps) {
  return <PlanCompare {...loaderData} />;
}
