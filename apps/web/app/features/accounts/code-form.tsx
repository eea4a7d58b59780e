import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Card } from './card.tsx';

/** The second step: the app's six digits, or one of the codes kept for a lost phone. */
export function CodeForm({ next, problem }: { next: string; problem?: ProblemDocument }) {
  const { t } = useTranslation('accounts');
  return (
    <Card title={t('code.title')}>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={20}
        />
        <Button look="main">{t('signIn.go')}</Button>
      </Form>
      <p className="mt-5 text-sm">
        <Link to={`/sign-in?${new URLSearchParams({ next })}`} className="link">
          {t('code.back')}
        </Link>
      </p>
    </Card>
  );
}
