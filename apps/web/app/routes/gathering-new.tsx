import { createGathering } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/gathering-new';
import { GatheringForm } from '../features/gatherings/gathering-form.tsx';
import { gatheringOf } from '../features/gatherings/gathering-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['gatherings', 'countries'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (!['secretariat', 'association'].includes(personOf(context).role)) throw data(null, { status: 403 });
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(context, createGathering, { body: gatheringOf(values) });
  if (done.ok) return redirect(`/gatherings/${done.value.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function GatheringNew({ actionData }: Route.ComponentProps) {
  return <GatheringForm gathering={null} {...actionData} />;
}
