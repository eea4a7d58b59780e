import type { MarketQuestion, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TextsFields } from './scope-fields.tsx';
import { habitTopics } from '@jiechuan/contract/words';
import { useMarketWords } from './words.ts';

const pictureUrl = (question: string, file: string) =>
  `/api/v1/market-questions/${question}/pictures/${file}?width=960`;

/** A question with its pictures and answers; members of the market answer here, and answers become habits. */
export function QuestionPage(props: {
  question: MarketQuestion;
  notes: boolean;
  problem?: ProblemDocument;
  act?: string;
}) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  const { question, problem } = props;
  return (
    <article>
      <title>{question.about}</title>
      <ProblemNote problem={problem} />
      <header className="pb-6">
        <p className="flex flex-wrap gap-1">
          <Badge tone="celadon">{words.area(question.market)}</Badge>
          <Badge>{t(`subject.${question.subject}`)}</Badge>
          <Badge tone={question.state === 'open' ? 'seal' : 'plain'}>
            {t(`questionState.${question.state}`)}
          </Badge>
        </p>
        <h1 className="mt-2 font-name text-3xl">{question.about}</h1>
        <p className="mt-1 text-faded">
          {[words.of(question.organisation.names), question.person, words.moment(question.askedAt)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {question.productId && (
          <p className="mt-2">
            <Link to={`/products/${question.productId}`} className="link">
              {t('ask.product')}
            </Link>
            {' · '}
            <Link to={`/markets/${question.market}?product=${question.productId}`} className="link">
              {t('check.title')}
            </Link>
          </p>
        )}
        <p className="measure mt-4 whitespace-pre-line">{question.text}</p>
        {question.pictures.length > 0 && (
          <ul className="mt-4 grid gap-3 sm:grid-cols-2">
            {question.pictures.map((file, index) => (
              <li key={file}>
                <img
                  src={pictureUrl(question.id, file)}
                  alt={t('ask.picture', { about: question.about, number: index + 1 })}
                  loading="lazy"
                  className="w-full border border-rule"
                />
              </li>
            ))}
          </ul>
        )}
        {question.may.close && (
          <Form method="post" className="mt-4">
            <Button name="act" value="close">
              {t('ask.close')}
            </Button>
          </Form>
        )}
      </header>
      <Section title={t('ask.answersTitle')} note={t('ask.answers', { count: question.answers.length })}>
        {question.answers.length === 0 && <p className="text-faded">{t('ask.noAnswer')}</p>}
        <ul>
          {question.answers.map((answer) => (
            <li key={answer.id} className="border-b border-rule py-3">
              <p className="measure whitespace-pre-line">{answer.text}</p>
              <p className="mt-1 text-sm text-faded">
                {[words.of(answer.organisation.names), answer.person, words.moment(answer.at)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {answer.habitId && (
                <p className="text-sm">
                  <Link to={`/markets/${question.market}#habit-${answer.habitId}`} className="link">
                    {t('ask.habitThere')}
                  </Link>
                </p>
              )}
              {props.notes && !answer.habitId && (
                <details className="mt-1" open={props.act === answer.id}>
                  <summary className="link w-fit text-sm">{t('ask.makeHabit')}</summary>
                  <Form method="post" className="mt-3 grid gap-4">
                    <input type="hidden" name="act" value="habit" />
                    <input type="hidden" name="answerId" value={answer.id} />
                    <SelectField
                      name="topic"
                      label={t('form.topic')}
                      className="max-w-60"
                      options={habitTopics.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))}
                    />
                    <TextsFields name="claim" maxLength={600} problem={problem} />
                    <TextsFields name="advice" maxLength={600} problem={problem} />
                    <p>
                      <Button look="main">{t('edit.save')}</Button>
                    </p>
                  </Form>
                </details>
              )}
            </li>
          ))}
        </ul>
        {question.may.answer && (
          <Form method="post" className="mt-5 grid max-w-2xl gap-3">
            <input type="hidden" name="act" value="answer" />
            <TextArea
              name="text"
              label={t('ask.yourAnswer')}
              error={errorAt(problem, 'text')}
              required
              maxLength={4000}
            />
            <p>
              <Button look="main">{t('ask.send')}</Button>
            </p>
          </Form>
        )}
      </Section>
    </article>
  );
}
