import { demandInput, getDemand, updateDemand } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/demand-change';
import { DemandForm } from '../features/matching/demand-form.tsx';
import { demandOf } from '../features/matching/demand-values.ts';
import { marketCodes } from '../features/plans/choices.server.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['matching', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const [demand, markets] = await Promise.all([
    read(context, getDemand, { params: { id: params.id } }),
    marketCodes(context),
  ]);
  const values = Object.fromEntries(
    Object.entries(demand).filter(([name]) => name in demandInput.shape),
  ) as typeof demandInput._output;
  return { demand: { id: demand.id, version: demand.version }, values, markets };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const body = demandOf(values);
  const done = await attempt(
    context,
    updateDemand,
    { params: { id: params.id }, body },
    { ifMatch: Number(values['version']) },
  );
  if (done.ok) return redirect(`/demands/${params.id}`);
  return data({ problem: done.problem, values: body }, { status: done.problem.status });
}

export default function DemandChange({ loaderData, actionData }: Route.ComponentProps) {
  return <DemandForm {...loaderData} {...actionData} />;
}
