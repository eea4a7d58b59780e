import { getInvitation, type ResponseOf } from '@jiechuan/contract';
import { redirectDocument } from 'react-router';
import type { Route } from './+types/invitation';
import { InvitationPage, type InvitationStanding } from '../features/accounts/invitation-page.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { reader, address } = context.get(readerContext);
  const [found, session] = await Promise.all([
    attempt(context, getInvitation, { params: { id: params.id } }),
    askAuth<{ user: { email: string } } | null>(context, '/get-session'),
  ]);
  return {
    state: found.ok ? standingOf(found.value) : ('unknown' as const),
    address,
    email: session.ok ? (session.value?.user.email ?? '') : '',
    member: reader !== null && reader.organisationId !== null,
    invitation: found.ok ? found.value.details : null,
  };
}

function standingOf({ state, yours, details }: ResponseOf<typeof getInvitation>): InvitationStanding {
  if (state !== 'open') return state;
  if (yours === null) return 'signedOut';
  if (!yours) return 'notYours';
  return details ? 'open' : 'unproven';
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
