import type { ImportResource, ProblemDocument } from '@jiechuan/contract';
import { incoterms } from '@jiechuan/contract/words';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';

/** In what prices are told that are nothing but a figure: for the whole list, where neither cell nor column says. */
export function TermsFields({ job, problem }: { job: ImportResource; problem?: ProblemDocument }) {
  const { t } = useTranslation('imports');
  const { currency, incoterm, place } = job.terms;
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-3">
      <TextField
        name="terms.currency"
        label={t('terms.currency')}
        hint={t('terms.currencyHint')}
        error={errorAt(problem, 'terms.currency')}
        defaultValue={currency ?? ''}
        maxLength={3}
        autoComplete="off"
      />
      <SelectField
        name="terms.incoterm"
        label={t('terms.incoterm')}
        error={errorAt(problem, 'terms.incoterm')}
        defaultValue={incoterm ?? ''}
        options={[
          { value: '', label: t('terms.asListed') },
          ...incoterms.map((code) => ({ value: code, label: code })),
        ]}
      />
      <TextField
        name="terms.place"
        label={t('terms.place')}
        error={errorAt(problem, 'terms.place')}
        defaultValue={place ?? ''}
        maxLength={100}
      />
    </div>
  );
}
