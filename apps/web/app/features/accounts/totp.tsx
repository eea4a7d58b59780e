import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';

/** The second step: switched on with the password, proven with a first code, switched off with the password. */
export function Totp({
  enabled,
  uri,
  backupCodes,
}: {
  enabled: boolean;
  uri?: string;
  backupCodes?: string[];
}) {
  const { t } = useTranslation('accounts');
  if (uri) return <Proof uri={uri} backupCodes={backupCodes ?? []} />;
  return (
    <Form method="post" className="grid max-w-md gap-4">
      <input type="hidden" name="act" value={enabled ? 'disableTotp' : 'enableTotp'} />
      <p>{enabled ? t('totp.on') : t('totp.off')}</p>
      <TextField
        name="password"
        type="password"
        label={t('settings.currentPassword')}
        autoComplete="current-password"
        required
      />
      <div>
        <Button look={enabled ? 'grave' : 'plain'}>{enabled ? t('totp.disable') : t('totp.enable')}</Button>
      </div>
    </Form>
  );
}

/** Shown this once: the secret for the app, the codes for a lost phone. It counts when a first code was right. */
function Proof({ uri, backupCodes }: { uri: string; backupCodes: string[] }) {
  const { t } = useTranslation('accounts');
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <div className="grid max-w-xl gap-4">
      <p>{t('totp.enter')}</p>
      <p className="border border-field bg-sheet px-4 py-3 font-mono text-lg break-all">
        {secret.match(/.{1,4}/g)?.join(' ')}
      </p>
      <p>
        <a href={uri} className="link">
          {t('totp.open')}
        </a>
      </p>
      <div>
        <p className="font-medium">{t('totp.backup')}</p>
        <ul className="mt-1 grid grid-cols-2 gap-x-6 font-mono sm:grid-cols-3">
          {backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="act" value="verifyTotp" />
        <TextField
          name="code"
          label={t('code.label')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={10}
        />
        <Button look="main">{t('totp.prove')}</Button>
      </Form>
    </div>
  );
}
