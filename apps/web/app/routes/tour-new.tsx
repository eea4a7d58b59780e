import { createTour } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/tour-new';
import { keepsTours } from '../features/tours/keeps-tours.ts';
import { TourForm } from '../features/tours/tour-form.tsx';
import { tourOf } from '../features/tours/tour-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (!keepsTours(personOf(context))) throw data(null, { status: 403 });
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(context, createTour, { body: tourOf(values) });
  if (done.ok) return redirect(`/tours/${done.value.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function TourNew({ actionData }: Route.ComponentProps) {
  return <TourForm tour={null} {...actionData} />;
}
