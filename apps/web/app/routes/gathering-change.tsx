import { getGathering, updateGathering } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/gathering-change';
import { GatheringForm } from '../features/gatherings/gathering-form.tsx';
import { gatheringOf } from '../features/gatherings/gathering-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const gathering = await read(context, getGathering, { params });
  if (!gathering.kept) throw data(null, { status: 403 });
  return { gathering };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(
    context,
    updateGathering,
    { params, body: gatheringOf(values) },
    { ifMatch: Number(values['version']) },
  );
  if (done.ok) return redirect(`/gatherings/${params.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function GatheringChange({ loaderData, actionData }: Route.ComponentProps) {
  return <GatheringForm {...loaderData} {...actionData} />;
}
