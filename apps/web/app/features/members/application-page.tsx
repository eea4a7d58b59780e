import type { Application, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { ApplicationQuestions, FileList } from './application-questions.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { usePlaces } from '../../ui/places.ts';
import { Section } from '../../ui/section.tsx';
import { beside, inLanguage, useWords } from '../../ui/text.ts';

const questions = ['purpose', 'offer', 'markets', 'compliance', 'referees'] as const;

/** One application: who, why, what shows it; and for the secretariat the decision with its reason. */
export function ApplicationPage(props: {
  application: Application;
  decides: boolean;
  answers: boolean;
  problem?: ProblemDocument | undefined;
  /** The form that was refused. */
  typed?: FormValues | undefined;
}) {
  const { t } = useTranslation(['members', 'words']);
  const words = useWords();
  const countries = useCountries();
  const place = usePlaces();
  const { application, decides, answers, problem, typed } = props;
  const { profile } = application;
  const name = inLanguage(profile.names, words.language);
  const second = beside(profile.names, words.language);
  return (
    <article>
      <title>{t('members:application.of', { name: name.text })}</title>
      <ProblemNote problem={problem} />
      <header className="pb-6">
        <p className="flex flex-wrap gap-1">
          <Badge tone="seal">{t(`members:applicationState.${application.state}`)}</Badge>
          <Badge tone="celadon">{t(`words:kind.${profile.kind}`)}</Badge>
          {application.waitsFor === 'applicant' && <Badge>{t('members:waitsFor.applicant')}</Badge>}
        </p>
        <h1 lang={name.lang} className="mt-2 font-name text-3xl">
          {name.text}
        </h1>
        {second && (
          <p lang={second.lang} className="font-name text-lg text-faded">
            {second.text}
          </p>
        )}
        <p className="mt-2 text-faded">
          {t('members:application.submitted', { moment: words.moment(application.submittedAt) })}
        </p>
        {application.reason && application.decidedAt && (
          <p className="measure mt-4 border-s-4 border-celadon bg-celadon-wash px-4 py-2">
            {t('members:application.decided', {
              moment: words.moment(application.decidedAt),
              person: application.decidedBy,
              reason: application.reason,
            })}
          </p>
        )}
      </header>
      <Section title={t('members:page.factsTitle')}>
        <Facts
          facts={[
            [t('members:page.creditCode'), profile.creditCode],
            [t('members:page.registration'), profile.registrationNumber],
            [t('members:form.country'), countries.name(profile.country)],
            [t('members:form.place'), profile.place.code && place(profile.place.code)],
            [t('members:form.city'), profile.place.city],
            [t('members:page.languages'), words.list(profile.languages.map(words.tongue))],
            [t('members:page.region'), words.list(profile.region.map(countries.name))],
            [t('members:page.founded'), profile.foundedYear],
            [t('members:page.employees'), profile.employees && words.number(profile.employees)],
            [t('members:page.website'), profile.website],
            [t('members:page.person'), profile.contact?.person],
            [t('members:page.email'), profile.contact?.email],
            [t('members:page.phone'), profile.contact?.phone],
          ]}
        />
      </Section>
      <Section title={t('members:apply.questionsTitle')}>
        <dl className="measure space-y-4">
          {questions
            .filter((question) => application.answers[question])
            .map((question) => (
              <div key={question}>
                <dt className="text-sm text-faded">{t(`members:question.${question}`)}</dt>
                <dd className="whitespace-pre-line">{application.answers[question]}</dd>
              </div>
            ))}
        </dl>
      </Section>
      <Section title={t('members:apply.evidenceTitle')}>
        {application.evidence.length === 0 ? (
          <p className="text-faded">{t('members:application.noEvidence')}</p>
        ) : (
          <FileList files={application.evidence} />
        )}
      </Section>
      <ApplicationQuestions
        application={application}
        asks={decides}
        answers={answers}
        problem={problem}
        typed={typed}
      />
      {decides && (
        <Section title={t('members:application.decisionTitle')} note={t('members:application.decisionNote')}>
          {application.waitsFor === 'applicant' && (
            <p className="measure pb-4">{t('members:application.decideUnanswered')}</p>
          )}
          <Form method="post" className="measure grid gap-4">
            <input type="hidden" name="intent" value="review" />
            <TextArea
              name="reason"
              label={t('members:application.reason')}
              error={errorAt(problem, 'reason')}
              defaultValue={typed?.['intent'] === 'review' ? String(typed['reason'] ?? '') : undefined}
              required
              maxLength={2000}
            />
            <div className="flex gap-3">
              <Button look="main" name="decision" value="admit">
                {t('members:application.admit')}
              </Button>
              <Button look="grave" name="decision" value="refuse">
                {t('members:application.refuse')}
              </Button>
            </div>
          </Form>
        </Section>
      )}
    </article>
  );
}
