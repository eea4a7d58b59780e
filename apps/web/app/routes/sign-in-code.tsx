import { redirectDocument } from 'react-router';
import type { Route } from './+types/sign-in-code';
import { CodeForm } from '../features/accounts/code-form.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { ownAddress } from '../platform/preferences.ts';

export const handle = { texts: ['accounts'] };

export const loader = ({ request }: Route.LoaderArgs) => ({
  next: ownAddress(new URL(request.url).searchParams.get('next')),
});

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData()) as Record<string, string | undefined>;
  const code = (values['code'] ?? '').replaceAll(/\s/g, '');
  // Six digits come from the app; anything longer is one of the codes kept for a lost phone.
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const answer = await askAuth(context, path, { code });
  if (!answer.ok) return { problem: answer.problem };
  return redirectDocument(ownAddress(values['next'] ?? null));
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  return <CodeForm next={loaderData.next} problem={actionData?.problem} />;
}
