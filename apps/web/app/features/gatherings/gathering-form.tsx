import type { Gathering, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { localOf } from '../../platform/clocks.ts';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TextInTongues } from '../../ui/text-in-tongues.tsx';
import { useWords } from '../../ui/text.ts';
import { firstSlot, gatheringTongues, interpreterLines, programmeLines } from './gathering-values.ts';
import { gatheringKinds } from '@jiechuan/contract/words';

/** What a new gathering's slots begin with. */
const usualSlots = {
  slotMinutes: 20,
  pauseMinutes: 5,
  morningSlots: 5,
  noonMinutes: 75,
  afternoonSlots: 6,
  tables: 10,
} as const;

/** A gathering: names, place, time, programme, and slots for meetings. Kept as a draft in the browser until it is sent. */
export function GatheringForm(props: {
  /** Null for a new one. */
  gathering: Gathering | null;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { tongue, list } = useWords();
  const countries = useCountries();
  const { gathering, problem } = props;
  const draft = useDraft(`gathering:${gathering?.id ?? 'new'}`);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const filled = typedOr(props.values);
  const tongues = gatheringTongues(gathering);
  const title = gathering ? t('form.change') : t('form.new');
  const field = (name: string, label: string, known: string | number | undefined, rest = {}) => (
    <TextField
      name={name}
      label={label}
      defaultValue={filled(name, known)}
      error={errorAt(problem, name)}
      required
      {...rest}
    />
  );
  const texts = (
    name: 'names' | 'place' | 'about',
    label: (one: string) => string,
    maxLength: number,
    long = false,
  ) => (
    <TextInTongues
      {...{ name, tongues, label, filled, problem, maxLength, long }}
      known={gathering?.[name]}
    />
  );
  const local = (instant: string | undefined) =>
    gathering && instant ? localOf(Date.parse(instant), gathering.zone) : '';
  const wrong = problem?.errors?.find(({ path }) => path.startsWith('body.programme'));
  const line = Number(/^body\.programme\.(\d+)/.exec(wrong?.path ?? '')?.[1]) + 1;
  const meets = props.values
    ? props.values['meets'] !== undefined
    : (gathering?.matchmaking ?? null) !== null;
  const slotField = (name: keyof typeof usualSlots) => (
    <TextField
      key={name}
      name={`matchmaking.${name}`}
      label={t(`form.slots.${name}`)}
      inputMode="numeric"
      defaultValue={filled(`matchmaking.${name}`, gathering?.matchmaking?.[name] ?? usualSlots[name])}
      error={errorAt(problem, `matchmaking.${name}`)}
    />
  );
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('form.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" {...draft.form}>
        <DraftNote {...draft} />
        {gathering && <input type="hidden" name="version" value={gathering.version} />}
        <input type="hidden" name="tongues" value={tongues.join(',')} />
        <Section title={t('form.whatTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <SelectField
              name="kind"
              label={t('form.kind')}
              defaultValue={filled('kind', gathering?.kind ?? 'fair')}
              error={errorAt(problem, 'kind')}
              options={gatheringKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </div>
          <div className="mt-4 grid items-start gap-4 sm:grid-cols-3">
            {texts('names', (one) => t('form.name', { tongue: one }), 200)}
          </div>
          <div className="mt-4 grid items-start gap-4 sm:grid-cols-3">
            {texts('about', (one) => t('form.about', { tongue: one }), 4000, true)}
          </div>
        </Section>
        <Section title={t('form.whereTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {texts('place', (one) => t('form.place', { tongue: one }), 300)}
            {field('city', t('form.city'), gathering?.city, { maxLength: 100 })}
            <SelectField
              name="country"
              label={t('form.country')}
              defaultValue={filled('country', gathering?.country ?? 'CN')}
              error={errorAt(problem, 'country')}
              options={countries.options()}
            />
            {field('zone', t('form.zone'), gathering?.zone ?? 'Asia/Shanghai', { maxLength: 60 })}
            {field('startsAt', t('form.startsAt'), local(gathering?.startsAt), { type: 'datetime-local' })}
            {field('endsAt', t('form.endsAt'), local(gathering?.endsAt), { type: 'datetime-local' })}
            {field('capacity', t('form.capacity'), gathering?.capacity ?? 100, { inputMode: 'numeric' })}
            {field('languages', t('form.languages'), gathering?.languages.join(', ') ?? 'zh-CN, en', {
              hint: t('form.languagesHint'),
            })}
          </div>
        </Section>
        <Section title={t('programme.title')}>
          <TextArea
            name="programme"
            label={t('form.programme')}
            hint={t('form.programmeHint', { columns: list(tongues.map(tongue)) })}
            rows={8}
            defaultValue={filled('programme', gathering && programmeLines(gathering, tongues))}
            error={
              wrong &&
              (Number.isNaN(line) ? wrong.message : t('form.programmeLine', { line, why: wrong.message }))
            }
          />
        </Section>
        <Section title={t('form.slotsTitle')} note={t('form.slotsNote')}>
          <CheckField name="meets" label={t('form.meets')} defaultChecked={meets} />
          <div className="mt-4 grid items-start gap-4 sm:grid-cols-4">
            <TextField
              name="matchmaking.first"
              type="time"
              label={t('form.slots.first')}
              defaultValue={filled(
                'matchmaking.first',
                gathering?.matchmaking ? firstSlot(gathering) : '10:00',
              )}
              error={errorAt(problem, 'matchmaking.minute')}
            />
            {(Object.keys(usualSlots) as (keyof typeof usualSlots)[]).map(slotField)}
          </div>
          <TextArea
            name="interpreters"
            label={t('form.interpreters')}
            hint={t('form.interpretersHint')}
            rows={3}
            className="mt-4 max-w-md"
            defaultValue={filled('interpreters', gathering && interpreterLines(gathering))}
            error={problem?.errors?.find(({ path }) => path.startsWith('body.interpreters'))?.message}
          />
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
