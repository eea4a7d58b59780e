import type { listPeople, OrganisationPerson, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

type People = ResponseOf<typeof listPeople>;

const roles = ['member', 'admin', 'owner'] as const;
const line =
  'grid grid-cols-1 items-start gap-x-6 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]';

/** Who works for the organisation here and as what, who has been invited; inviting, changing, taking out, leaving. */
export function PeoplePage(props: {
  people: People;
  organisation: string;
  problem?: ProblemDocument;
  /** Which form was refused. */
  act?: string;
}) {
  const { t } = useTranslation('accounts');
  const { people, organisation, problem, act } = props;
  const owners = people.items.filter(({ role }) => role === 'owner').length;
  const self = people.items.find(({ you }) => you);
  return (
    <>
      <title>{t('people.title')}</title>
      <h1 className="text-3xl">{t('people.title')}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('people.about', { organisation })}</p>
      {act !== 'invite' && <ProblemNote problem={problem} />}
      <Section title={t('people.here')}>
        <ul className="border-t border-ink">
          {people.items.map((one) => (
            <PersonLine
              key={one.id}
              {...{ one, organisation }}
              gives={self?.role === 'owner' ? roles : roles.filter((role) => role !== 'owner')}
              manages={people.manages && (self?.role === 'owner' || one.role !== 'owner')}
              last={one.role === 'owner' && owners === 1}
            />
          ))}
        </ul>
      </Section>
      <Section title={t('people.invited')} note={t('people.invitedNote')}>
        <Invited people={people} />
      </Section>
      {people.manages && (
        <Section title={t('people.inviteTitle')} note={t('people.inviteNote')}>
          <ProblemNote problem={act === 'invite' ? problem : undefined} />
          <Form method="post" className="flex flex-wrap items-end gap-4">
            <TextField
              name="email"
              type="email"
              label={t('people.email')}
              maxLength={200}
              required
              className="w-72 max-w-full"
            />
            <SelectField
              name="role"
              label={t('invitation.role')}
              options={roles.slice(0, 2).map((role) => ({ value: role, label: t(`role.${role}`) }))}
            />
            <Button look="main" name="act" value="invite">
              {t('people.invite')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}

function PersonLine(props: {
  one: OrganisationPerson;
  organisation: string;
  gives: readonly string[];
  /** Whether the reader may change and take out this person. */
  manages: boolean;
  /** The only owner, who stays. */
  last: boolean;
}) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  const { one, manages, last } = props;
  return (
    <li className={line}>
      <div className="min-w-0">
        <p className="font-medium">
          {one.name} {one.you && <span className="font-normal text-faded">{t('people.you')}</span>}
        </p>
        <p className="text-sm text-faded">
          {one.email} · {t('people.since', { day: day(one.since) })}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3 sm:justify-end">
        {manages && !last ? (
          <Form method="post" className="flex items-end gap-2">
            <input type="hidden" name="itemId" value={one.id} />
            <select
              key={one.role}
              name="role"
              aria-label={t('people.roleOf', { name: one.name })}
              defaultValue={one.role}
              className="min-h-9 rounded-seal border border-field bg-sheet px-2.5 py-1.5 text-ink"
            >
              {props.gives.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </select>
            <Button name="act" value="changeRole">
              {t('people.change')}
            </Button>
          </Form>
        ) : (
          <span className="py-1.5 text-sm">{t(`role.${one.role}`)}</span>
        )}
        {(one.you || manages) && !last && (
          <Form method="post">
            <input type="hidden" name="act" value={one.you ? 'leave' : 'remove'} />
            <input type="hidden" name="itemId" value={one.id} />
            <ConfirmButton
              label={one.you ? t('people.leave') : t('people.remove')}
              question={
                one.you
                  ? t('people.leaveQuestion', { organisation: props.organisation })
                  : t('people.removeQuestion', { name: one.name })
              }
            />
          </Form>
        )}
        {one.you && last && <p className="w-full text-sm text-faded sm:text-end">{t('people.lastOwner')}</p>}
      </div>
    </li>
  );
}

function Invited({ people }: { people: People }) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  if (people.invitations.length === 0) return <p className="text-faded">{t('people.noneInvited')}</p>;
  return (
    <ul className="border-t border-ink">
      {people.invitations.map((one) => (
        <li key={one.id} className={line}>
          <div className="min-w-0">
            <p className="font-medium">{one.email}</p>
            <p className="text-sm text-faded">
              {t(`role.${one.role}`)} ·{' '}
              {one.expired
                ? t('people.expired', { day: day(one.expiresAt) })
                : t('people.invitedUntil', { day: day(one.expiresAt) })}
            </p>
          </div>
          {people.manages && (
            <Form method="post">
              <input type="hidden" name="itemId" value={one.id} />
              <Button name="act" value="cancelInvitation">
                {t('people.cancel')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
