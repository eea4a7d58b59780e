import type { CountryVisaNote, ProblemDocument } from '@jiechuan/contract';
import { confidences, visaRules } from '@jiechuan/contract/words';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { useVisaRule, VisaSource } from './visa-words.tsx';

/** One country's note: what is told now, its review, and a form that corrects it. */
export function VisaNoteForm(props: {
  note: CountryVisaNote;
  values?: FormValues | undefined;
  problem?: ProblemDocument | undefined;
}) {
  const { t } = useTranslation('tours');
  const countries = useCountries();
  const { day } = useWords();
  const rule = useVisaRule();
  const { note, values, problem } = props;
  const title = t('visa.of', { country: countries.name(note.country) });
  const filled = typedOr(values);
  // Where nothing is known the source of the ordinary way is none of a correction.
  const source = note.known ? note.source : undefined;
  return (
    <article>
      <title>{title}</title>
      <p className="pb-2 text-sm">
        <Link to="/visa-notes" className="link">
          {t('visa.listTitle')}
        </Link>
      </p>
      <h1 className="mb-5 text-3xl">{title}</h1>
      <ProblemNote problem={problem} />
      <Section title={t('visa.now')} note={t('visa.reviewNote')}>
        <p className="measure">{rule(note.country, note)}</p>
        {note.validTo && <p className="measure">{t('visa.until', { day: day(note.validTo) })}</p>}
        <p className="mt-1">
          <VisaSource note={note} />
        </p>
        {!note.review && (
          <Form method="post" className="mt-4">
            <input type="hidden" name="act" value="review" />
            <input type="hidden" name="version" value={note.version} />
            <Button>{t('visa.review')}</Button>
          </Form>
        )}
      </Section>
      <Section title={t('visa.correct')} note={t('visa.correctNote')}>
        <Form method="post" key={note.version} className="measure grid gap-4">
          <input type="hidden" name="act" value="keep" />
          <input type="hidden" name="version" value={note.version} />
          <SelectField
            name="rule"
            label={t('visa.rule')}
            defaultValue={filled('rule', note.rule)}
            options={visaRules.map((value) => ({ value, label: t(`visa.ruleOf.${value}`) }))}
          />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              name="days"
              type="number"
              min={1}
              max={365}
              label={t('visa.days')}
              hint={t('visa.daysHint')}
              defaultValue={filled('days', note.days)}
              error={errorAt(problem, 'days')}
            />
            <TextField
              name="validTo"
              type="date"
              label={t('visa.validTo')}
              hint={t('visa.validToHint')}
              defaultValue={filled('validTo', note.validTo)}
              error={errorAt(problem, 'validTo')}
            />
          </div>
          <TextField
            name="source.title"
            label={t('visa.sourceTitle')}
            defaultValue={filled('source.title', source?.title)}
            error={errorAt(problem, 'source.title')}
            required
            maxLength={300}
          />
          <TextField
            name="source.url"
            type="url"
            label={t('visa.sourceUrl')}
            defaultValue={filled('source.url', source?.url)}
            error={errorAt(problem, 'source.url')}
            required
            maxLength={500}
          />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              name="source.date"
              type="date"
              label={t('visa.sourceDate')}
              defaultValue={filled('source.date', source?.date)}
              error={errorAt(problem, 'source.date')}
              required
            />
            <SelectField
              name="confidence"
              label={t('visa.confidence')}
              defaultValue={filled('confidence', note.confidence)}
              options={confidences.map((value) => ({ value, label: t(`confidence.${value}`) }))}
            />
          </div>
          <div>
            <Button look="main">{t('visa.save')}</Button>
          </div>
        </Form>
      </Section>
    </article>
  );
}
