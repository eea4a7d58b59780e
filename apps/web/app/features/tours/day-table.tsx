import type { Tour, TourPlan } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { clockOf, dayTotals } from './tour-values.ts';

/** A tour's days in words: what the map and the bars show, and what samples need. */
export function DayTable({ tour, plan }: { tour: Tour; plan: TourPlan }) {
  const { t } = useTranslation('tours');
  const { day, of } = useWords();
  const hostOf = (id: string) => of(tour.stops.find((stop) => stop.id === id)?.names ?? {});
  const talkOf = (id: string) => tour.stops.find((stop) => stop.id === id)?.talk ?? 'direct';
  return (
    <>
      {plan.days.map(({ date, from, to, items }) => (
        <div key={date} className="mt-6">
          <h3 className="text-lg">{day(date)}</h3>
          <p className="mb-1 text-sm text-faded tabular-nums">
            {t('table.totals', {
              ...dayTotals({ date, from, to, items }),
              mostTravel: tour.limits.maxTravel,
              mostVisits: tour.limits.maxVisits,
            })}
          </p>
          <Table
            caption={day(date)}
            columns={[t('table.time'), t('table.what'), t('table.remark')]}
            stacks
            rows={[
              ...items.map((item) => ({
                key: `${item.kind}${item.start}`,
                cells: [
                  <span key="time" className="tabular-nums">
                    {t('table.span', { from: clockOf(item.start), until: clockOf(item.end) })}
                  </span>,
                  item.kind === 'visit' ? (
                    <strong key="what">{hostOf(item.stopId)}</strong>
                  ) : item.kind === 'meal' ? (
                    t('table.meal')
                  ) : item.from === item.to ? (
                    t('table.within', { city: t(`city.${item.from}`) })
                  ) : (
                    t(`table.${item.mode}`, { from: t(`city.${item.from}`), to: t(`city.${item.to}`) })
                  ),
                  item.kind === 'leg'
                    ? t(`sure.${item.confidence}`)
                    : item.kind === 'visit'
                      ? t(`talk.${talkOf(item.stopId)}`)
                      : '',
                ],
              })),
              ...plan.samples
                .filter((one) => one.date === date)
                .map((one) => ({
                  key: `samples${one.stopId}`,
                  cells: [
                    <span key="time" className="tabular-nums">
                      {t('table.span', { from: clockOf(one.start), until: clockOf(one.end) })}
                    </span>,
                    t('table.samples', { host: hostOf(one.stopId), class: t(`samples.${one.class}`) }),
                    t(`needs.${one.needs}`),
                  ],
                })),
              { key: 'night', cells: ['', t('table.night', { city: t(`city.${to}`) }), ''] },
            ]}
          />
        </div>
      ))}
    </>
  );
}
