import { getTour, updateTour } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/tour-change';
import { TourForm } from '../features/tours/tour-form.tsx';
import { tourOf } from '../features/tours/tour-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  return { tour: await read(context, getTour, { params: { id: params.id } }) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(
    context,
    updateTour,
    { params: { id: params.id }, body: tourOf(values) },
    { ifMatch: Number(values['version']) },
  );
  if (done.ok) return redirect(`/tours/${params.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function TourChange({ loaderData, actionData }: Route.ComponentProps) {
  return <TourForm {...loaderData} {...actionData} />;
}
