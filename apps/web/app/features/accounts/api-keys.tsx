import type { listApiKeys, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';

const scopes = ['catalogue.*', 'members.*', 'search.*'] as const;
const spans = ['30', '90', '365'] as const;

/** Keys for programs: what each may do and until when. A new one is shown this once. */
export function ApiKeys(props: {
  keys: ResponseOf<typeof listApiKeys>['items'];
  made?: string;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('accounts');
  const { day } = useWords();
  return (
    <>
      {props.made && (
        <div role="status" className="mb-5 border-s-4 border-celadon bg-celadon-wash px-4 py-3">
          <p>{t('keys.once')}</p>
          <p className="mt-1 font-mono break-all">{props.made}</p>
        </div>
      )}
      {props.keys.length > 0 && (
        <ul className="mb-5 border-t border-ink">
          {props.keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-baseline gap-4 border-b border-rule py-2">
              <span className="font-medium">{key.name}</span>
              <code>{key.start}…</code>
              <span className="grow text-sm text-faded">
                {key.scopes.join(', ')}
                {key.expiresAt && ` · ${t('keys.until', { day: day(key.expiresAt) })}`}
              </span>
              <Form method="post">
                <input type="hidden" name="act" value="revokeKey" />
                <input type="hidden" name="itemId" value={key.id} />
                <ConfirmButton
                  label={t('keys.revoke')}
                  question={t('keys.revokeQuestion', { name: key.name })}
                />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="grid max-w-xl gap-4 sm:grid-cols-2">
        <input type="hidden" name="act" value="createKey" />
        <TextField
          name="name"
          label={t('keys.name')}
          error={errorAt(props.problem, 'name')}
          required
          maxLength={60}
        />
        <SelectField
          name="expiresInDays"
          label={t('keys.span')}
          defaultValue="90"
          options={spans.map((days) => ({ value: days, label: t('keys.days', { count: Number(days) }) }))}
        />
        <fieldset className="sm:col-span-2">
          <legend className="mb-1 text-sm font-medium">{t('keys.scopes')}</legend>
          {scopes.map((scope) => (
            <CheckField
              key={scope}
              name="scopes[]"
              value={scope}
              label={t(`keys.scope.${scope.slice(0, -2)}`)}
            />
          ))}
          {errorAt(props.problem, 'scopes') && (
            <p className="text-sm text-seal">{errorAt(props.problem, 'scopes')}</p>
          )}
        </fieldset>
        <div>
          <Button>{t('keys.create')}</Button>
        </div>
      </Form>
    </>
  );
}
