import { getPlan, planAssumptions, updatePlan, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/plan-change';
import { ChangePlan } from '../features/plans/change-plan.tsx';
import { hubChoices } from '../features/plans/choices.server.ts';
import { assumptionsOf, wishesOf } from '../features/plans/plan-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const [page, hubs] = await Promise.all([
    read(context, getPlan, { params: { id: params.id }, query: {} }),
    hubChoices(context),
  ]);
  const { assumptions, ...values } = page.input;
  const { product } = page.result;
  return {
    plan: {
      id: page.id,
      version: page.version,
      market: page.input.market,
      names: product.names,
      unit: product.unit,
    },
    values,
    assumptions: assumptions ?? planAssumptions.parse({}),
    hubs,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const version = Number(values['version']);
  const before = await attempt(context, getPlan, { params: { id: params.id }, query: { number: version } });
  if (!before.ok) return data({ problem: before.problem }, { status: before.problem.status });
  const assumptions = assumptionsOf(values, before.value.input.assumptions ?? planAssumptions.parse({}));
  const body = { ...wishesOf(values), assumptions } as InputOf<typeof updatePlan>['body'];
  const done = await attempt(context, updatePlan, { params: { id: params.id }, body }, { ifMatch: version });
  if (done.ok) return redirect(`/plans/${params.id}`);
  return data({ problem: done.problem, values: body, assumptions }, { status: done.problem.status });
}

export default function PlanChange({ loaderData, actionData }: Route.ComponentProps) {
  const entered = actionData as
    | (Pick<Parameters<typeof ChangePlan>[0], 'problem'> &
        Partial<Pick<Parameters<typeof ChangePlan>[0], 'values' | 'assumptions'>>)
    | undefined;
  return <ChangePlan {...loaderData} {...entered} />;
}
