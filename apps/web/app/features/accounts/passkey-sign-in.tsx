import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInWithPasskey, usePasskeysWork } from '../../platform/passkey.ts';
import { Button } from '../../ui/button.tsx';

/** Shown where the browser can: a passkey needs script by its nature. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t } = useTranslation('accounts');
  const works = usePasskeysWork();
  const [failed, setFailed] = useState(false);
  if (!works) return null;
  return (
    <div className="mt-5 border-t border-rule pt-5">
      {failed && (
        <p role="alert" className="mb-3 text-sm text-seal">
          {t('passkey.failed')}
        </p>
      )}
      <Button
        type="button"
        className="w-full"
        onClick={() => {
          setFailed(false);
          signInWithPasskey().then(
            () => location.assign(next),
            () => setFailed(true),
          );
        }}
      >
        {t('signIn.passkey')}
      </Button>
    </div>
  );
}
