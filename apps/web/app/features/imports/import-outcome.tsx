import type { ImportResource } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Stat } from '../../ui/stat.tsx';

const counts = ['good', 'bad', 'created', 'updated', 'unchanged'] as const;

/** What came of an import, or what a dry run says would. */
export function ImportOutcome({ job }: { job: ImportResource }) {
  const { t } = useTranslation('imports');
  const real = job.state === 'running' || job.state === 'done';
  return (
    <section aria-label={t(real ? 'outcome.done' : 'outcome.would')} className="mb-8">
      <p className="mb-3 text-sm text-faded">{t(real ? 'outcome.done' : 'outcome.would')}</p>
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-5">
        {counts.map((name) => (
          <Stat key={name} label={t(`count.${name}`)} count={job.progress[name]} />
        ))}
      </dl>
      {job.progress.incomplete > 0 && (
        <p className="measure mt-4 border-s-4 border-celadon bg-celadon-wash px-4 py-2">
          {t('outcome.incomplete', { count: job.progress.incomplete })}{' '}
          {job.lacking.map(({ field, name, rows }) => (
            <span key={field} className="me-3 inline-block">
              {name} ({rows})
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
