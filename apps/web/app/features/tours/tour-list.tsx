import type { listTours, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useWords } from '../../ui/text.ts';

export const stateTone = {
  draft: 'plain',
  confirmed: 'celadon',
  done: 'celadon',
  cancelled: 'plain',
} as const;

/** Tours that one keeps, the newest first. */
export function TourList({
  found,
  filtered,
}: {
  found: ResponseOf<typeof listTours>;
  /** Whether only tours of one state are shown. */
  filtered: boolean;
}) {
  const { t } = useTranslation('tours');
  const { day } = useWords();
  const { name } = useCountries();
  if (found.items.length === 0)
    return (
      <EmptyState title={t(filtered ? 'list.noneSuch' : 'list.none')}>
        <p>{t('list.advice')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul>
        {found.items.map((tour) => (
          <li key={tour.id} className="border-b border-rule py-3">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
              <Link to={`/tours/${tour.id}`} className="link font-name text-xl">
                {tour.title}
              </Link>
              <Badge tone={stateTone[tour.state]}>{t(`state.${tour.state}`)}</Badge>
            </p>
            <p className="text-sm text-faded tabular-nums">
              {t('list.line', {
                guests: tour.guests.name,
                country: name(tour.guests.country),
                from: day(tour.firstDay),
                until: day(tour.lastDay),
              })}
            </p>
            <p className="text-sm text-faded tabular-nums">
              {t('list.counts', { stops: tour.stops, confirmed: tour.confirmed, deals: tour.deals })}
            </p>
          </li>
        ))}
      </ul>
      <Pagination nextCursor={found.nextCursor} />
    </>
  );
}
