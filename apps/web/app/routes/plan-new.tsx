import { createPlan, getProduct, listProducts, planAssumptions, type InputOf } from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/plan-new';
import { hubChoices, marketCodes } from '../features/plans/choices.server.ts';
import { NewPlan } from '../features/plans/new-plan.tsx';
import { assumptionsOf, wishesOf } from '../features/plans/plan-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['plans', 'catalogue', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const search = new URL(request.url).searchParams;
  const asked = search.get('product');
  const [product, markets, hubs] = await Promise.all([
    // A product that isn't there, or isn't the reader's to see, is looked for by its name instead.
    asked ? attempt(context, getProduct, { params: { id: asked } }) : null,
    marketCodes(context),
    hubChoices(context),
  ]);
  return {
    product: product?.ok ? product.value : null,
    market: search.get('market'),
    markets,
    hubs,
    assumptions: planAssumptions.parse({}),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const assumptions = assumptionsOf(values, planAssumptions.parse({}));
  const found = await productOf(context, values);
  const body = {
    ...wishesOf(values),
    productId: found.id,
    market: values['market'],
    assumptions,
  } as InputOf<typeof createPlan>['body'];
  // Sent even without a product, so that all that is wrong is said at once.
  const done = await attempt(context, createPlan, { body });
  if (done.ok) return redirect(`/plans/${done.value.id}`);
  return data(
    {
      problem: done.problem,
      values: { ...body, product: typeof values['product'] === 'string' ? values['product'] : '' },
      assumptions,
      candidates: found.candidates,
    },
    { status: done.problem.status },
  );
}

/** The product meant: picked, or the only one whose SKU or name the words fit; else those to choose among. */
async function productOf(context: Readonly<RouterContextProvider>, values: FormValues) {
  if (typeof values['productId'] === 'string') return { id: values['productId'] };
  const q = typeof values['product'] === 'string' ? values['product'].trim() : '';
  const found = q === '' ? undefined : await attempt(context, listProducts, { query: { q, limit: 8 } });
  const items = found?.ok ? found.value.items : [];
  const bySku = items.filter(({ sku }) => sku.toLowerCase() === q.toLowerCase());
  const only = bySku.length === 1 ? bySku[0] : items.length === 1 ? items[0] : undefined;
  return only ? { id: only.id } : { candidates: items };
}

export default function PlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const entered = actionData as
    | Pick<Parameters<typeof NewPlan>[0], 'problem' | 'values' | 'candidates' | 'assumptions'>
    | undefined;
  return <NewPlan {...loaderData} {...entered} />;
}
