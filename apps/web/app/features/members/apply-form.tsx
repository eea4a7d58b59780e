import type { ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { CreditCodeField } from './credit-code-field.tsx';
import { ProfileFields, type ProfileValues } from './profile-fields.tsx';

const kinds = [
  'enterprise',
  'merchant',
  'association',
  'provider',
  'council',
  'post',
  'government',
  'observer',
] as const;
const questions = ['purpose', 'offer', 'markets', 'compliance', 'referees'] as const;

export interface ApplyValues extends ProfileValues {
  kind?: string;
  creditCode?: string;
  answers?: Record<string, string>;
}

/** The application: who you are, why you come, what shows it. Kept as a draft in the browser until it is sent. */
export function ApplyForm({ values = {}, problem }: { values?: ApplyValues; problem?: ProblemDocument }) {
  const { t } = useTranslation(['members', 'words']);
  const draft = useDraft('apply');
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  return (
    <>
      <title>{t('members:apply.title')}</title>
      <h1 className="text-4xl">{t('members:apply.title')}</h1>
      <p className="measure mt-3 mb-6 text-faded">{t('members:apply.lead')}</p>
      <ProblemNote problem={problem} />
      <DraftNote {...draft} />
      <Form method="post" encType="multipart/form-data" {...draft.form}>
        <Section title={t('members:apply.whoTitle')}>
          <div className="mb-4 grid gap-4 sm:grid-cols-2">
            <SelectField
              name="kind"
              label={t('members:facet.kind')}
              error={errorAt(problem, 'kind')}
              defaultValue={values.kind ?? 'enterprise'}
              options={kinds.map((kind) => ({ value: kind, label: t(`words:kind.${kind}`) }))}
              required
            />
            <CreditCodeField defaultValue={values.creditCode} error={errorAt(problem, 'creditCode')} />
          </div>
          <ProfileFields values={values} problem={problem} />
        </Section>
        <Section title={t('members:apply.questionsTitle')}>
          <div className="grid gap-4">
            {questions.map((question, index) => (
              <TextArea
                key={question}
                name={`answers.${question}`}
                label={t(`members:question.${question}`)}
                error={errorAt(problem, `answers.${question}`)}
                defaultValue={values.answers?.[question]}
                required={index < 2}
                maxLength={4000}
              />
            ))}
          </div>
        </Section>
        <Section title={t('members:apply.evidenceTitle')} note={t('members:apply.evidenceNote')}>
          <TextField
            name="evidence"
            type="file"
            multiple
            accept="application/pdf,image/jpeg,image/png,image/webp"
            label={t('members:apply.evidence')}
            error={errorAt(problem, 'evidence')}
          />
        </Section>
        <div className="lg:ps-[13rem]">
          <Button look="main" disabled={sending}>
            {sending ? t('members:apply.sending') : t('members:apply.send')}
          </Button>
        </div>
      </Form>
    </>
  );
}
