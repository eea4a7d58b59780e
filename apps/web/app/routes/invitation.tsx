import { redirectDocument } from 'react-router';
import type { Route } from './+types/invitation';
import { InvitationPage, type Invitation } from '../features/accounts/invitation-page.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { readerContext } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { reader, address } = context.get(readerContext);
  if (!reader) return { state: 'signedOut' as const, address };
  const [found, session] = await Promise.all([
    askAuth<Invitation>(context, `/organization/get-invitation?${new URLSearchParams({ id: params.id })}`),
    askAuth<{ user: { email: string } } | null>(context, '/get-session'),
  ]);
  const email = session.ok ? (session.value?.user.email ?? '') : '';
  const member = reader.organisationId !== null;
  if (!found.ok) return { state: stateOf(found.problem.code), address, email, member };
  const { organizationName, inviterEmail, role, expiresAt } = found.value;
  const invitation = { organizationName, inviterEmail, role, expiresAt };
  return { state: 'open' as const, address, email, member, invitation };
}

/** The library doesn't tell an invitation that is unknown from one that has expired or was answered. */
function stateOf(code: string) {
  if (code === 'auth.invitationNotYours') return 'notYours' as const;
  return code === 'auth.verifyFirst' ? ('unproven' as const) : ('gone' as const);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { act, email } = valuesOf(await request.formData());
  if (act === 'prove') {
    const callbackURL = `/invitations/${params.id}`;
    const sent = await askAuth(context, '/send-verification-email', { email, callbackURL });
    return sent.ok ? { done: 'sent' as const } : { problem: sent.problem };
  }
  const verb = act === 'decline' ? 'reject' : 'accept';
  const answer = await askAuth(context, `/organization/${verb}-invitation`, { invitationId: params.id });
  if (!answer.ok) return { problem: answer.problem };
  // Whom one acts for has changed, and with it every page's header.
  return act === 'decline' ? { done: 'declined' as const } : redirectDocument('/organisation');
}

export default function InvitationRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <InvitationPage {...loaderData} {...actionData} />;
}
