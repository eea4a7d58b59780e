import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';

export interface People {
  members: { id: string; role: string; name: string; email: string }[];
  /** Those not yet answered. */
  invitations: { id: string; role: string; email: string; expiresAt: string }[];
  /** Only the owner and administrators invite. */
  invites: boolean;
}

const roles = ['member', 'admin'] as const;

/** Who works for the organisation here, who has been invited, and inviting more by mail. */
export function PeopleEditor({ people, problem }: { people: People; problem?: ProblemDocument }) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  const line = 'flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2';
  return (
    <>
      <ul className="border-t border-ink">
        {people.members.map((one) => (
          <li key={one.id} className={line}>
            <span className="grow">
              {one.name} <span className="text-sm text-faded">{one.email}</span>
            </span>
            <span className="text-sm text-faded">{t(`role.${one.role}`)}</span>
          </li>
        ))}
        {people.invitations.map((one) => (
          <li key={one.id} className={line}>
            <span className="grow">
              {one.email}{' '}
              <span className="text-sm text-faded">
                {t('people.invitedUntil', { day: day(one.expiresAt) })}
              </span>
            </span>
            <span className="text-sm text-faded">{t(`role.${one.role}`)}</span>
            {people.invites && (
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
      {people.invites && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-4">
          <div className="w-full empty:hidden">
            <ProblemNote problem={problem} />
          </div>
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
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Button name="act" value="invite">
            {t('people.invite')}
          </Button>
        </Form>
      )}
    </>
  );
}
