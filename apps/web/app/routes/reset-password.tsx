import { redirect } from 'react-router';
import type { Route } from './+types/reset-password';
import { ResetForm } from '../features/accounts/reset-form.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';

export const handle = { texts: ['accounts'] };

export function loader({ request }: Route.LoaderArgs) {
  const token = new URL(request.url).searchParams.get('token');
  if (!token) throw redirect('/forgot-password');
  return { token };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { token, newPassword } = valuesOf(await request.formData());
  const answer = await askAuth(context, '/reset-password', { token, newPassword });
  return answer.ok ? redirect('/sign-in') : { problem: answer.problem };
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  return <ResetForm token={loaderData.token} problem={actionData?.problem} />;
}
