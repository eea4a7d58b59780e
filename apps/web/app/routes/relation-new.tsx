import { stateRelation, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/relation-new';
import { memberChoice } from '../features/network/member-choice.server.ts';
import { NewRelation } from '../features/network/new-relation.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['network', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const { member, search } = await memberChoice(context, request);
  return { partner: member, search };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const body = { ...values, strength: wholeNumber(values['strength']) } as InputOf<
    typeof stateRelation
  >['body'];
  const done = await attempt(context, stateRelation, { body });
  return done.ok
    ? redirect(`/network/${done.value.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function RelationNew({ loaderData, actionData }: Route.ComponentProps) {
  return <NewRelation {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}
