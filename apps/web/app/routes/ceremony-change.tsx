import { getCeremony, updateCeremony } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/ceremony-change';
import { CeremonyForm } from '../features/board/ceremony-form.tsx';
import { ceremonyOf } from '../features/board/ceremony-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['ceremonies'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  if (personOf(context).role !== 'secretariat') throw data(null, { status: 403 });
  return { ceremony: await read(context, getCeremony, { params }) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(
    context,
    updateCeremony,
    { params, body: ceremonyOf(values) },
    { ifMatch: Number(values['version']) },
  );
  if (done.ok) return redirect(`/board/ceremonies/${params.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function CeremonyChange({ loaderData, actionData }: Route.ComponentProps) {
  return <CeremonyForm {...loaderData} {...actionData} />;
}
