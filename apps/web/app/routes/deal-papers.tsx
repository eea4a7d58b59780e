import { draftPaper, getDeal, listPapers, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/deal-papers';
import { PaperList } from '../features/papers/paper-list.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['papers'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const found = await read(context, listPapers, { params: { dealId: params.id } });
  const { title, ours } = await read(context, getDeal, { params: { id: params.id } });
  return { found, title, dealId: params.id, seller: ours === 'seller' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const { kind } = valuesOf(await request.formData());
  const done = await attempt(context, draftPaper, {
    params: { dealId: params.id },
    body: { kind } as InputOf<typeof draftPaper>['body'],
  });
  return done.ok
    ? redirect(`/papers/${done.value.id}`)
    : data({ problem: done.problem }, { status: done.problem.status });
}

export default function DealPapers({ loaderData, actionData }: Route.ComponentProps) {
  return <PaperList {...loaderData} problem={actionData?.problem} />;
}
