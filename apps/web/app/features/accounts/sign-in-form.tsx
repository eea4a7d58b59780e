import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';

/** Signing in by password or passkey. `next` is where one goes afterwards. */
export function SignInForm(props: { next: string; email?: string; problem?: ProblemDocument }) {
  const { t } = useTranslation('accounts');
  return (
    <Card title={t('signIn.title')}>
      <ProblemNote problem={props.problem} />
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="next" value={props.next} />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          defaultValue={props.email}
          autoComplete="username webauthn"
          required
          maxLength={200}
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <Button look="main">{t('signIn.go')}</Button>
      </Form>
      <PasskeySignIn next={props.next} />
      <p className="mt-6 text-sm">
        <Link to="/forgot-password" className="link">
          {t('signIn.forgot')}
        </Link>
      </p>
      <p className="mt-2 text-sm">
        {t('signIn.noAccount')}{' '}
        <Link to={`/sign-up?${new URLSearchParams({ next: props.next })}`} className="link">
          {t('signUp.title')}
        </Link>
      </p>
    </Card>
  );
}
