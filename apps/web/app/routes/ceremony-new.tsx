import { createCeremony } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/ceremony-new';
import { CeremonyForm } from '../features/board/ceremony-form.tsx';
import { ceremonyOf } from '../features/board/ceremony-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['ceremonies'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).role !== 'secretariat') throw data(null, { status: 403 });
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await attempt(context, createCeremony, { body: ceremonyOf(values) });
  if (done.ok) return redirect(`/board/ceremonies/${done.value.id}`);
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function CeremonyNew({ actionData }: Route.ComponentProps) {
  return <CeremonyForm ceremony={null} {...actionData} />;
}
