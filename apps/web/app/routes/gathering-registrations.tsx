import { answerRegistration, getGathering, listRegistrations, type InputOf } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-registrations';
import { RegistrationsPage } from '../features/gatherings/registrations-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listRegistrations>['query'];
  return {
    gathering: await read(context, getGathering, { params }),
    found: await read(context, listRegistrations, { params, query }),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const { registration, answer } = valuesOf(await request.formData());
  const done = await attempt(context, answerRegistration, {
    params: { id: String(registration) },
    body: { answer } as InputOf<typeof answerRegistration>['body'],
  });
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
}

export default function GatheringRegistrations({ loaderData, actionData }: Route.ComponentProps) {
  return <RegistrationsPage {...loaderData} problem={actionData?.problem} />;
}
