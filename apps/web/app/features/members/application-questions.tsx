import type { Application, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { errorAt } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

export function FileList({ files }: { files: Application['evidence'] }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={fileUrl(file.id)} className="link">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What reviewers asked and what the applicant answered; forms for whoever may ask or has to answer. */
export function ApplicationQuestions(props: {
  application: Application;
  asks: boolean;
  answers: boolean;
  problem: ProblemDocument | undefined;
  typed: FormValues | undefined;
}) {
  const { t } = useTranslation('members');
  const words = useWords();
  const { application, asks, answers, problem, typed } = props;
  const { questions } = application;
  /** What was typed into a form that comes back refused. */
  const kept = (intent: string, questionId?: string) =>
    typed?.['intent'] === intent && typed['questionId'] === questionId ? typed : undefined;
  if (questions.length === 0 && !asks) return null;
  return (
    <Section title={t(answers ? 'ask.titleOwn' : 'ask.title')} note={asks ? t('ask.note') : undefined}>
      {questions.length === 0 && <p className="pb-4 text-faded">{t('ask.none')}</p>}
      <ol className="measure">
        {questions.map((question) => (
          <li key={question.id} className="border-t border-rule py-4 first:border-t-0 first:pt-0">
            <p className="text-sm text-faded">
              {t('ask.asked', { person: question.askedBy, moment: words.moment(question.askedAt) })}
            </p>
            <p className="font-semibold whitespace-pre-line">{question.text}</p>
            {question.answer && (
              <div className="mt-2 border-s-4 border-celadon bg-celadon-wash px-4 py-2">
                <p className="text-sm text-faded">
                  {t('ask.answered', {
                    person: question.answer.by,
                    moment: words.moment(question.answer.at),
                  })}
                </p>
                <p className="whitespace-pre-line">{question.answer.text}</p>
                <FileList files={question.answer.evidence} />
              </div>
            )}
            {!question.answer && !answers && <p className="mt-1 text-faded">{t('ask.unanswered')}</p>}
            {!question.answer && answers && (
              <Form method="post" encType="multipart/form-data" className="mt-3 grid gap-4">
                <input type="hidden" name="intent" value="answer" />
                <input type="hidden" name="questionId" value={question.id} />
                <TextArea
                  name="text"
                  label={t('ask.answer')}
                  error={kept('answer', question.id) && errorAt(problem, 'text')}
                  defaultValue={String(kept('answer', question.id)?.['text'] ?? '')}
                  required
                  maxLength={4000}
                />
                <TextField
                  name="evidence"
                  type="file"
                  accept="application/pdf,image/jpeg,image/png,image/webp"
                  multiple
                  label={t('ask.files')}
                  hint={t('apply.evidenceNote')}
                  error={kept('answer', question.id) && errorAt(problem, 'evidence')}
                />
                <div>
                  <Button look="main">{t('ask.send')}</Button>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ol>
      {asks && (
        <Form key={questions.length} method="post" className="measure mt-4 grid gap-4">
          <input type="hidden" name="intent" value="ask" />
          <TextArea
            name="text"
            label={t('ask.question')}
            error={kept('ask') && errorAt(problem, 'text')}
            defaultValue={String(kept('ask')?.['text'] ?? '')}
            required
            maxLength={2000}
          />
          <div>
            <Button>{t('ask.ask')}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
