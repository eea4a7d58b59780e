import {
  answerReviewer,
  askApplicant,
  getApplication,
  reviewApplication,
  uploadEvidence,
  type InputOf,
} from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/admission';
import { ApplicationPage } from '../features/members/application-page.tsx';
import { filesOf, valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries', 'places'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { role } = personOf(context);
  const application = await read(context, getApplication, { params: { id: params.id } });
  const open = application.state === 'open';
  return {
    application,
    decides: open && role === 'secretariat',
    answers: open && role !== 'secretariat',
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = valuesOf(form);
  const { intent, questionId, ...values } = typed;
  const there = redirect(`/admissions/${id}`);
  if (intent === 'ask') {
    const body = values as InputOf<typeof askApplicant>['body'];
    const asked = await attempt(context, askApplicant, { params: { id }, body });
    return asked.ok ? there : { problem: asked.problem, typed };
  }
  if (intent === 'answer') {
    const evidence: string[] = [];
    for (const file of filesOf(form, 'evidence').slice(0, 10)) {
      const kept = await attempt(context, uploadEvidence, { file, filename: file.name });
      if (!kept.ok) return { problem: kept.problem, typed };
      evidence.push(kept.value.id);
    }
    const body = { ...values, evidence } as InputOf<typeof answerReviewer>['body'];
    const params = { id, questionId: String(questionId) };
    const answered = await attempt(context, answerReviewer, { params, body });
    return answered.ok ? there : { problem: answered.problem, typed };
  }
  const body = values as InputOf<typeof reviewApplication>['body'];
  const done = await attempt(context, reviewApplication, { params: { id }, body });
  return done.ok ? there : { problem: done.problem, typed };
}

export default function Admission({ loaderData, actionData }: Route.ComponentProps) {
  return <ApplicationPage {...loaderData} problem={actionData?.problem} typed={actionData?.typed} />;
}
