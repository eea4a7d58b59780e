import type { ImportResource, listImportErrors, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, useRevalidator } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';
import { ImportErrors } from './import-errors.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { Mapping } from './mapping.tsx';
import { TermsFields } from './terms-fields.tsx';

/** Milliseconds between two looks at a running job. */
const pace = 700;

/** One import, from how the file is read to what came of it. The first thing on it is how far it is. */
export function ImportPage(props: {
  job: ImportResource;
  errors: ResponseOf<typeof listImportErrors>;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('imports');
  const { job, problem } = props;
  const busy = job.state === 'checking' || job.state === 'running';
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void revalidate(), pace);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
  return (
    <>
      <title>{t('job.of', { file: job.fileName })}</title>
      <p>
        <Link to="/organisation/imports" className="link">
          {t('job.back')}
        </Link>
      </p>
      <header className="mt-2 mb-6">
        <h1 className="font-name text-3xl">{job.fileName}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-faded">
          <Badge tone={job.state === 'done' ? 'celadon' : 'seal'}>{t(`state.${job.state}`)}</Badge>
          <span>
            {t('job.read', { format: job.format.toUpperCase(), encoding: job.encoding.toUpperCase() })}
          </span>
        </p>
      </header>
      <ProblemNote problem={problem} />
      {job.problem && (
        <p role="alert" className="mb-5 border-s-4 border-seal bg-alarm-wash px-4 py-3">
          {job.problem.message}
        </p>
      )}
      {busy && (
        <div aria-live="polite">
          <Progress
            label={t(`working.${job.state === 'running' ? 'running' : 'checking'}`)}
            value={job.progress.rowsRead}
            max={job.progress.rowsTotal}
          />
          {/* Without script the page is looked at again by hand. */}
          <noscript>
            <Link to="." reloadDocument className="link">
              {t('job.look')}
            </Link>
          </noscript>
        </div>
      )}
      {job.state !== 'uploaded' && <ImportOutcome job={job} />}
      {(job.progress.bad > 0 || props.errors.items.length > 0) && (
        <Section title={t('errors.title')} note={t('errors.note')}>
          <ImportErrors id={job.id} errors={props.errors} />
        </Section>
      )}
      {job.state !== 'done' && !busy && (
        <Form method="post">
          <Section title={t('mapping.title')} note={t('mapping.note')}>
            <Mapping job={job} />
          </Section>
          <Section title={t('terms.title')} note={t('terms.note')}>
            <TermsFields job={job} problem={problem} />
          </Section>
          <div className="flex flex-wrap items-center gap-4 pb-8 lg:ps-[13rem]">
            <Button name="act" value="check" look={job.state === 'checked' ? 'plain' : 'main'}>
              {t('job.check')}
            </Button>
            <CheckField name="publish" label={t('job.publish')} defaultChecked={job.publish} />
            <Button name="act" value="run" look={job.state === 'checked' ? 'main' : 'plain'}>
              {t('job.run')}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
