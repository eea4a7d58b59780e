import { tourCities, tourFunding, type ProblemDocument, type Tour } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { clockOf } from './tour-values.ts';

const usualMeal = { from: 690, to: 840, minutes: 60 };

/** Who comes, when, and what a day may hold. Kept as a draft in the browser until it is sent. */
export function TourForm({
  tour,
  member,
  values,
  problem,
}: {
  /** Null for a new one. */
  tour: Tour | null;
  /** The member who comes, where it was chosen before. */
  member?: { id: string; names: Record<string, string>; country: string } | null;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { tongue, of } = useWords();
  const countries = useCountries();
  const draft = useDraft(`tour:${tour?.id ?? 'new'}`);
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const sending = useNavigation().state === 'submitting';
  const filled = typedOr(values);
  const fixed = tour?.state === 'confirmed';
  const title = tour ? t('form.change') : t('form.new');
  const cities = tourCities.map((value) => ({ value, label: t(`city.${value}`) }));
  const time = (name: string, label: string, known: number) => (
    <TextField
      name={name}
      type="time"
      label={label}
      defaultValue={filled(name, clockOf(known))}
      error={errorAt(problem, name)}
      required
    />
  );
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{fixed ? t('form.fixed') : t('form.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" {...draft.form}>
        <DraftNote {...draft} />
        {tour && <input type="hidden" name="version" value={tour.version} />}
        <input
          type="hidden"
          name="guests.organisationId"
          value={tour?.guests.organisationId ?? member?.id ?? ''}
        />
        <Section title={t('form.guests')} note={member && t('form.member', { member: of(member.names) })}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              name="title"
              label={t('form.title')}
              defaultValue={filled('title', tour?.title)}
              error={errorAt(problem, 'title')}
              maxLength={200}
              required
            />
            <TextField
              name="guests.name"
              label={t('form.group')}
              defaultValue={filled('guests.name', tour?.guests.name ?? (member && of(member.names)))}
              error={errorAt(problem, 'guests.name')}
              maxLength={200}
              required
            />
            <SelectField
              name="guests.country"
              label={t('form.country')}
              options={countries.options()}
              defaultValue={filled('guests.country', tour?.guests.country ?? member?.country ?? 'HU')}
              error={errorAt(problem, 'guests.country')}
            />
            <SelectField
              name="guests.language"
              label={t('form.language')}
              hint={t(fixed ? 'form.languageAnew' : 'form.languageHint')}
              options={['en', 'ru'].map((value) => ({ value, label: tongue(value) }))}
              defaultValue={filled('guests.language', tour?.guests.language ?? 'en')}
            />
            <TextField
              name="guests.visitors"
              type="number"
              min={1}
              max={200}
              label={t('form.visitors')}
              defaultValue={filled('guests.visitors', tour?.guests.visitors ?? 8)}
              error={errorAt(problem, 'guests.visitors')}
              required
            />
            <TextArea
              name="guests.persons"
              label={t('form.persons')}
              hint={t('form.personsHint')}
              defaultValue={filled('guests.persons', tour?.guests.persons.join('\n'))}
              error={errorAt(problem, 'guests.persons')}
            />
          </div>
        </Section>
        <Section title={t('form.when')}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              name="firstDay"
              type="date"
              label={t('form.firstDay')}
              defaultValue={filled('firstDay', tour?.firstDay)}
              error={errorAt(problem, 'firstDay')}
              required
            />
            <TextField
              name="lastDay"
              type="date"
              label={t('form.lastDay')}
              defaultValue={filled('lastDay', tour?.lastDay)}
              error={errorAt(problem, 'lastDay')}
              required
            />
            <SelectField
              name="startCity"
              label={t('form.startCity')}
              options={cities}
              defaultValue={filled('startCity', tour?.startCity ?? 'chengdu')}
            />
            <SelectField
              name="endCity"
              label={t('form.endCity')}
              options={cities}
              defaultValue={filled('endCity', tour?.endCity ?? 'chengdu')}
            />
          </div>
        </Section>
        <Section title={t('form.limits')} note={t('form.limitsNote')}>
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {time('limits.starts', t('form.starts'), tour?.limits.starts ?? 480)}
            {time('limits.ends', t('form.ends'), tour?.limits.ends ?? 1140)}
            <TextField
              name="limits.maxTravel"
              type="number"
              min={0}
              max={1440}
              label={t('form.maxTravel')}
              defaultValue={filled('limits.maxTravel', tour?.limits.maxTravel ?? 300)}
              error={errorAt(problem, 'limits.maxTravel')}
              required
            />
            <TextField
              name="limits.maxVisits"
              type="number"
              min={1}
              max={8}
              label={t('form.maxVisits')}
              defaultValue={filled('limits.maxVisits', tour?.limits.maxVisits ?? 3)}
              error={errorAt(problem, 'limits.maxVisits')}
              required
            />
          </div>
          <div className="mt-4 grid max-w-2xl gap-4">
            {[0, 1, 2].map((nth) => {
              const meal = tour ? tour.limits.meals[nth] : nth === 0 ? usualMeal : undefined;
              const name = `limits.meals.${nth}`;
              const clock = (end: 'from' | 'to', label: string) => (
                <TextField
                  name={`${name}.${end}`}
                  type="time"
                  label={label}
                  defaultValue={filled(`${name}.${end}`, meal && clockOf(meal[end]))}
                  error={errorAt(problem, `${name}.${end}`)}
                />
              );
              return (
                <fieldset key={nth} className="min-w-0">
                  <legend className="mb-1 text-sm font-semibold">{t('form.meal', { nth: nth + 1 })}</legend>
                  <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
                    {clock('from', t('form.mealFrom'))}
                    {clock('to', t('form.mealTo'))}
                    <TextField
                      name={`${name}.minutes`}
                      type="number"
                      min={15}
                      max={240}
                      label={t('form.mealMinutes')}
                      defaultValue={filled(`${name}.minutes`, meal?.minutes ?? 60)}
                      error={errorAt(problem, `${name}.minutes`) ?? errorAt(problem, name)}
                    />
                  </div>
                </fieldset>
              );
            })}
          </div>
          <p className="mt-2 text-xs text-faded">{t('form.mealsHint')}</p>
        </Section>
        <Section title={t('form.letter')}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <SelectField
              name="funding"
              label={t('form.funding')}
              options={tourFunding.map((value) => ({ value, label: t(`funding.${value}`) }))}
              defaultValue={filled('funding', tour?.funding ?? 'shared')}
            />
            <TextArea
              name="inviter"
              label={t('form.inviter')}
              hint={t('form.inviterHint')}
              defaultValue={filled('inviter', tour?.inviter)}
              error={errorAt(problem, 'inviter')}
              maxLength={500}
              required
            />
          </div>
          <p className="mt-5">
            <Button look="main" disabled={sending}>
              {t('form.save')}
            </Button>
          </p>
        </Section>
      </Form>
    </article>
  );
}
