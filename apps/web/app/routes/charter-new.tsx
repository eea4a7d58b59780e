import { getCharter, publishCharter, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/charter-new';
import { CharterForm, type CharterValues } from '../features/members/charter-form.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['members'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).role !== 'secretariat') throw data(null, { status: 403 });
  const current = await attempt(context, getCharter, {});
  // Before the first version there is none to begin from.
  if (!current.ok && current.problem.status !== 404)
    throw data(current.problem, { status: current.problem.status });
  return { current: current.ok ? current.value : null, once: crypto.randomUUID() };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { once, adoptedOn, texts = {} } = valuesOf(await request.formData());
  const done = await attempt(
    context,
    publishCharter,
    { body: { adoptedOn, texts } as InputOf<typeof publishCharter>['body'] },
    typeof once === 'string' ? { idempotencyKey: once } : {},
  );
  if (done.ok) return redirect(`/charter?version=${done.value.number}`);
  const entered = { adoptedOn, texts } as CharterValues;
  return data({ problem: done.problem, entered }, { status: done.problem.status });
}

export default function CharterNew({ loaderData, actionData }: Route.ComponentProps) {
  return <CharterForm {...loaderData} {...actionData} />;
}
