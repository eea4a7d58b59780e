import type { getBadge, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';

/** One's badge: who one is, and a code that the host's phone reads. */
export function BadgePage({ badge }: { badge: ResponseOf<typeof getBadge> }) {
  const { t } = useTranslation('gatherings');
  const { of } = useWords();
  const { registration, code, qr } = badge;
  return (
    <article>
      <GatheringHead gathering={registration.gathering} title={t('badge.title')} />
      <div className="mx-auto max-w-xs border border-ink bg-sheet p-6 text-center">
        <p className="font-name text-2xl">{registration.person}</p>
        <p className="mt-1 mb-4 text-faded">{of(registration.organisation.names)}</p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
          alt={t('badge.alt')}
          className="mx-auto w-full bg-white"
        />
        <p className="mt-3 font-mono text-sm break-all">{code}</p>
      </div>
      <p className="measure mx-auto mt-4 text-center text-sm text-faded print:hidden">{t('badge.about')}</p>
    </article>
  );
}
