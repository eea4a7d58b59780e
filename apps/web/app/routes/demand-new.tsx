import { createDemand } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/demand-new';
import { DemandForm } from '../features/matching/demand-form.tsx';
import { demandOf } from '../features/matching/demand-values.ts';
import { marketCodes } from '../features/plans/choices.server.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['matching', 'words', 'countries'] };

export async function loader({ context }: Route.LoaderArgs) {
  personOf(context);
  return { markets: await marketCodes(context) };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const body = demandOf(valuesOf(await request.formData()));
  const done = await attempt(context, createDemand, { body });
  if (done.ok) return redirect(`/demands/${done.value.id}`);
  return data({ problem: done.problem, values: body }, { status: done.problem.status });
}

export default function DemandNew({ loaderData, actionData }: Route.ComponentProps) {
  return <DemandForm demand={null} values={{}} {...loaderData} {...actionData} />;
}
