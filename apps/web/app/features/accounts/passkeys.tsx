import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useRevalidator } from 'react-router';
import { addPasskey, usePasskeysWork } from '../../platform/passkey.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/text.ts';
import type { Passkey } from './settings-page.tsx';

/** The passkeys one has, and one more where this browser can make it. */
export function Passkeys({ passkeys }: { passkeys: Passkey[] }) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  const { revalidate } = useRevalidator();
  const works = usePasskeysWork();
  const [failed, setFailed] = useState(false);
  return (
    <>
      {passkeys.length > 0 && (
        <ul className="mb-5 border-t border-ink">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-4 border-b border-rule py-2">
              <span className="grow">{name ?? t('passkey.unnamed')}</span>
              <span className="text-sm text-faded">{day(createdAt)}</span>
              <Form method="post">
                <input type="hidden" name="act" value="deletePasskey" />
                <input type="hidden" name="itemId" value={id} />
                <ConfirmButton label={t('settings.remove')} question={t('passkey.removeQuestion')} />
              </Form>
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <p role="alert" className="mb-3 text-sm text-seal">
          {t('passkey.failed')}
        </p>
      )}
      {works ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const name = new FormData(event.currentTarget).get('passkeyName');
            setFailed(false);
            addPasskey(String(name)).then(
              () => revalidate(),
              () => setFailed(true),
            );
          }}
        >
          <TextField name="passkeyName" label={t('passkey.name')} required maxLength={60} />
          <Button>{t('passkey.add')}</Button>
        </form>
      ) : (
        <p className="text-sm text-faded">{t('passkey.notHere')}</p>
      )}
    </>
  );
}
