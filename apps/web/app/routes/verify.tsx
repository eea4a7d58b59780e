import { verifyDocument, verifyNumber } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/verify';
import { VerifyPage } from '../features/contracts/verify-page.tsx';
import { filesOf } from '../platform/forms.ts';
import { attempt } from '../platform/reader.ts';

export const handle = { texts: ['contracts'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { number, code } = Object.fromEntries(new URL(request.url).searchParams);
  if (number === undefined || code === undefined) return { found: undefined };
  const asked = await attempt(context, verifyNumber, { query: { number, code } });
  return { found: asked.ok ? asked.value : { state: 'unknown' as const, contract: null } };
}

export async function action({ context, request }: Route.ActionArgs) {
  const [file] = filesOf(await request.formData(), 'file');
  const done = await attempt(context, verifyDocument, {
    file: file ?? new Blob([]),
    filename: file?.name ?? '',
  });
  return done.ok
    ? { found: done.value, problem: undefined }
    : data({ found: undefined, problem: done.problem }, { status: done.problem.status });
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <VerifyPage
      found={actionData ? actionData.found : loaderData.found}
      byCode={!actionData}
      problem={actionData?.problem}
    />
  );
}
