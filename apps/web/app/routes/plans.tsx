import { listPlans, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/plans';
import { marketCodes } from '../features/plans/choices.server.ts';
import { PlanList } from '../features/plans/plan-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listPlans>['query'];
  const [found, markets] = await Promise.all([read(context, listPlans, { query }), marketCodes(context)]);
  return { found, markets };
}

export default function Plans({ loaderData }: Route.ComponentProps) {
  return <PlanList {...loaderData} />;
}
