import { getHub, listDepartures, updateHub, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/freight-hub';
import { HubPage } from '../features/freight/hub-page.tsx';
import { hubOf } from '../features/freight/hub-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const [hub, week] = await Promise.all([
    read(context, getHub, { params }),
    read(context, listDepartures, { params }),
  ]);
  return { hub, week, editable: context.get(readerContext).reader?.role === 'secretariat' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const body = { ...hubOf(values), state: values['state'] } as InputOf<typeof updateHub>['body'];
  const done = await attempt(context, updateHub, { params, body }, { ifMatch: Number(values['version']) });
  return done.ok
    ? redirect(`/freight/hubs/${params.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function FreightHub({ loaderData, actionData }: Route.ComponentProps) {
  return <HubPage {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}
