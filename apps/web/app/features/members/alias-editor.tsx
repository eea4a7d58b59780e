import type { OrganisationAlias, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';

const kinds = ['transliteration', 'abbreviation', 'former-name', 'trade-name'] as const;

/** Spellings by which the organisation is found, each with where it is written. */
export function AliasEditor({
  aliases,
  problem,
}: {
  aliases: OrganisationAlias[];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('members');
  const at = (name: string) => errorAt(problem, name);
  return (
    <>
      {aliases.length > 0 && (
        <ul className="mb-6 border-t border-ink">
          {aliases.map((alias) => (
            <li key={alias.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2">
              <span lang={alias.language ?? undefined} className="font-medium">
                {alias.text}
              </span>
              <span className="grow text-sm text-faded">
                {[t(`aliasKind.${alias.kind}`), alias.source].filter(Boolean).join(' · ')}
              </span>
              <Form method="post">
                <input type="hidden" name="act" value="removeAlias" />
                <input type="hidden" name="itemId" value={alias.id} />
                <ConfirmButton
                  label={t('own.remove')}
                  question={t('own.removeAlias', { name: alias.text })}
                />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <details open={problem !== undefined}>
        <summary className="link mb-3 w-fit">{t('own.addAlias')}</summary>
        <Form method="post" className="grid gap-4 sm:grid-cols-2">
          <input type="hidden" name="act" value="addAlias" />
          <TextField name="text" label={t('own.aliasText')} error={at('text')} required maxLength={200} />
          <SelectField
            name="kind"
            label={t('own.aliasKind')}
            error={at('kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`aliasKind.${kind}`) }))}
          />
          <TextField name="source" label={t('own.aliasSource')} error={at('source')} maxLength={500} />
          <TextField name="quote" label={t('own.aliasQuote')} error={at('quote')} maxLength={1000} />
          <div className="sm:col-span-2">
            <Button look="main">{t('own.add')}</Button>
          </div>
        </Form>
      </details>
    </>
  );
}
