import type { Route } from './+types/forgot-password';
import { ForgotForm } from '../features/accounts/forgot-form.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';

export const handle = { texts: ['accounts'] };

export async function action({ context, request }: Route.ActionArgs) {
  const { email } = valuesOf(await request.formData());
  const answer = await askAuth(context, '/request-password-reset', { email, redirectTo: '/reset-password' });
  return answer.ok ? { sent: true } : { problem: answer.problem };
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  return <ForgotForm {...actionData} />;
}
