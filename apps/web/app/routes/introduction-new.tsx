import { askForIntroduction, findIntroductions, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/introduction-new';
import { AskPage } from '../features/network/ask-page.tsx';
import { memberChoice } from '../features/network/member-choice.server.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['network', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const { member, search } = await memberChoice(context, request);
  if (member === null) return { target: null, ways: null, search };
  const found = await attempt(context, findIntroductions, { query: { organisation: member.id } });
  return found.ok
    ? { target: member, ways: found.value, search }
    : { target: member, ways: null, search, problem: found.problem };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const done = await attempt(context, askForIntroduction, {
    body: values as InputOf<typeof askForIntroduction>['body'],
  });
  return done.ok
    ? redirect(`/introductions/${done.value.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function IntroductionNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <AskPage
      {...loaderData}
      problem={actionData?.problem ?? loaderData.problem}
      values={actionData?.values}
    />
  );
}
