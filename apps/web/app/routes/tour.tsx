import {
  addTourStop,
  askHosts,
  getTour,
  listMembers,
  listTourTravelTimes,
  moveTour,
  placeVisit,
  proposeTour,
  recordVisitOutcome,
  removeTourStop,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/tour';
import { dealIn } from '../features/deals/deal-in.ts';
import { TourPage } from '../features/tours/tour-page.tsx';
import { minutesOf, stopOf } from '../features/tours/tour-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const tour = await read(context, getTour, { params: { id: params.id } });
  const { cities } = await read(context, listTourTravelTimes, {});
  const query = new URL(request.url).searchParams.get('host')?.slice(0, 200) ?? '';
  const hosts =
    query.trim() === '' ? [] : (await read(context, listMembers, { query: { q: query, limit: 20 } })).items;
  return { tour, cities, query, hosts };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const done = await perform(context, params.id, values);
  if (done.ok) return redirect(`/tours/${params.id}`);
  return data(
    { problem: done.problem, ...(values['act'] === 'add' && { values }) },
    { status: done.problem.status },
  );
}

async function perform(context: Route.ActionArgs['context'], id: string, values: FormValues) {
  const stop = { id: String(values['stop']) };
  const ifMatch = Number(values['version']);
  switch (values['act']) {
    case 'add':
      return attempt(context, addTourStop, { params: { id }, body: stopOf(values) });
    case 'propose':
      return attempt(context, proposeTour, { params: { id } });
    case 'ask':
      return attempt(context, askHosts, { params: { id } });
    case 'place': {
      const at = { date: values['date'], start: minutesOf(values['start']) };
      const body = { at } as InputOf<typeof placeVisit>['body'];
      return attempt(context, placeVisit, { params: stop, body }, { ifMatch });
    }
    case 'off':
      return attempt(context, placeVisit, { params: stop, body: { at: null } }, { ifMatch });
    case 'remove':
      return attempt(context, removeTourStop, { params: stop });
    case 'outcome':
      return attempt(context, recordVisitOutcome, {
        params: stop,
        body: { text: values['text'] as string, dealId: dealIn(values['deal']) },
      });
    default: {
      const body = { to: values['to'] } as InputOf<typeof moveTour>['body'];
      return attempt(context, moveTour, { params: { id }, body }, { ifMatch });
    }
  }
}

export default function TourRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <TourPage {...loaderData} {...actionData} />;
}
