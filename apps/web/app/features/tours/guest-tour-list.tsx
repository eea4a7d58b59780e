import type { listGuestTours, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { buttonLook } from '../../ui/button.tsx';
import { useWords } from '../../ui/text.ts';

/** Tours on which one's own people are the guests, with their letters and programmes. */
export function GuestTourList({ tours }: { tours: ResponseOf<typeof listGuestTours>['items'] }) {
  const { t } = useTranslation('tours');
  const { day, of } = useWords();
  return (
    <ul>
      {tours.map((tour) => (
        <li key={tour.id} className="border-b border-rule py-4" data-guest-tour={tour.id}>
          <p className="font-name text-xl">{tour.title}</p>
          <p className="mb-2 text-sm text-faded tabular-nums">
            {t('guest.line', { keeper: of(tour.keeper), from: day(tour.firstDay), until: day(tour.lastDay) })}
          </p>
          <p className="flex flex-wrap gap-3">
            <a href={`/api/v1/tours/${tour.id}/invitation`} className={buttonLook('plain')}>
              {t('page.invitation')}
            </a>
            <a href={`/api/v1/tours/${tour.id}/programme`} className={buttonLook('plain')}>
              {t('page.programme')}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
