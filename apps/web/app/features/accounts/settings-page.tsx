import type { listApiKeys, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Passkeys } from './passkeys.tsx';
import { Totp } from './totp.tsx';

export interface Passkey {
  id: string;
  name?: string | null;
  createdAt: string;
}

/** How one signs in, and which programs may act in one's name. Language and theme stand at the foot of every page. */
export function SettingsPage(props: {
  name: string;
  email: string;
  twoFactor: boolean;
  passkeys: Passkey[];
  keys: ResponseOf<typeof listApiKeys>['items'];
  act?: string;
  problem?: ProblemDocument;
  totpURI?: string;
  backupCodes?: string[];
  newKey?: string;
}) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <title>{t('settings.title')}</title>
      <h1 className="text-3xl">{t('settings.title')}</h1>
      <p className="mb-6 text-faded">
        {props.name} · {props.email}
      </p>
      <ProblemNote problem={props.problem} />
      <Section title={t('settings.passwordTitle')}>
        <Form method="post" className="grid max-w-md gap-4">
          <input type="hidden" name="act" value="password" />
          <TextField
            name="currentPassword"
            type="password"
            label={t('settings.currentPassword')}
            autoComplete="current-password"
            required
          />
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
          <div>
            <Button>{t('settings.changePassword')}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t('settings.passkeysTitle')} note={t('settings.passkeysNote')}>
        <Passkeys passkeys={props.passkeys} />
      </Section>
      <Section title={t('settings.totpTitle')} note={t('settings.totpNote')}>
        <Totp enabled={props.twoFactor} uri={props.totpURI} backupCodes={props.backupCodes} />
      </Section>
      <Section title={t('settings.keysTitle')} note={t('settings.keysNote')}>
        <ApiKeys
          keys={props.keys}
          made={props.newKey}
          problem={props.act === 'createKey' ? props.problem : undefined}
        />
      </Section>
    </>
  );
}
