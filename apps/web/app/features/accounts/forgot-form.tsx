import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Card } from './card.tsx';

/** Asks for a link to set a new password. The answer is the same whether the address is known or not. */
export function ForgotForm({ sent, problem }: { sent?: boolean; problem?: ProblemDocument }) {
  const { t } = useTranslation('accounts');
  return (
    <Card title={t('forgot.title')}>
      <ProblemNote problem={problem} />
      {sent ? (
        <p role="status">{t('forgot.sent')}</p>
      ) : (
        <Form method="post" className="grid gap-4">
          <TextField
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            maxLength={200}
          />
          <Button look="main">{t('forgot.go')}</Button>
        </Form>
      )}
    </Card>
  );
}
