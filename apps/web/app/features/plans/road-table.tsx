import { useTranslation } from 'react-i18next';
import { Form, useSearchParams, useSubmit } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import type { RoadRow } from './roads-view.server.ts';

/** The roads to choose among, as the chart shows them: one is picked by its button. Without script a button asks for it. */
export function RoadTable(props: { roads: readonly RoadRow[]; shown: string | null; chosen: string | null }) {
  const { t } = useTranslation('plans');
  const { money, number, day } = useWords();
  const [search] = useSearchParams();
  const submit = useSubmit();
  const kept = [...search].filter(([name]) => name !== 'road' && name !== 'lang');
  return (
    <Form
      method="get"
      preventScrollReset
      replace
      onChange={({ currentTarget }) =>
        void submit(currentTarget, { replace: true, preventScrollReset: true })
      }
    >
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <Table
        stacks
        caption={t('road.tableTitle')}
        columns={[
          t('road.road'),
          t('road.arrives'),
          t('road.days'),
          t('road.lifeLeft'),
          t('road.cost'),
          t('road.co2e'),
          t('road.transfers'),
        ]}
        numeric={[2, 3, 4, 5, 6]}
        rows={props.roads.map((road) => ({
          key: road.key,
          cells: [
            <label key="road" className="flex min-h-6 min-w-36 items-baseline gap-2">
              {/* Which road is shown is the address's to say. */}
              <input
                key={`${road.key}${road.key === props.shown}`}
                type="radio"
                name="road"
                value={road.key}
                defaultChecked={road.key === props.shown}
                className="translate-y-0.5 accent-seal"
              />
              <span className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1">
                <span>{road.modes.map((mode) => t(`mode.${mode}`)).join(' + ')}</span>
                {road.key === props.chosen && <Badge tone="seal">{t('road.chosen')}</Badge>}
                {road.beaten && <Badge>{t('road.beaten')}</Badge>}
                {road.bests.map((best) => (
                  <Badge key={best} tone="celadon">
                    {t(`wish.${best}`)}
                  </Badge>
                ))}
              </span>
            </label>,
            <time key="arrives" dateTime={road.arrivesAt} className="whitespace-nowrap">
              {day(road.arrivesAt)}
            </time>,
            number(road.daysTenths / 10),
            road.daysShort > 0 ? (
              <span key="life" className="text-seal">
                {t('daysShort', { count: road.daysShort })}
              </span>
            ) : road.lifeLeftDays === null ? (
              '—'
            ) : (
              number(road.lifeLeftDays)
            ),
            <span key="cost" className="whitespace-nowrap">
              {money(road.costFen, 'CNY')}
            </span>,
            number(Math.round(road.co2eGrams / 1000)),
            number(road.transfers),
          ],
        }))}
      />
      <noscript>
        <Button className="mt-3">{t('road.show')}</Button>
      </noscript>
    </Form>
  );
}
