import { createHub, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/freight-hub-new';
import { hubOf } from '../features/freight/hub-values.ts';
import { NewHub } from '../features/freight/new-hub.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

export function loader({ context }: Route.LoaderArgs) {
  const { role } = personOf(context);
  if (role !== 'secretariat') throw data(null, { status: 403 });
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const code = String(values['code'] ?? '').trim();
  const body: InputOf<typeof createHub>['body'] = { ...hubOf(values), code };
  const done = await attempt(context, createHub, { body });
  return done.ok
    ? redirect(`/freight/hubs/${done.value.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function FreightHubNew({ actionData }: Route.ComponentProps) {
  return <NewHub problem={actionData?.problem} values={actionData?.values} />;
}
