import { getPlan, listPlans, listPlanVersions } from '@jiechuan/contract';
import type { Route } from './+types/plan-versions';
import { PlanVersions } from '../features/plans/plan-versions.tsx';
import { personOf, read, readerContext } from '../platform/reader.ts';
import { useCountries } from '../ui/countries.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const { language } = context.get(readerContext);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const plan = await read(context, getPlan, { params: { id: params.id }, query: {} });
  const { product } = plan.result;
  const [versions, others] = await Promise.all([
    read(context, listPlanVersions, { params: { id: params.id }, query: { limit: 50, cursor } }),
    read(context, listPlans, { query: { product: product.id, limit: 20 } }),
  ]);
  return {
    id: plan.id,
    name: inLanguage(product.names, language),
    market: plan.result.market.code,
    versions: versions.items,
    nextCursor: versions.nextCursor,
    others: others.items.filter(({ id }) => id !== plan.id),
  };
}

export default function PlanVersionsRoute({ loaderData }: Route.ComponentProps) {
  const countries = useCountries();
  const { others, market, name, ...rest } = loaderData;
  return (
    <PlanVersions
      {...rest}
      name={name}
      market={countries.name(market)}
      others={others.map((one) => ({
        id: one.id,
        version: one.version,
        name: `${name.text} → ${countries.name(one.market)}`,
      }))}
    />
  );
}
