import type { HabitNote, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { PredicateFields, ScopeFields, SourceFields, TextsFields } from './scope-fields.tsx';
import { habitTopics } from '@jiechuan/contract/words';

/** A habit to be written down, changed or taken out. */
export function HabitForm({ habit, problem }: { habit: HabitNote | null; problem?: ProblemDocument }) {
  const { t } = useTranslation('markets');
  const title = habit ? t('edit.habitTitle') : t('edit.newHabit');
  return (
    <article>
      <title>{title}</title>
      <h1 className="mb-5 text-3xl">{title}</h1>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid gap-6 pb-8">
        <input type="hidden" name="act" value="save" />
        {habit && <input type="hidden" name="version" value={habit.version} />}
        <SelectField
          name="topic"
          label={t('form.topic')}
          defaultValue={habit?.topic}
          className="max-w-60"
          options={habitTopics.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
        />
        <TextsFields name="claim" texts={habit?.claim} maxLength={600} problem={problem} />
        <TextsFields name="advice" texts={habit?.advice} maxLength={600} problem={problem} />
        <ScopeFields scope={habit?.scope} problem={problem} />
        <PredicateFields predicate={habit?.check} optional problem={problem} />
        <SourceFields source={habit?.source} problem={problem} />
        <p>
          <Button look="main">{t('edit.save')}</Button>
        </p>
      </Form>
      {habit && (
        <Section title={t('edit.endHabitTitle')} note={t('edit.endHabitAbout')}>
          <Form method="post" className="flex flex-wrap items-end gap-4">
            <TextField
              name="reason"
              label={t('edit.reason')}
              error={errorAt(problem, 'reason')}
              required
              maxLength={600}
              className="grow"
            />
            <Button name="act" value="end" look="grave">
              {t('edit.endHabit')}
            </Button>
          </Form>
        </Section>
      )}
    </article>
  );
}
