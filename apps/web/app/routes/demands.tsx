import { listDemands, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/demands';
import { DemandList } from '../features/matching/demand-list.tsx';
import { makesPlans } from '../features/plans/makes-plans.ts';
import { marketCodes } from '../features/plans/choices.server.ts';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['matching', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const person = personOf(context);
  const query = queryOf(request) as InputOf<typeof listDemands>['query'];
  const [found, markets] = await Promise.all([read(context, listDemands, { query }), marketCodes(context)]);
  return { found, markets, asks: makesPlans(person) && person.organisationId !== null };
}

export default function Demands({ loaderData }: Route.ComponentProps) {
  return <DemandList {...loaderData} />;
}
