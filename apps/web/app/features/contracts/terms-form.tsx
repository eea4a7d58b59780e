import {
  disputeForums,
  governingLaws,
  incoterms,
  type ContractPage,
  type ProblemDocument,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { bothTexts, majorOf } from './terms-values.ts';

/** The terms of a draft; what is left empty is said in the template's words, or falls away. */
export function TermsForm({
  contract: { terms, version, kind, missing },
  problem,
  values,
}: {
  contract: ContractPage;
  problem?: ProblemDocument;
  values?: FormValues;
}) {
  const { t } = useTranslation(['contracts', 'words']);
  const { tongue } = useWords();
  const typed = typedOr(values);
  const field = (name: string, known: string | number | null | undefined) => ({
    name: `terms.${name}`,
    defaultValue: typed(`terms.${name}`, known),
    error: errorAt(problem, `terms.${name}`),
  });
  const choices = (group: 'law' | 'forum' | 'prevailing', all: readonly string[]) =>
    all.map((value) => ({ value, label: t(`contracts:${group}.${value}`) }));
  return (
    <Form method="post" className="grid gap-6">
      <ProblemNote problem={problem} />
      <input type="hidden" name="version" value={version} />
      {terms.lines.map((line, at) => (
        <fieldset key={`${at} ${line.description.zh}`} className="border-b border-rule pb-5">
          <legend className="mb-2 font-medium">{t('contracts:line', { number: at + 1 })}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('contracts:descriptionIn', { tongue: tongue('zh-CN') })}
              maxLength={300}
              required
              {...field(`lines.${at}.description.zh`, line.description.zh)}
            />
            <TextField
              label={t('contracts:descriptionIn', { tongue: tongue(terms.language) })}
              maxLength={300}
              required
              {...field(`lines.${at}.description.other`, line.description.other)}
            />
          </div>
          <div className="mt-4 grid gap-4 sm:grid-cols-3">
            <TextField
              label={t('contracts:hs6')}
              inputMode="numeric"
              maxLength={6}
              {...field(`lines.${at}.hs6`, line.hs6)}
            />
            <TextField
              label={t('contracts:quantityIn', { unit: t(`words:quantity.${line.unit}`) })}
              inputMode="numeric"
              required
              {...field(`lines.${at}.quantity`, line.quantity)}
            />
            <TextField
              label={t('contracts:unitPriceIn', { currency: terms.currency })}
              inputMode="decimal"
              required
              name={`terms.lines.${at}.unitPrice`}
              defaultValue={typed(
                `terms.lines.${at}.unitPrice`,
                majorOf(line.unitPriceMinor, terms.currency),
              )}
              error={errorAt(problem, `terms.lines.${at}.unitPriceMinor`)}
            />
          </div>
        </fieldset>
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('contracts:term.incoterm')}
          options={[{ value: '', label: '–' }, ...incoterms.map((value) => ({ value, label: value }))]}
          {...field('incoterm', terms.incoterm)}
        />
        <TextField label={t('contracts:term.place')} maxLength={100} {...field('place', terms.place)} />
        <TextField
          label={t('contracts:term.deliveryFrom')}
          type="date"
          {...field('deliveryFrom', terms.deliveryFrom)}
        />
        <TextField
          label={t('contracts:term.deliveryUntil')}
          type="date"
          {...field('deliveryUntil', terms.deliveryUntil)}
        />
        <TextField
          label={t('contracts:term.validUntil')}
          type="date"
          {...field('validUntil', terms.validUntil)}
        />
        {kind === 'agency' && (
          <TextField
            label={t('contracts:commissionPercent')}
            inputMode="decimal"
            name="terms.commission"
            defaultValue={typed(
              'terms.commission',
              terms.commissionPpm === null ? '' : terms.commissionPpm / 10_000,
            )}
            error={errorAt(problem, 'terms.commissionPpm')}
          />
        )}
      </div>
      {kind === 'agency' && (
        <CheckField
          label={t('contracts:term.exclusive')}
          name="terms.exclusive"
          defaultChecked={values ? typed('terms.exclusive', '') === 'on' : terms.exclusive}
        />
      )}
      {bothTexts.map((name) => (
        <fieldset key={name}>
          <legend className="mb-1 font-medium">{t(`contracts:term.${name}`)}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {(['zh', 'other'] as const).map((side) => (
              <TextArea
                key={side}
                label={tongue(side === 'zh' ? 'zh-CN' : terms.language)}
                rows={3}
                {...field(`${name}.${side}`, terms[name]?.[side])}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t('contracts:term.law')}
          options={choices('law', governingLaws)}
          {...field('law', terms.law)}
        />
        <SelectField
          label={t('contracts:term.forum')}
          options={choices('forum', disputeForums)}
          {...field('forum', terms.forum)}
        />
        <SelectField
          label={t('contracts:term.prevailing')}
          options={choices('prevailing', ['both', 'zh', 'other'])}
          {...field('prevailing', terms.prevailing)}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-medium">{t('contracts:term.otherLaw')}</legend>
        <div className="grid gap-4 sm:grid-cols-2">
          {(['zh', 'other'] as const).map((side) => (
            <TextField
              key={side}
              label={tongue(side === 'zh' ? 'zh-CN' : terms.language)}
              maxLength={200}
              {...field(`otherLaw.${side}`, terms.otherLaw?.[side])}
            />
          ))}
        </div>
      </fieldset>
      <p className="flex flex-wrap gap-3">
        <Button name="act" value="save" look={missing.length > 0 ? 'main' : 'plain'}>
          {t('contracts:save')}
        </Button>
        <Button name="act" value="issue" look={missing.length > 0 ? 'plain' : 'main'}>
          {t('contracts:issue')}
        </Button>
      </p>
    </Form>
  );
}
