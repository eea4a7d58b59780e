import {
  confirmRelation,
  declineRelation,
  endRelation,
  getRelation,
  updateRelation,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/relation';
import { RelationPage } from '../features/network/relation-page.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['network', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  return { relation: await read(context, getRelation, { params: { id: params.id } }) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const id = { id: params.id };
  const { act, visibility } = values;
  const body = { strength: wholeNumber(values['strength']), visibility } as InputOf<
    typeof confirmRelation
  >['body'];
  const done = await change();
  if (!done.ok) return data({ problem: done.problem, values }, { status: done.problem.status });
  // What was declined or ended is there no more.
  return redirect(act === 'decline' || act === 'end' ? '/network' : `/network/${params.id}`);

  function change() {
    switch (act) {
      case 'confirm':
        return attempt(context, confirmRelation, { params: id, body });
      case 'decline':
        return attempt(context, declineRelation, { params: id });
      case 'end':
        return attempt(context, endRelation, { params: id });
      default:
        return attempt(context, updateRelation, { params: id, body }, { ifMatch: Number(values['version']) });
    }
  }
}

export default function RelationRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <RelationPage {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}
