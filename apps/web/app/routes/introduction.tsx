import {
  agreeToIntroduction,
  declineIntroduction,
  getIntroduction,
  passIntroduction,
  withdrawIntroduction,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/introduction';
import { IntroductionPage } from '../features/network/introduction-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['network', 'deals', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  return { introduction: await read(context, getIntroduction, { params: { id: params.id } }) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const done = await change();
  return done.ok
    ? redirect(`/introductions/${params.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });

  function change() {
    const id = { id: params.id };
    const { act, to, note } = values;
    switch (act) {
      case 'pass':
        return attempt(context, passIntroduction, {
          params: id,
          body: { to: String(to), note: typeof note === 'string' ? note : null },
        });
      case 'agree':
        return attempt(context, agreeToIntroduction, { params: id });
      case 'withdraw':
        return attempt(context, withdrawIntroduction, { params: id });
      case 'decline':
        return attempt(context, declineIntroduction, { params: id });
      default:
        // A form that says nothing known changes nothing.
        return attempt(context, getIntroduction, { params: id });
    }
  }
}

export default function IntroductionRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <IntroductionPage {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}
