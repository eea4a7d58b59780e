import type { ContractPage, ProblemDocument } from '@jiechuan/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useRevalidator } from 'react-router';
import { usePasskeysWork } from '../../platform/passkey.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { signWithPasskey } from './sign-with-passkey.ts';

/** Signing what is shown: with a passkey, or with password and one-time code, which needs no script. */
export function SignForm({ contract, problem }: { contract: ContractPage; problem?: ProblemDocument }) {
  const { t } = useTranslation('contracts');
  const works = usePasskeysWork();
  const { revalidate } = useRevalidator();
  const [failed, setFailed] = useState<string>();
  const digest = contract.documentSha256!;
  const passkey = () => {
    setFailed(undefined);
    signWithPasskey(contract.id, digest).then(revalidate, (error: unknown) =>
      setFailed(error instanceof Error && error.name === 'Error' ? error.message : t('sign.brokenOff')),
    );
  };
  return (
    <div className="grid gap-6 border border-field p-5">
      <p className="measure">{t('sign.lead')}</p>
      <ProblemNote problem={problem} />
      {failed && (
        <p role="alert" className="border-s-4 border-seal bg-alarm-wash px-4 py-3">
          {failed}
        </p>
      )}
      {works && (
        <p>
          <Button type="button" look="main" onClick={passkey}>
            {t('sign.passkey')}
          </Button>
        </p>
      )}
      <Form method="post" className="grid gap-4 sm:grid-cols-[1fr_10rem_auto] sm:items-end">
        <input type="hidden" name="documentSha256" value={digest} />
        <TextField
          label={t('sign.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={t('sign.code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          required
        />
        <Button name="act" value="sign" look={works ? 'plain' : 'main'}>
          {t('sign.go')}
        </Button>
      </Form>
    </div>
  );
}
