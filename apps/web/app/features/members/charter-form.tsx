import type { CharterVersion, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** Languages a charter is always asked for in; those of the version in force come beside them. */
const always = ['zh-CN', 'en', 'ru'];

export interface CharterValues {
  adoptedOn?: string;
  texts?: Record<string, string>;
}

/** The next version, begun from the one in force. Kept as a draft in the browser until it is published. */
export function CharterForm(props: {
  current: CharterVersion | null;
  /** The same sending published once, however often it comes. */
  once: string;
  entered?: CharterValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('members');
  const { day, tongue } = useWords();
  const { current, entered, problem } = props;
  const number = (current?.number ?? 0) + 1;
  const draft = useDraft(`charter:${number}`);
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const texts = entered ? (entered.texts ?? {}) : (current?.texts ?? {});
  const tongues = [...new Set([...always, ...Object.keys(current?.texts ?? {}), ...Object.keys(texts)])];
  const title = t('charter.newTitle', { number });
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-4xl">{title}</h1>
      <p className="measure mt-3 mb-6 text-faded">
        {current
          ? t('charter.newFrom', { number: current.number, day: day(current.adoptedOn) })
          : t('charter.newFirst')}
      </p>
      <ProblemNote problem={problem} />
      <DraftNote {...draft} />
      <Form method="post" {...draft.form}>
        <input type="hidden" name="once" value={props.once} />
        <Section title={t('charter.adoption')}>
          <TextField
            name="adoptedOn"
            type="date"
            label={t('charter.adoptedOn')}
            error={errorAt(problem, 'adoptedOn')}
            defaultValue={entered?.adoptedOn}
            required
            className="w-48"
          />
        </Section>
        <Section title={t('charter.textTitle')} note={t('charter.textNote')}>
          <div className="grid gap-5">
            {tongues.map((tag, index) => (
              <TextArea
                key={tag}
                name={`texts.${tag}`}
                lang={tag}
                rows={14}
                label={tongue(tag)}
                defaultValue={texts[tag]}
                error={
                  errorAt(problem, `texts.${tag}`) ?? (index === 0 ? errorAt(problem, 'texts') : undefined)
                }
                maxLength={100_000}
              />
            ))}
          </div>
        </Section>
        <div className="flex flex-wrap items-start gap-3 lg:ps-[13rem]">
          <ConfirmButton
            label={t('charter.publish')}
            question={t('charter.publishQuestion', { number })}
            keep={t('charter.notYet')}
          />
          <ButtonLink to="/charter">{t('charter.back')}</ButtonLink>
        </div>
      </Form>
    </article>
  );
}
