import type { Tour } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** What came of a tour: its visits in their order, each with what was said of it and its deal. */
export function Results({ tour }: { tour: Tour }) {
  const { t } = useTranslation('tours');
  const { of, day } = useWords();
  const visits = (tour.plan?.days ?? []).flatMap(({ date, items }) =>
    items.flatMap((item) => {
      const stop = item.kind === 'visit' && tour.stops.find(({ id }) => id === item.stopId);
      return stop ? [{ date, stop }] : [];
    }),
  );
  const deals = new Set(tour.stops.flatMap(({ dealId }) => dealId ?? []));
  return (
    <>
      <p className="mb-3 tabular-nums">
        {t('outcome.totals', {
          visits: visits.length,
          outcomes: tour.stops.filter(({ outcome }) => outcome !== null).length,
          deals: deals.size,
        })}
      </p>
      <Table
        caption={t('outcome.title')}
        columns={[t('stop.day'), t('outcome.visit'), t('outcome.text'), t('outcome.dealColumn')]}
        stacks
        rows={visits.map(({ date, stop }) => ({
          key: stop.id,
          cells: [
            <span key="day" className="tabular-nums">
              {day(date)}
            </span>,
            of(stop.names),
            stop.outcome ? (
              <span key="text" className="whitespace-pre-line">
                {stop.outcome.text}
              </span>
            ) : (
              <span key="text" className="text-faded">
                {t('outcome.notYet')}
              </span>
            ),
            stop.dealId ? (
              <Link key="deal" to={`/deals/${stop.dealId}`} className="link">
                {t('outcome.deal')}
              </Link>
            ) : (
              ''
            ),
          ],
        }))}
      />
    </>
  );
}
