import type { DemandInput, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { decimalsOf, typedOf } from '../catalogue/product-values.ts';
import { certificateKinds, incoterms, quantityUnits, storageClasses } from '@jiechuan/contract/words';
import { currencies } from '../catalogue/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { demandRhythms } from '@jiechuan/contract/words';

/** What one wants to buy. Kept as a draft in the browser until it is sent. */
export function DemandForm(props: {
  /** Null for a new one. */
  demand: { id: string; version: number } | null;
  values: Partial<DemandInput>;
  markets: readonly string[];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['matching', 'words']);
  const { language } = useWords();
  const countries = useCountries();
  const draft = useDraft(`demand:${props.demand?.id ?? 'new'}`);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  const { values, problem } = props;
  useEffect(() => {
    if (problem) keep();
  });
  const at = (name: string) => errorAt(problem, name);
  const title = props.demand ? t('matching:change.title') : t('matching:new.title');
  const { targetPrice, arrives } = values;
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('matching:new.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" {...draft.form}>
        <DraftNote {...draft} />
        {props.demand && <input type="hidden" name="version" value={props.demand.version} />}
        <Section title={t('matching:form.whatTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="words"
              label={t('matching:field.words')}
              hint={t('matching:field.wordsHint')}
              error={at('words')}
              defaultValue={values.words}
              required
              maxLength={200}
              className="sm:col-span-2"
            />
            <TextField
              name="hs6"
              label={t('matching:field.hs6')}
              hint={t('matching:field.hs6Hint')}
              error={at('hs6')}
              defaultValue={values.hs6 ?? ''}
              inputMode="numeric"
              maxLength={8}
            />
            <TextField
              name="quantity"
              label={t('matching:field.quantity')}
              error={at('quantity')}
              defaultValue={values.quantity}
              inputMode="numeric"
              required
              maxLength={12}
            />
            <SelectField
              name="unit"
              label={t('matching:field.unit')}
              error={at('unit')}
              defaultValue={values.unit ?? 'KGM'}
              options={quantityUnits.map((unit) => ({ value: unit, label: t(`words:quantity.${unit}`) }))}
            />
            <SelectField
              name="rhythm"
              label={t('matching:field.rhythm')}
              error={at('rhythm')}
              defaultValue={values.rhythm ?? 'monthly'}
              options={demandRhythms.map((one) => ({ value: one, label: t(`matching:rhythm.${one}`) }))}
            />
          </div>
        </Section>
        <Section title={t('matching:form.whereTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <SelectField
              name="market"
              label={t('matching:field.market')}
              error={at('market')}
              defaultValue={values.market ?? ''}
              required
              options={[
                { value: '', label: t('matching:field.choose') },
                ...props.markets
                  .map((code) => ({ value: code, label: countries.name(code) }))
                  .toSorted((a, b) => a.label.localeCompare(b.label, language)),
              ]}
            />
            <TextField
              name="arrives.earliest"
              type="date"
              label={t('matching:field.earliest')}
              error={at('arrives.earliest')}
              defaultValue={arrives?.earliest}
            />
            <TextField
              name="arrives.latest"
              type="date"
              label={t('matching:field.latest')}
              error={at('arrives.latest')}
              defaultValue={arrives?.latest}
            />
          </div>
        </Section>
        <Section title={t('matching:form.termsTitle')} note={t('matching:form.termsNote')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="targetPrice.amount"
              label={t('matching:field.targetPrice')}
              hint={t('matching:field.targetPriceHint')}
              error={at('targetPrice.amount')}
              defaultValue={
                typeof targetPrice?.amount === 'number'
                  ? typedOf(targetPrice.amount, decimalsOf(targetPrice.currency))
                  : targetPrice?.amount
              }
              inputMode="decimal"
              maxLength={16}
            />
            <SelectField
              name="targetPrice.currency"
              label={t('matching:field.currency')}
              error={at('targetPrice.currency')}
              defaultValue={targetPrice?.currency ?? 'EUR'}
              options={currencies.map((code) => ({ value: code, label: code }))}
            />
            <SelectField
              name="incoterm"
              label={t('matching:field.incoterm')}
              error={at('incoterm')}
              defaultValue={values.incoterm ?? 'DAP'}
              options={incoterms.map((term) => ({ value: term, label: term }))}
            />
            <SelectField
              name="storage"
              label={t('matching:field.storage')}
              error={at('storage')}
              defaultValue={values.storage ?? ''}
              options={[
                { value: '', label: t('matching:field.anyStorage') },
                ...storageClasses.map((one) => ({ value: one, label: t(`words:temperature.${one}`) })),
              ]}
            />
          </div>
          <details className="mt-4" open={(values.certificates?.length ?? 0) > 0}>
            <summary className="link w-fit">{t('matching:field.certificates')}</summary>
            <p className="mt-1 text-sm text-faded">{t('matching:field.certificatesHint')}</p>
            <div className="mt-2 grid gap-x-6 sm:grid-cols-3">
              {certificateKinds.map((kind) => (
                <CheckField
                  key={kind}
                  name="certificates[]"
                  value={kind}
                  label={t(`words:certificate.${kind}`)}
                  defaultChecked={values.certificates?.includes(kind)}
                />
              ))}
            </div>
          </details>
        </Section>
        <Section title={t('matching:form.moreTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="openUntil"
              type="date"
              label={t('matching:field.openUntil')}
              hint={t('matching:field.openUntilHint')}
              error={at('openUntil')}
              defaultValue={values.openUntil}
              required
            />
            <TextArea
              name="note"
              label={t('matching:field.note')}
              error={at('note')}
              defaultValue={values.note ?? ''}
              maxLength={2000}
              className="sm:col-span-2"
            />
          </div>
          <p className="mt-5">
            <Button look="main" disabled={sending}>
              {props.demand ? t('matching:change.send') : t('matching:new.send')}
            </Button>
          </p>
        </Section>
      </Form>
    </article>
  );
}
