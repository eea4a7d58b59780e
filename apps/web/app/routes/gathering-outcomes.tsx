import { getGathering, listMeetingOutcomes, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/gathering-outcomes';
import { OutcomesPage } from '../features/gatherings/outcomes-page.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listMeetingOutcomes>['query'];
  return {
    gathering: await read(context, getGathering, { params }),
    found: await read(context, listMeetingOutcomes, { params, query }),
  };
}

export default function GatheringOutcomes({ loaderData }: Route.ComponentProps) {
  return <OutcomesPage {...loaderData} />;
}
