import { answerMatch, closeDemand, getDemand, listMatches, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/demand';
import { DemandPage } from '../features/matching/demand-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['matching', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const { id } = params;
  const [demand, matches] = await Promise.all([
    read(context, getDemand, { params: { id } }),
    // Who may not read matches (a government's observer) reads the demand alone.
    attempt(context, listMatches, { params: { id } }),
  ]);
  return { demand, matches: matches.ok ? matches.value.items : [] };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const { id } = params;
  const productId = String(values['productId'] ?? '');
  const { answer, note = null } = values;
  const done =
    values['act'] === 'close'
      ? await attempt(context, closeDemand, { params: { id } })
      : await attempt(context, answerMatch, {
          params: { id, productId },
          body: { answer, note } as InputOf<typeof answerMatch>['body'],
        });
  if (done.ok) return redirect(productId ? `/demands/${id}#match-${productId}` : `/demands/${id}`);
  return data({ problem: done.problem, act: productId }, { status: done.problem.status });
}

export default function DemandRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <DemandPage {...loaderData} {...actionData} />;
}
