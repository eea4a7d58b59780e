import type { getInvitation, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { Card } from './card.tsx';

type Invitation = NonNullable<ResponseOf<typeof getInvitation>['details']>;

const over = ['unknown', 'expired', 'accepted', 'declined', 'withdrawn'] as const;
type Over = (typeof over)[number];
const isOver = (state: InvitationStanding): state is Over => (over as readonly string[]).includes(state);

/** Open for an answer, or what stands in the way of one. */
export type InvitationStanding = Over | 'signedOut' | 'open' | 'unproven' | 'notYours';

/** Where the mail of an invitation leads: who invites to what, then yes or no; or what stands in the way. */
export function InvitationPage(props: {
  state: InvitationStanding;
  /** Of this page, to come back to. */
  address: string;
  email?: string;
  member?: boolean;
  invitation: Invitation | null;
  done?: 'sent' | 'declined';
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('accounts');
  const { state, invitation, email = '', done } = props;
  return (
    <Card title={t('invitation.title')}>
      <ProblemNote problem={props.problem} />
      {done === 'declined' ? (
        <p role="status">{t('invitation.declined')}</p>
      ) : (
        <>
          {state === 'signedOut' && <SignedOut address={props.address} />}
          {state === 'open' && invitation && <Answer invitation={invitation} />}
          {state === 'unproven' && <Unproven email={email} sent={done === 'sent'} />}
          {state === 'notYours' && <NotYours email={email} />}
          {isOver(state) && <Ended state={state} member={props.member ?? false} />}
        </>
      )}
    </Card>
  );
}

function SignedOut({ address }: { address: string }) {
  const { t } = useTranslation('accounts');
  const query = new URLSearchParams({ next: address });
  return (
    <>
      <p>{t('invitation.signInFirst')}</p>
      <p className="mt-5 grid gap-3">
        <ButtonLink look="main" to={`/sign-in?${query}`}>
          {t('signIn.go')}
        </ButtonLink>
        <ButtonLink to={`/sign-up?${query}`}>{t('signUp.go')}</ButtonLink>
      </p>
    </>
  );
}

function Answer({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  return (
    <>
      <p className="mb-4 font-name text-xl">{invitation.organisation}</p>
      <Facts
        columns={1}
        facts={[
          [t('invitation.inviter'), invitation.inviterEmail],
          [t('invitation.role'), t(`role.${invitation.role}`)],
          [t('invitation.until'), day(invitation.expiresAt)],
        ]}
      />
      <Form method="post" className="mt-5 flex flex-wrap gap-3">
        <Button look="main" name="act" value="accept">
          {t('invitation.accept')}
        </Button>
        <Button name="act" value="decline">
          {t('invitation.decline')}
        </Button>
      </Form>
    </>
  );
}

function Unproven({ email, sent }: { email: string; sent: boolean }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <p>{t('invitation.unproven', { email })}</p>
      {sent ? (
        <p role="status" className="mt-4 text-celadon-ink">
          {t('invitation.sent')}
        </p>
      ) : (
        <Form method="post" className="mt-5">
          <input type="hidden" name="email" value={email} />
          <Button name="act" value="prove">
            {t('invitation.sendAgain')}
          </Button>
        </Form>
      )}
    </>
  );
}

function NotYours({ email }: { email: string }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <p>{t('invitation.notYours', { email })}</p>
      <Form method="post" action="/sign-out" className="mt-5">
        <Button>{t('invitation.signOut')}</Button>
      </Form>
    </>
  );
}

function Ended({ state, member }: { state: Over; member: boolean }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <p>{t(`invitation.state.${state}`)}</p>
      {member && (
        <p className="mt-4">
          <Link to="/organisation" className="link">
            {t('invitation.toOrganisation')}
          </Link>
        </p>
      )}
    </>
  );
}
