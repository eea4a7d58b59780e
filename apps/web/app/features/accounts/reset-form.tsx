import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Card } from './card.tsx';

/** A new password, for whoever holds the link from the mail. */
export function ResetForm({ token, problem }: { token: string; problem?: ProblemDocument }) {
  const { t } = useTranslation('accounts');
  return (
    <Card title={t('reset.title')}>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="token" value={token} />
        <TextField
          name="newPassword"
          type="password"
          label={t('settings.newPassword')}
          hint={t('signUp.passwordHint')}
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
          required
        />
        <Button look="main">{t('reset.go')}</Button>
      </Form>
    </Card>
  );
}
