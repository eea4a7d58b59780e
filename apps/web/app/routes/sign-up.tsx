import { redirect } from 'react-router';
import type { Route } from './+types/sign-up';
import { SignUpForm } from '../features/accounts/sign-up-form.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { ownAddress } from '../platform/preferences.ts';
import { readerContext } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export function loader({ context, request }: Route.LoaderArgs) {
  const next = ownAddress(new URL(request.url).searchParams.get('next') ?? '/apply');
  if (context.get(readerContext).reader) throw redirect(next);
  return { next };
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData()) as Record<string, string | undefined>;
  const { name = '', email = '', password = '' } = values;
  const next = ownAddress(values['next'] ?? null);
  // The link in the mail proves the address, signs in, and leads on to the same place.
  const answer = await askAuth(context, '/sign-up/email', { name, email, password, callbackURL: next });
  if (!answer.ok) return { problem: answer.problem, name, email };
  return { sentTo: email };
}

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  return <SignUpForm next={loaderData.next} {...actionData} />;
}
