import type { listMarketRuleVersions, MarketRule, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { PredicateFields, ScopeFields, SourceFields, TextsFields } from './scope-fields.tsx';
import { confidences, ruleEffects } from '@jiechuan/contract/words';
import { useMarketWords } from './words.ts';

/** A rule to be written down or changed; below it the review, the end, and what it said before. */
export function RuleForm(props: {
  market: string;
  rule: MarketRule | null;
  versions: ResponseOf<typeof listMarketRuleVersions>['items'];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  const { rule, problem } = props;
  const title = rule ? t('edit.ruleTitle', { code: rule.code }) : t('edit.newRule');
  return (
    <article>
      <title>{title}</title>
      <h1 className="mb-5 text-3xl">{title}</h1>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid gap-6 pb-8">
        <input type="hidden" name="act" value="save" />
        {rule && <input type="hidden" name="version" value={rule.version} />}
        <div className="grid gap-4 sm:grid-cols-4">
          {!rule && (
            <TextField
              name="code"
              label={t('form.code')}
              hint={t('form.codeHint')}
              error={errorAt(problem, 'code')}
              defaultValue={`${props.market}-`}
              required
              maxLength={60}
            />
          )}
          <TextField
            name="area"
            label={t('form.area')}
            hint={t('form.areaHint')}
            error={errorAt(problem, 'area')}
            defaultValue={rule?.area ?? props.market}
            required
            maxLength={5}
          />
          <SelectField
            name="effect"
            label={t('form.effect')}
            defaultValue={rule?.effect}
            options={ruleEffects.map((effect) => ({ value: effect, label: t(`effect.${effect}`) }))}
          />
          <SelectField
            name="confidence"
            label={t('form.confidence')}
            defaultValue={rule?.confidence ?? 'medium'}
            options={confidences.map((one) => ({ value: one, label: t(`confidence.${one}`) }))}
          />
        </div>
        <TextsFields name="requirement" texts={rule?.requirement} maxLength={1000} problem={problem} />
        <ScopeFields scope={rule?.scope} problem={problem} />
        <PredicateFields predicate={rule?.predicate} problem={problem} />
        <SourceFields source={rule?.source} problem={problem} />
        <div className="grid gap-4 sm:grid-cols-4">
          <TextField
            name="validFrom"
            type="date"
            label={t('form.validFrom')}
            defaultValue={rule?.validFrom ?? ''}
            error={errorAt(problem, 'validFrom')}
          />
          <TextField
            name="validTo"
            type="date"
            label={t('form.validTo')}
            defaultValue={rule?.validTo ?? ''}
            error={errorAt(problem, 'validTo')}
          />
        </div>
        <p>
          <Button look="main">{t('edit.save')}</Button>
        </p>
      </Form>
      {rule && (
        <>
          <Section title={t('edit.reviewTitle')} note={t('edit.reviewAbout')}>
            <Form method="post" className="flex flex-wrap items-end gap-4">
              <input type="hidden" name="version" value={rule.version} />
              <p className="grow">
                {rule.review
                  ? t('rule.reviewed', { person: rule.review.person, day: words.day(rule.review.at) })
                  : t('rule.notReviewed')}
              </p>
              <Button name="act" value="review">
                {t('edit.review')}
              </Button>
            </Form>
          </Section>
          <Section title={t('edit.endTitle')} note={t('edit.endAbout')}>
            <Form method="post" className="flex flex-wrap items-end gap-4">
              <TextField
                name="lastDay"
                type="date"
                label={t('edit.lastDay')}
                error={errorAt(problem, 'lastDay')}
                required
              />
              <Button name="act" value="end" look="grave">
                {t('edit.end')}
              </Button>
            </Form>
          </Section>
          <Section title={t('edit.versionsTitle')}>
            <ol className="border-t border-ink">
              {props.versions.map((one) => (
                <li key={one.version} className="border-b border-rule py-2 text-sm">
                  {[
                    t('edit.version', { number: one.version }),
                    t(`change.${one.change}`),
                    one.person ?? t('edit.shipped'),
                    words.moment(one.at),
                  ].join(' · ')}
                </li>
              ))}
            </ol>
          </Section>
        </>
      )}
    </article>
  );
}
