import { createTour, getMember } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/tour-new';
import { keepsTours } from '../features/tours/keeps-tours.ts';
import { TourForm } from '../features/tours/tour-form.tsx';
import { tourOf } from '../features/tours/tour-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

/** For guests who are a member, `?guests=` names it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  if (!keepsTours(personOf(context))) throw data(null, { status: 403 });
  const id = new URL(request.url).searchParams.get('guests');
  if (id === null) return { guests: null };
  const { names, country } = await read(context, getMember, { params: { id } });
  return { guests: { id, names, country } };
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(context, createTour, { body: tourOf(values) });
  if (done.ok) return redirect(`/tours/${done.value.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function TourNew({ loaderData, actionData }: Route.ComponentProps) {
  return <TourForm tour={null} member={loaderData.guests} {...actionData} />;
}
