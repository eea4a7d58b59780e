import {
  archivePlan,
  getPlan,
  listPlanShares,
  restorePlan,
  sharePlan,
  unsharePlan,
  updatePlan,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/plan';
import { hubChoices } from '../features/plans/choices.server.ts';
import { planData } from '../features/plans/plan-data.server.ts';
import { PlanView } from '../features/plans/plan-page.tsx';
import { assumptionsOf } from '../features/plans/plan-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext, type Attempt } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

const day = 86_400_000;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const { language } = context.get(readerContext);
  const search = new URL(request.url).searchParams;
  const asked = search.get('number') ?? undefined;
  const page = await read(context, getPlan, { params: { id: params.id }, query: { number: asked } });
  const earlier = page.number === page.version ? null : page.number;
  const { input } = page;
  const [shares, hubs] = await Promise.all([
    read(context, listPlanShares, { params: { id: params.id } }),
    // A hub that is avoided is on no road, so the plan doesn't name it.
    input.avoidHubs.length > 0 || input.destination ? hubChoices(context) : [],
  ]);
  const shown = planData(page, search.get('road'), language);
  for (const { code, names } of hubs) shown.hubNames[code] ??= inLanguage(names, language).text;
  const now = Date.now();
  return {
    ...shown,
    earlier,
    shares: shares.items,
    days: { first: isoDay(now), offered: isoDay(now + 30 * day) },
  };
}

/** The day in China, where the alliance sits. */
const isoDay = (time: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(time));

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const act = String(values['act']);
  const id = { id: params.id };
  if (act === 'share') {
    const { audience, expiresOn, costs } = values;
    const body = { audience, expiresOn, costs: costs === 'on' } as InputOf<typeof sharePlan>['body'];
    const made = await attempt(context, sharePlan, { params: id, body });
    if (!made.ok) return data({ problem: made.problem, act }, { status: made.problem.status });
    // What is shown only this once is part of this answer; all else is read anew.
    const { token, ...share } = made.value;
    const { origin } = context.get(readerContext);
    return { act, made: { share, address: `${origin}/plans/shared?${new URLSearchParams({ token })}` } };
  }
  const done = await change(context, id, act, values);
  return done.ok
    ? redirect(`/plans/${params.id}`)
    : data({ problem: done.problem, act }, { status: done.problem.status });
}

async function change(
  context: Readonly<RouterContextProvider>,
  params: { id: string },
  act: string,
  values: FormValues,
): Promise<Attempt<unknown>> {
  const version = Number(values['version']);
  const reckon = (body: InputOf<typeof updatePlan>['body']) =>
    attempt(context, updatePlan, { params, body }, { ifMatch: version });
  switch (act) {
    case 'takeRoad':
      return reckon({ road: String(values['road']) });
    case 'assume': {
      // The form shows a part of what is assumed; the rest stays as it was in the version it was made from.
      const page = await attempt(context, getPlan, { params, query: { number: version } });
      if (!page.ok || !page.value.input.assumptions) return page;
      return reckon({ assumptions: assumptionsOf(values, page.value.input.assumptions) });
    }
    case 'unshare':
      return attempt(context, unsharePlan, { params: { ...params, shareId: String(values['itemId']) } });
    case 'archive':
      return attempt(context, archivePlan, { params });
    case 'restore':
      return attempt(context, restorePlan, { params });
    default:
      return reckon({});
  }
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { made, problem, act } = (actionData ?? {}) as Partial<
    Pick<Parameters<typeof PlanView>[0], 'made' | 'problem' | 'act'>
  >;
  return <PlanView {...loaderData} made={made} problem={problem} act={act} />;
}
