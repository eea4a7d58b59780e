import { getApplication, reviewApplication, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/admission';
import { ApplicationPage } from '../features/members/application-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries', 'places'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { role } = personOf(context);
  const application = await read(context, getApplication, { params: { id: params.id } });
  return { application, decides: role === 'secretariat' && application.state === 'open' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const body = valuesOf(await request.formData()) as InputOf<typeof reviewApplication>['body'];
  const done = await attempt(context, reviewApplication, { params: { id: params.id }, body });
  return done.ok ? redirect(`/admissions/${params.id}`) : { problem: done.problem };
}

export default function Admission({ loaderData, actionData }: Route.ComponentProps) {
  return <ApplicationPage {...loaderData} problem={actionData?.problem} />;
}
