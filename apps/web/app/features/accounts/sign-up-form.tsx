import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Card } from './card.tsx';

/**
 * An account for a person; the organisation comes with the application. Whether the address had one
 * already is told to its owner alone, by mail.
 */
export function SignUpForm(props: {
  next: string;
  name?: string;
  email?: string;
  sentTo?: string;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('accounts');
  if (props.sentTo !== undefined)
    return (
      <Card title={t('signUp.title')}>
        <p role="status">{t('signUp.sent', { email: props.sentTo })}</p>
      </Card>
    );
  return (
    <Card title={t('signUp.title')}>
      <ProblemNote problem={props.problem} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="name"
          label={t('name')}
          defaultValue={props.name}
          autoComplete="name"
          required
          maxLength={100}
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          defaultValue={props.email}
          autoComplete="username"
          required
          maxLength={200}
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          hint={t('signUp.passwordHint')}
          autoComplete="new-password"
          required
          minLength={10}
          maxLength={128}
        />
        <Button look="main">{t('signUp.go')}</Button>
      </Form>
      <p className="mt-6 text-sm">
        {t('signUp.haveAccount')}{' '}
        <Link to={`/sign-in?${new URLSearchParams({ next: props.next })}`} className="link">
          {t('signIn.title')}
        </Link>
      </p>
    </Card>
  );
}
