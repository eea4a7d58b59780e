import type { PriceBand, ProblemDocument } from '@jiechuan/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { decimalsOf, typedOf } from './product-values.ts';
import { incoterms } from '@jiechuan/contract/words';
import { currencies } from './vocabulary.ts';

/** One row a band; an empty amount leaves its row out. More rows come with script; without it two stand ready. */
export function PriceFields({ prices, problem }: { prices: PriceBand[]; problem?: ProblemDocument }) {
  const { t } = useTranslation('catalogue');
  const [rows, setRows] = useState(Math.min(20, prices.length + 2));
  return (
    <>
      {Array.from({ length: rows }, (_, row) => {
        const band = prices[row];
        const at = (name: string) => errorAt(problem, `prices.${row}.${name}`);
        return (
          <fieldset key={row} className="mb-3 border-b border-rule pb-3">
            <legend className="sr-only">{t('edit.band', { number: row + 1 })}</legend>
            <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-6">
              <TextField
                name={`prices.${row}.minQuantity`}
                label={t('price.from')}
                error={at('minQuantity')}
                defaultValue={band?.minQuantity ?? ''}
                inputMode="numeric"
                maxLength={9}
              />
              <TextField
                name={`prices.${row}.amount`}
                label={t('price.each')}
                error={at('amount')}
                defaultValue={band ? typedOf(band.amount, decimalsOf(band.currency)) : ''}
                inputMode="decimal"
                maxLength={16}
              />
              <SelectField
                name={`prices.${row}.currency`}
                label={t('edit.currency')}
                error={at('currency')}
                defaultValue={band?.currency ?? 'CNY'}
                options={currencies.map((code) => ({ value: code, label: code }))}
              />
              <SelectField
                name={`prices.${row}.incoterm`}
                label={t('price.terms')}
                error={at('incoterm')}
                defaultValue={band?.incoterm ?? 'FOB'}
                options={incoterms.map((term) => ({ value: term, label: term }))}
              />
              <TextField
                name={`prices.${row}.place`}
                label={t('edit.place')}
                error={at('place')}
                defaultValue={band?.place ?? ''}
                maxLength={100}
              />
              <CheckField
                name={`prices.${row}.byAgreement`}
                label={t('edit.byAgreement')}
                defaultChecked={band?.byAgreement ?? false}
              />
            </div>
          </fieldset>
        );
      })}
      {rows < 20 && (
        <Button type="button" onClick={() => setRows(rows + 1)}>
          {t('edit.moreBands')}
        </Button>
      )}
    </>
  );
}
