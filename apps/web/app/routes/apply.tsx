import { applyForMembership, uploadEvidence, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/apply';
import { ApplyForm, type ApplyValues } from '../features/members/apply-form.tsx';
import { filesOf, valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries', 'places'] };

export function loader({ context }: Route.LoaderArgs) {
  personOf(context);
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const values = valuesOf(form);
  const evidence: string[] = [];
  for (const file of filesOf(form, 'evidence').slice(0, 10)) {
    const kept = await attempt(context, uploadEvidence, { file, filename: file.name });
    if (!kept.ok) return { problem: kept.problem, values: values as ApplyValues };
    evidence.push(kept.value.id);
  }
  const body = {
    answers: {},
    contact: {},
    names: {},
    ...values,
    evidence,
    foundedYear: wholeNumber(values['foundedYear']),
    employees: wholeNumber(values['employees']),
  } as InputOf<typeof applyForMembership>['body'];
  const sent = await attempt(context, applyForMembership, { body });
  if (!sent.ok) return { problem: sent.problem, values: values as ApplyValues };
  return redirect(`/admissions/${sent.value.id}`);
}

export default function Apply({ actionData }: Route.ComponentProps) {
  return <ApplyForm values={actionData?.values} problem={actionData?.problem} />;
}
