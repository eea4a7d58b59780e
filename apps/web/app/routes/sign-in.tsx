import { redirect, redirectDocument } from 'react-router';
import type { Route } from './+types/sign-in';
import { SignInForm } from '../features/accounts/sign-in-form.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { ownAddress } from '../platform/preferences.ts';
import { readerContext } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export function loader({ context, request }: Route.LoaderArgs) {
  const next = ownAddress(new URL(request.url).searchParams.get('next'));
  if (context.get(readerContext).reader) throw redirect(next);
  return { next };
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData()) as Record<string, string | undefined>;
  const { email = '', password = '' } = values;
  const next = ownAddress(values['next'] ?? null);
  const answer = await askAuth<{ twoFactorRedirect?: boolean }>(context, '/sign-in/email', {
    email,
    password,
  });
  if (!answer.ok) return { problem: answer.problem, email };
  if (answer.value.twoFactorRedirect) throw redirect(`/sign-in/code?${new URLSearchParams({ next })}`);
  return redirectDocument(next);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return <SignInForm next={loaderData.next} {...actionData} />;
}
