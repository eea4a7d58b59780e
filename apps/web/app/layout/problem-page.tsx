import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** What went wrong, in words, what to do now, and the number to quote when asking for help. */
export function ProblemPage({ status, problem }: { status: number; problem?: unknown }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const told = isProblem(problem) ? problem : undefined;
  const known = status === 404 ? 'notFound' : status === 403 ? 'forbidden' : 'failed';
  return (
    <section className="ledger-rule measure mx-auto py-10">
      <title>{t(`problem.${known}.title`)}</title>
      <p className="font-mono text-sm text-seal">{status}</p>
      <h1 className="mt-1 text-3xl">{t(`problem.${known}.title`)}</h1>
      <p className="mt-4">{told && known === 'failed' ? told.detail : t(`problem.${known}.text`)}</p>
      {told?.errors && (
        <ul className="mt-3 list-disc ps-5">
          {told.errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      {told?.requestId && (
        <p className="mt-3 text-sm text-faded">{t('problem.request', { id: told.requestId })}</p>
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {known === 'failed' && (
          <a href={pathname + search} className="link">
            {t('problem.again')}
          </a>
        )}
        <Link to="/" className="link">
          {t('problem.home')}
        </Link>
      </p>
    </section>
  );
}

function isProblem(data: unknown): data is ProblemDocument {
  return typeof data === 'object' && data !== null && 'detail' in data && 'code' in data;
}
